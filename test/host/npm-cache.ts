import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './paths';
import { withProgress } from './progress';

const marker = 'complete.json';

/**
 * Makes sure a folder of the cache exists and is whole. It is filled in a folder beside it and renamed at the end,
 * so that an interrupted download never leaves a broken cache and two runs at once do not disturb each other.
 * @param name the folder's name, which contains the version
 * @param label what to show while it is being filled
 * @param fill puts the content into the empty folder it is given
 * @returns the absolute path of the folder; rejects as `fill` does
 */
export async function ensureCached(
  name: string,
  label: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cacheFolder(), name);
  if (isComplete(target, name)) return target;
  const partial = join(cacheFolder(), 'partial');
  removeAbandoned(partial);
  const stage = join(partial, `${process.pid}-${name}`);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  try {
    await withProgress(
      label,
      () => megabytes([stage, npmDownloads()]),
      () => fill(stage),
    );
    writeFileSync(join(stage, marker), `${JSON.stringify({ name })}\n`);
    if (isComplete(target, name)) return target;
    rmSync(target, { recursive: true, force: true });
    renameSync(stage, target);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return target;
}

function isComplete(folder: string, name: string): boolean {
  const file = join(folder, marker);
  return existsSync(file) && readFileSync(file, 'utf8').includes(JSON.stringify(name));
}

/** Removes the half-filled folders of processes that no longer run. */
function removeAbandoned(partial: string): void {
  if (!existsSync(partial)) return;
  for (const entry of readdirSync(partial)) {
    if (!isRunning(Number.parseInt(entry, 10)))
      rmSync(join(partial, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Where npm keeps what it is still downloading; only used to show progress. */
function npmDownloads(): string {
  const base = process.env.LOCALAPPDATA ?? homedir();
  const usual = process.platform === 'win32' ? join(base, 'npm-cache') : join(homedir(), '.npm');
  return join(process.env.npm_config_cache ?? usual, '_cacache', 'tmp');
}

async function megabytes(folders: readonly string[]): Promise<string> {
  const sizes = await Promise.all(folders.map(sizeOf));
  return `${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6)} MB`;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let total = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += await sizeOf(path);
    else if (entry.isFile())
      total += await stat(path).then(
        (found) => found.size,
        () => 0,
      );
  }
  return total;
}

/**
 * Runs npm quietly.
 * @param args its arguments
 * @param folder where to run it
 * @returns its standard output; rejects with npm's own words when it fails
 */
export function npm(args: readonly string[], folder: string): Promise<string> {
  const cli = process.env.npm_execpath ?? '';
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const all = [...args, ...quiet];
  if (/npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...all], folder, false);
  if (process.platform !== 'win32') return run('npm', all, folder, false);
  // Windows starts .cmd files only through a shell, which needs quotes around paths with blanks.
  return run(
    'npm.cmd',
    all.map((arg) => `"${arg}"`),
    folder,
    true,
  );
}

/**
 * Runs a program to its end.
 * @param command the program
 * @param args its arguments
 * @param folder where to run it
 * @param shell whether to run it through the system's shell
 * @returns its standard output; rejects with the end of its output when it fails
 */
export function run(
  command: string,
  args: readonly string[],
  folder: string,
  shell = false,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      shell,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.once('error', (error) => reject(new Error(`cannot run ${command}: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            `${[command, ...args].join(' ')} failed (${code}):\n${(errors || output).trim().slice(-2000)}`,
          ),
        );
    });
  });
}
