import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { npm } from '../host/npm-cache';

/** How a program ended, and what it said. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An otherwise empty folder, outside of the repository, and an npm cache with nothing in it. */
export interface Workplace {
  readonly folder: string;
  /** Writes a file; its folders are made. */
  write(name: string, text: string): void;
  /** Runs a program here to its end, whatever its exit code. */
  run(command: string, ...args: string[]): Promise<Outcome>;
  remove(): void;
}

/** Makes a workplace in the system's temporary folder. Its name has a blank, as folders of people have. */
export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'realtime package '));
  const cache = mkdtempSync(join(tmpdir(), 'realtime-npm-cache-'));
  const env = { ...process.env, npm_config_cache: cache, npm_config_update_notifier: 'false', NO_COLOR: '1' };
  return {
    folder,
    write: (name, text) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    run: (command, ...args) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd: folder, env, shell: process.platform === 'win32' });
        let [stdout, stderr] = ['', ''];
        child.stdout.on('data', (chunk) => (stdout += String(chunk)));
        child.stderr.on('data', (chunk) => (stderr += String(chunk)));
        child.once('error', reject);
        child.once('close', (code) => resolve({ code, stdout, stderr }));
      }),
    remove: () => {
      for (const made of [folder, cache]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What npm says of a tarball that it has packed. */
export interface Packed {
  readonly path: string;
  readonly files: readonly string[];
  readonly size: number;
}

/**
 * Packs the built repository as it would be published; the build itself, `prepack`, has come before the tests.
 * @param repository its folder
 * @param into the folder for the tarball
 */
export async function pack(repository: string, into: string): Promise<Packed> {
  const printed = await npm(['pack', '--json', '--ignore-scripts', `--pack-destination=${into}`], repository);
  const [told] = JSON.parse(printed) as [{ filename: string; size: number; files: { path: string }[] }];
  return {
    path: join(into, told.filename),
    size: told.size,
    files: told.files.map(({ path }) => path).sort(),
  };
}
