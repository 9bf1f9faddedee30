import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { SuiteOptions, SuiteResult, TestResult } from './result';

// Replaced by the bundler.
declare const SUITE_OPTIONS: SuiteOptions;

/**
 * Runs the bundled suites beside this file; VS Code calls it once its extension host is up.
 * @returns resolves when all tests passed; rejects when one failed or none ran. The result file is written either way.
 */
export async function run(): Promise<void> {
  // Stack traces then name the lines of the TypeScript files.
  process.setSourceMapsEnabled(true);
  // The base reporter prints nothing: the program outside prints what is in the result file.
  const mocha = new Mocha({ ui: 'bdd', timeout: SUITE_OPTIONS.timeoutMs, reporter: Mocha.reporters.Base });
  if (SUITE_OPTIONS.grep) mocha.fgrep(SUITE_OPTIONS.grep);
  const tests: TestResult[] = [];
  let result = summarize(tests);
  try {
    for (const file of readdirSync(__dirname).sort()) {
      if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
    }
    await runMocha(mocha, tests);
    result = summarize(tests);
  } catch (error) {
    // A suite that cannot even be loaded counts as a failed test, so that its message is seen.
    tests.push({ title: 'loading the suites', ms: 0, state: 'failed', error: describeError(error) });
    result = summarize(tests);
  }
  writeResult(result);
  if (result.failed > 0) throw new Error(`${result.failed} of ${tests.length} tests failed`);
  if (result.passed === 0) throw new Error('no test ran');
}

function runMocha(mocha: Mocha, tests: TestResult[]): Promise<void> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve());
    const add = (test: Mocha.Runnable, state: TestResult['state'], error?: unknown) => {
      const outcome = { title: test.fullTitle(), ms: test.duration ?? 0, state };
      tests.push(error === undefined ? outcome : { ...outcome, error: describeError(error) });
      console.log(`${state}: ${outcome.title} (${outcome.ms} ms)`);
    };
    runner.on('pass', (test) => add(test, 'passed'));
    runner.on('pending', (test) => add(test, 'pending'));
    runner.on('fail', (test, error) => add(test, 'failed', error));
  });
}

function summarize(tests: readonly TestResult[]): SuiteResult {
  const count = (state: TestResult['state']) => tests.filter((test) => test.state === state).length;
  return {
    app: vscode.env.appName,
    version: vscode.version,
    passed: count('passed'),
    failed: count('failed'),
    pending: count('pending'),
    tests: [...tests],
  };
}

/** The file appears under its name only when it is whole. */
function writeResult(result: SuiteResult): void {
  const unfinished = `${SUITE_OPTIONS.resultFile}.part`;
  writeFileSync(unfinished, JSON.stringify(result, null, 2));
  renameSync(unfinished, SUITE_OPTIONS.resultFile);
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as Error & { actual?: unknown; expected?: unknown };
  const difference =
    expected === undefined
      ? ''
      : `\nexpected: ${JSON.stringify(expected)}\nactual:   ${JSON.stringify(actual)}`;
  return `${error.stack ?? error.message}${difference}`;
}
