import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/**
 * Runs every test and closes with one line per part and the total. `--unit` runs the unit tests alone.
 * A part that cannot run counts as failed: nothing is skipped.
 */

interface Result {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
}

const root = join(__dirname, '..');

/** Parts of node:test files: each has a folder and a line at the end. */
interface Part {
  readonly part: string;
  readonly folder: string;
  /** It needs nothing but the repository itself, as unit tests do. */
  readonly unit?: true;
}

const parts: readonly Part[] = [
  { part: 'Command line (golden outputs, 5,000 files, Ctrl-C)', folder: 'cli', unit: true },
  { part: 'SARIF (by its published schema)', folder: 'sarif', unit: true },
  { part: 'npm package (from its tarball)', folder: 'npm-package' },
  { part: 'Other editors (Neovim, Emacs)', folder: 'editors' },
  { part: 'JSON Schemas (VS Code’s service, Ajv, Python, YAML)', folder: 'json-schema' },
  { part: 'Shell completion (bash, zsh, fish)', folder: 'shells' },
];

async function main(): Promise<number> {
  const results = [await nodeTests('Unit tests', unitTestFiles())];
  const isWhole = !process.argv.includes('--unit');
  for (const { part, folder, unit } of parts) {
    if (isWhole || unit) results.push(await nodeTests(part, testFilesIn(folder)));
  }
  if (isWhole) results.push(...(await vsCodeTests()));
  console.log('');
  for (const { part, passed, failed } of results) console.log(`${part}: ${passed} passed, ${failed} failed`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log('');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** The node:test files of a folder of `test`. */
function testFilesIn(folder: string): string[] {
  return readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', folder, file))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

/** Everything but what has a part of its own, and what runs in, or drives, a VS Code. */
function unitTestFiles(): string[] {
  const others = ['vscode', ...parts.map(({ folder }) => folder)].map((folder) => join('test', folder) + sep);
  return testFilesIn('').filter((file) => !others.some((folder) => file.startsWith(folder)));
}

async function nodeTests(part: string, files: readonly string[]): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'realtime-tests-'));
  const tap = join(folder, 'result.tap');
  const reporters = ['spec', 'tap'].map((name) => `--test-reporter=${name}`);
  const destinations = ['stdout', tap].map((name) => `--test-reporter-destination=${name}`);
  const args = ['--import', 'tsx', '--test', ...reporters, ...destinations, ...files];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (exit) => {
      resolve(exit ?? 1);
    });
  });
  const summary = readFileSync(tap, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(summary)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  return { part, passed: count('pass'), failed: code === 0 ? failed : Math.max(failed, 1) };
}

async function vsCodeTests(): Promise<Result[]> {
  const { runInVsCode } = await import('./vscode/run');
  const { runEditorTests } = await import('./vscode/editor');
  const results: Result[] = [];
  for (const host of [undefined, 'web', 'web-1.91'] as const) {
    const suite = async (): Promise<Result> => {
      const { host: name, version, passed, failed } = await runInVsCode(host ? { host } : {});
      return { part: `VS Code suite (${name} ${version})`, passed, failed };
    };
    results.push(await twiceAtMost(`VS Code suite (${host ?? 'desktop or registry'})`, suite));
  }
  const editor = async (): Promise<Result> => {
    const { passed, failed } = await runEditorTests();
    return { part: 'Editor tests (real keyboard, Chromium)', passed, failed };
  };
  return [...results, await twiceAtMost('Editor tests', editor)];
}

/**
 * Runs what drives a whole VS Code, and once more from the start if something failed there: a window of a loaded
 * machine can lose a key or a second. The whole has to pass the second time, and the closing line says that it took two.
 */
async function twiceAtMost(part: string, run: () => Promise<Result>): Promise<Result> {
  const first = await attempt(part, run);
  if (first.failed === 0) return first;
  console.log(`\n${part}: ${first.failed} failed. Everything once more, in a VS Code of its own.\n`);
  const second = await attempt(part, run);
  return { ...second, part: `${second.part}, second run (the first: ${first.failed} failed)` };
}

async function attempt(part: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    console.error(`${part} could not run: ${error instanceof Error ? error.message : String(error)}`);
    return { part: `${part}, which could not run`, passed: 0, failed: 1 };
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
