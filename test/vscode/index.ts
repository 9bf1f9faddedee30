import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import type { SuiteOptions, SuiteResult } from './result';
import { runSuites } from './runner';

// Replaced by the bundler.
declare const SUITE_OPTIONS: SuiteOptions;

/**
 * Runs the bundled suites beside this file; VS Code calls it once its extension host is up.
 * @returns resolves when all tests passed; rejects when one failed or none ran. The result file is written either way.
 */
export async function run(): Promise<void> {
  // Stack traces then name the lines of the TypeScript files.
  process.setSourceMapsEnabled(true);
  await runSuites(loadSuites, writeResult);
}

async function loadSuites(): Promise<Mocha> {
  // The base reporter prints nothing: the program outside prints what is in the result file.
  const mocha = new Mocha({ ui: 'bdd', timeout: SUITE_OPTIONS.timeoutMs, reporter: Mocha.reporters.Base });
  if (SUITE_OPTIONS.grep) mocha.fgrep(SUITE_OPTIONS.grep);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  return mocha;
}

/** The file appears under its name only when it is whole. */
async function writeResult(result: SuiteResult): Promise<void> {
  const unfinished = `${SUITE_OPTIONS.resultFile}.part`;
  writeFileSync(unfinished, JSON.stringify(result, null, 2));
  renameSync(unfinished, SUITE_OPTIONS.resultFile);
}
