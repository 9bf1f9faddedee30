import 'mocha/mocha.js';
import { loadAll } from 'suites';
import type { SuiteOptions, SuiteResult } from '../result';
import { runSuites } from '../runner';

// Replaced by the bundler.
declare const SUITE_OPTIONS: SuiteOptions;

/** What Mocha's build for browsers leaves in the global scope. */
declare const Mocha: typeof import('mocha');

/**
 * Runs the suites inside a web extension host, where there is no disk; VS Code calls it once the host is up.
 * @returns resolves when all tests passed; rejects when one failed or none ran. The result is sent either way.
 */
export async function run(): Promise<void> {
  await runSuites(loadSuites, sendResult);
}

async function loadSuites(): Promise<Mocha> {
  // Not the ready-made `mocha` of that build: it looks for options in the page's address, which a worker has not.
  const mocha = new Mocha({ ui: 'bdd', timeout: SUITE_OPTIONS.timeoutMs, reporter: Mocha.reporters.Base });
  if (SUITE_OPTIONS.grep) mocha.fgrep(SUITE_OPTIONS.grep);
  // Defines `describe` and `it`, as Mocha itself does before it reads a file.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadAll();
  return mocha;
}

async function sendResult(result: SuiteResult): Promise<void> {
  await fetch(SUITE_OPTIONS.resultUrl, { method: 'POST', body: JSON.stringify(result) });
}
