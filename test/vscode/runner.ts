import type Mocha from 'mocha';
import * as vscode from 'vscode';
import type { SuiteResult, TestResult } from './result';

/**
 * Runs the suites inside VS Code and hands their result over, whatever happens.
 * @param load gives the Mocha that has the suites
 * @param report brings the result out of VS Code
 * @returns resolves when all tests passed; rejects when one failed or none ran
 */
export async function runSuites(
  load: () => Promise<Mocha>,
  report: (result: SuiteResult) => Promise<void>,
): Promise<void> {
  const tests: TestResult[] = [];
  try {
    await runMocha(await load(), tests);
  } catch (error) {
    // A suite that cannot even be loaded counts as a failed test, so that its message is seen.
    tests.push({ title: 'loading the suites', ms: 0, state: 'failed', error: describeError(error) });
  }
  const result = summarize(tests);
  await report(result);
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

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as Error & { actual?: unknown; expected?: unknown };
  const difference =
    expected === undefined
      ? ''
      : `\nexpected: ${JSON.stringify(expected)}\nactual:   ${JSON.stringify(actual)}`;
  return `${error.stack ?? error.message}${difference}`;
}
