import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import type { JsonSchema } from '../../server/schema/types';
import { projectRoot } from '../host/paths';
import { type Target, targets } from './targets';

/** The folder of the `openai` package that package.json pins. */
export const pinnedPackage = join(projectRoot, 'node_modules', 'openai');

/** The version of an unpacked `openai` package. */
export function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/**
 * Turns the types of an unpacked `openai` package into JSON Schema.
 * @param folder the package's folder
 * @returns kind id → the self-contained schema of its type
 * @throws Error when the package no longer has a type that `targets.ts` names
 */
export function schemasOfTypes(folder: string): ReadonlyMap<string, JsonSchema> {
  for (const target of targets) requireType(folder, target);
  const stage = mkdtempSync(join(tmpdir(), 'realtime-drift-'));
  try {
    const entry = join(stage, 'entry.ts');
    writeFileSync(entry, targets.map((target, index) => alias(folder, target, index)).join('\n'));
    const generator = createGenerator({
      path: entry.replaceAll('\\', '/'),
      skipTypeCheck: true,
      jsDoc: 'none',
      expose: 'none',
      topRef: false,
      additionalProperties: false,
      encodeRefs: false,
    });
    return new Map(
      targets.map(({ kind }, index) => [kind, generator.createSchema(`T${index}`) as JsonSchema]),
    );
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** One file names all the types, so that the package is read once; aliases keep equal names apart. */
function alias(folder: string, { module, type }: Target, index: number): string {
  const from = JSON.stringify(join(folder, module).replaceAll('\\', '/'));
  return `import type { ${type} as U${index} } from ${from};\nexport type T${index} = U${index};`;
}

/** Without this the generator would take a name that is gone for "anything". */
function requireType(folder: string, { kind, module, type }: Target): void {
  const file = join(folder, `${module}.d.ts`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (new RegExp(`^export (?:declare )?(?:interface|type) ${type}\\b`, 'm').test(text)) return;
  throw new Error(
    `openai ${versionOf(folder)} has no type ${type} in ${module}.d.ts: ` +
      `find what describes ${kind} now and name it in test/drift/targets.ts.`,
  );
}
