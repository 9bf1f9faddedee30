import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../host/chromium';
import { findDesktop } from '../host/desktop';
import { cacheFolder, projectRoot } from '../host/paths';
import { atExit, cleanUpNow } from '../host/process-tree';
import { ensureRegistryInstall } from '../host/registry-install';
import { bundleSuite } from './bundle';
import { runInDesktop, runInRegistryHost, type SuiteRun } from './hosts';
import type { SuiteResult } from './result';

/** What a run may be told; everything has a default. */
export interface RunOptions {
  /** The kind of VS Code; without it desktop where it can be had, else the registry host. */
  readonly host?: 'desktop' | 'registry';
  /** The desktop VS Code to get: `stable` (the default) or a version such as `1.91.0`. */
  readonly version?: string;
  /** Only tests whose full title contains this run. */
  readonly grep?: string;
  /** The extension's folder; the project root unless told otherwise. */
  readonly extensionPath?: string;
  /** When everything is ended. */
  readonly timeoutMs?: number;
  /** Echoes what VS Code and the suite print, also when all is well. */
  readonly verbose?: boolean;
}

/** What a run amounts to. */
export interface RunSummary {
  readonly host: string;
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
}

const defaultTimeoutMs = 5 * 60_000;
const closingMs = 60_000;
const testTimeoutMs = 20_000;

/**
 * Runs the suites of `test/vscode/suite` inside a real VS Code and prints each failure and a closing line.
 * @param options see RunOptions
 * @returns the counts, with `passed` at least 1; rejects when the suite could not run or ran no test
 */
export async function runInVsCode(options: RunOptions = {}): Promise<RunSummary> {
  const extensionPath = resolve(options.extensionPath ?? projectRoot);
  requireBuilt(extensionPath);
  const scratch = makeScratch();
  const lines: string[] = [];
  const onOutput = (line: string) => {
    if (options.verbose) console.log(`  | ${line}`);
    else lines.push(line);
  };
  try {
    const resultFile = join(scratch.folder, 'result.json');
    const defaults = readDefaults(extensionPath);
    const suiteOptions = { resultFile, grep: options.grep ?? '', timeoutMs: testTimeoutMs, defaults };
    const testsPath = await bundleSuite(join(scratch.bundles, 'suite'), suiteOptions);
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    const run = { folder: scratch.workspace, extensionPath, testsPath, resultFile, timeoutMs, onOutput };
    const { kind, result } = await runSomewhere(run, options);
    if (result.failed > 0 || result.passed === 0) echo(lines);
    return summarize(kind, result);
  } catch (error) {
    echo(lines);
    throw error;
  } finally {
    scratch.remove();
  }
}

function requireBuilt(extensionPath: string): void {
  const manifest = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8')) as { main?: string };
  const main = join(extensionPath, manifest.main ?? 'package.json');
  if (!existsSync(main)) throw new Error(`${main} is missing: build the extension first (npm run build)`);
}

/** What the command line prints is what the commands inside VS Code have to insert. */
function readDefaults(extensionPath: string): Record<string, string> {
  const cli = join(extensionPath, 'dist', 'cli.js');
  const print = (kind: string) =>
    execFileSync(process.execPath, [cli, 'defaults', kind], { encoding: 'utf8' });
  return Object.fromEntries(['sdk.session-config', 'sdk.session-request'].map((kind) => [kind, print(kind)]));
}

/** The bundles lie in the project, for Mocha to be found from them; everything else in the system's temporary folder. */
function makeScratch() {
  const runs = join(cacheFolder(), 'runs');
  mkdirSync(runs, { recursive: true });
  const bundles = mkdtempSync(join(runs, 'run-'));
  const folder = mkdtempSync(join(tmpdir(), 'realtime suite '));
  const remove = atExit(() => {
    for (const made of [bundles, folder]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  });
  const workspace = join(folder, 'workspace');
  cpSync(join(__dirname, 'workspace'), workspace, { recursive: true });
  return { bundles, folder, workspace, remove };
}

async function runSomewhere(
  run: SuiteRun,
  options: RunOptions,
): Promise<{ kind: string; result: SuiteResult }> {
  if (options.host !== 'registry') {
    const desktop = await findDesktop(options.version);
    if (typeof desktop !== 'string') {
      return { kind: 'desktop', result: await beforeDeadline(runInDesktop(desktop, run), run.timeoutMs) };
    }
    if (options.host === 'desktop') throw new Error(`No desktop VS Code: ${desktop}`);
    console.log(`No desktop VS Code here: ${desktop}. Using the one of the npm registry.`);
  }
  // What has to be downloaded comes first: it may take long, and the deadline is for VS Code alone.
  await ensureRegistryInstall();
  await ensureChromium();
  const result = await beforeDeadline(runInRegistryHost(run), run.timeoutMs);
  return { kind: 'registry host, headless browser', result };
}

/** The last resort against a VS Code or a browser that cannot even be closed: everything started is killed. */
async function beforeDeadline(result: Promise<SuiteResult>, timeoutMs: number): Promise<SuiteResult> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    const giveUp = () => {
      cleanUpNow();
      reject(new Error(`VS Code did not end within ${(timeoutMs + closingMs) / 1000} s and was killed`));
    };
    timer = setTimeout(giveUp, timeoutMs + closingMs);
  });
  try {
    return await Promise.race([result, expired]);
  } finally {
    clearTimeout(timer);
  }
}

function summarize(kind: string, result: SuiteResult): RunSummary {
  for (const test of result.tests) {
    const mark = { passed: 'ok  ', failed: 'FAIL', pending: 'skip' }[test.state];
    console.log(`  ${mark} ${test.title} (${test.ms} ms)`);
    if (test.error) console.log(test.error.replace(/^/gm, '       '));
  }
  const { passed, failed, pending, version } = result;
  const skipped = pending > 0 ? `, ${pending} skipped` : '';
  console.log(`VS Code ${version} (${result.app}, ${kind}): ${passed} passed, ${failed} failed${skipped}`);
  if (passed + failed === 0) throw new Error('no test ran inside VS Code');
  return { host: `${result.app}, ${kind}`, version, passed, failed };
}

function echo(lines: readonly string[]): void {
  console.log(`What VS Code printed:\n${lines.map((line) => `  | ${line}`).join('\n')}`);
}

/** Reads the command line; throws on what it does not know. */
function readOptions(args: string[]): RunOptions {
  const { values } = parseArgs({
    args,
    options: {
      host: { type: 'string' },
      version: { type: 'string' },
      grep: { type: 'string' },
      extension: { type: 'string' },
      timeout: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  const { host, version, grep, extension, timeout, verbose } = values;
  if (host !== undefined && host !== 'desktop' && host !== 'registry') {
    throw new Error(`--host is desktop or registry, not ${host}`);
  }
  const seconds = Number(timeout ?? defaultTimeoutMs / 1000);
  if (!(seconds > 0)) throw new Error(`--timeout is a number of seconds, not ${timeout}`);
  return {
    timeoutMs: seconds * 1000,
    ...(host && { host }),
    ...(version && { version }),
    ...(grep && { grep }),
    ...(extension && { extensionPath: extension }),
    ...(verbose && { verbose }),
  };
}

async function main(): Promise<void> {
  const { failed } = await runInVsCode(readOptions(process.argv.slice(2)));
  process.exitCode = failed > 0 ? 1 : 0;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
