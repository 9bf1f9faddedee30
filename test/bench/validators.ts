import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kilobytes, print, table } from './table';
import { compiledAjv } from './validators/ajv';
import { bundledProduct } from './validators/bundled';
import { conformance } from './validators/cases';
import { jsonService } from './validators/json-service';
import { ourWalker } from './validators/own';
import { blindSpots, sampleMistakes } from './validators/probes';
import { counts, sideBySide, verdicts } from './validators/quality';
import { jsonServiceBytes, serverBytes } from './validators/size';
import { speed } from './validators/speed';

/**
 * The comparison behind the choice of how schema problems are found: our walker, Ajv compiled ahead of time,
 * and VS Code's JSON service, on speed, verdicts, places, messages and size.
 */
export async function compareValidators(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'realtime-validators-'));
  try {
    const product = await bundledProduct(folder);
    const own = ourWalker(product);
    const ajv = await compiledAjv(folder, product);
    const service = jsonService();
    const contenders = [own, ajv, service];
    const runners = [
      { name: own.name, check: own.find },
      { name: ajv.name, check: ajv.find },
      { name: service.name, check: service.check },
    ];
    print('Ways to find schema problems: speed', await speed(product, runners, 15));
    print(
      'Verdicts, places and messages',
      await verdicts(contenders, conformance('sdk.jsonl')),
      'Corner cases:',
      await verdicts(contenders, conformance('sdk-edges.jsonl')),
      await counts(contenders),
    );
    print('Messages', await sideBySide(contenders, sampleMistakes));
    print('What each can see', await sideBySide(contenders, blindSpots));
    print('Size', await sizes(ajv.bytes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sizes(ajvBytes: number): Promise<string> {
  const server = await serverBytes();
  return table(
    ['code, minified', 'size'],
    [
      ['`dist/server.js`', kilobytes(server.whole)],
      ['what our checks add to it', kilobytes(server.whole - server.withoutChecks)],
      ['what the validators that Ajv compiled would add', kilobytes(ajvBytes)],
      [
        'json-languageservice (in it already, for formatting and the outline)',
        kilobytes(await jsonServiceBytes()),
      ],
    ],
  );
}

if (require.main === module) {
  compareValidators().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
