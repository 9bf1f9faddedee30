import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestWithTools } from './sample-documents';
import { digits, print, table } from './table';
import { interleaved } from './timing';

const FILES = 500;

/** Checks a folder of generated files by the command line, against what its bare start takes. */
export async function compareCommandLine(dist: string, folder: string, quick: boolean): Promise<void> {
  const rounds = quick ? 3 : 9;
  const files = join(folder, 'files');
  mkdirSync(files);
  // Lengths from about 3 kB to 12 kB, as sessions with tools have them.
  for (let index = 0; index < FILES; index++) {
    const text = requestWithTools(3000 + (index % 10) * 1000);
    writeFileSync(join(files, `request-${index}.realtime.json`), text);
  }
  const cli = join(dist, 'cli.js');
  const run = (...args: string[]) => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`realtime-config ${args.join(' ')} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  };
  const found = await interleaved(
    [
      { name: 'nothing', run: () => run('--version') },
      { name: 'one', run: () => run('check', join(files, 'request-0.realtime.json')) },
      { name: 'all', run: () => run('check', '--format', 'json', files) },
    ],
    rounds,
  );
  const [nothing = 0, one = 0, all = 0] = ['nothing', 'one', 'all'].map((name) => found.get(name));
  print(
    'Command line',
    `Medians of ${rounds} interleaved rounds; ${FILES} generated files of 3 to 12 kB.`,
    table(
      ['run', 'ms', 'files/s'],
      [
        ['`realtime-config --version`', digits(nothing), ''],
        ['`realtime-config check` of one file', digits(one), digits(1000 / one)],
        [`\`realtime-config check\` of ${FILES} files`, digits(all), digits((FILES * 1000) / all)],
        ['the same without the start', digits(all - nothing), digits((FILES * 1000) / (all - nothing))],
      ],
    ),
  );
}
