import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { inRepository } from '../support/fixture';

/** A message of the Language Server Protocol, as it went over the wire. */
export interface Message {
  readonly from: 'client' | 'server';
  readonly message: {
    readonly id?: number | string;
    readonly method?: string;
    // biome-ignore lint/suspicious/noExplicitAny: as wide as the protocol
    readonly params?: any;
    // biome-ignore lint/suspicious/noExplicitAny: as wide as the protocol
    readonly result?: any;
  };
}

/** What an editor under test finds: a home of its own, a project, and `realtime-config` on the path. */
export interface Workplace {
  /** Where everything lies; goes away with the test. */
  readonly home: string;
  readonly project: string;
  readonly env: NodeJS.ProcessEnv;
  /** Writes a file, named as seen from the project, and gives its path. */
  write(name: string, text: string): string;
  read(name: string): string;
  /** Everything that editor and server have said to each other so far. */
  said(): Message[];
  remove(): void;
}

/** Makes a workplace, with a `realtime-config` that writes down what it passes on. */
export async function makeWorkplace(name: string): Promise<Workplace> {
  const home = mkdtempSync(join(tmpdir(), `realtime-${name}-`));
  const [project, bin, log] = [join(home, 'project'), join(home, 'bin'), join(home, 'messages')];
  for (const folder of [project, bin]) mkdirSync(folder);
  await build({
    entryPoints: [inRepository('test/editors/spy.ts')],
    outfile: join(bin, 'realtime-config'),
    bundle: true,
    platform: 'node',
    banner: { js: `#!${process.execPath}` },
    logLevel: 'warning',
  });
  chmodSync(join(bin, 'realtime-config'), 0o755);
  const cli = inRepository('dist/cli.js');
  assert.ok(existsSync(cli), 'build first');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: home,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    TERM: 'xterm',
    LANG: 'C.UTF-8',
    REALTIME_SPY_LOG: log,
    REALTIME_SPY_CLI: cli,
  };
  for (const folder of ['CONFIG', 'DATA', 'STATE', 'CACHE', 'RUNTIME']) {
    env[`XDG_${folder}_${folder === 'RUNTIME' ? 'DIR' : 'HOME'}`] = join(home, folder.toLowerCase());
  }
  return {
    home,
    project,
    env,
    write: (file, text) => {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      writeFileSync(join(project, file), text);
      return join(project, file);
    },
    read: (file) => readFileSync(join(project, file), 'utf8'),
    said: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line): Message => JSON.parse(line))
        : [],
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}
