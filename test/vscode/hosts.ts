import { existsSync, readFileSync } from 'node:fs';
import { openPage } from '../host/chromium';
import { poll } from '../host/delay';
import { type DesktopVsCode, startDesktop } from '../host/desktop';
import { startRegistryHost } from '../host/registry-host';
import { collectOutput } from '../host/server-output';
import type { SuiteResult } from './result';

/** One run of the suite, the same for every kind of VS Code. */
export interface SuiteRun {
  readonly folder: string;
  readonly extensionPath: string;
  readonly testsPath: string;
  readonly resultFile: string;
  readonly timeoutMs: number;
  /** Gets each line that VS Code or the suite prints. */
  readonly onOutput: (line: string) => void;
}

// The result is written just before VS Code closes the suite: a VS Code that ended gets this long to show the file.
const afterEndMs = 2000;

/**
 * Runs the suite in the VS Code of the npm registry, with a headless browser as its window.
 * @param run see SuiteRun
 * @returns the result; rejects when VS Code ended or the time was up without one
 */
export async function runInRegistryHost(run: SuiteRun): Promise<SuiteResult> {
  const host = await startRegistryHost({ onOutput: run.onOutput });
  try {
    const window = await openPage('about:blank');
    try {
      let ended = false;
      const { page } = window;
      const collected = collectOutput(run.onOutput);
      page.on('console', (message) => collected.add(`${cleanConsole(message.text())}\n`));
      page.on('crash', () => (ended = true));
      // VS Code's web workbench calls these when it runs tests, so that the page can stand for a process.
      await page.exposeFunction('codeAutomationExit', () => (ended = true));
      await page.exposeFunction('codeAutomationLog', () => undefined);
      await page.goto(host.url(run));
      return await awaitResult(run, () => ended);
    } finally {
      await window.close();
    }
  } finally {
    await host.stop();
  }
}

/**
 * Runs the suite in a desktop VS Code.
 * @param desktop what findDesktop gave
 * @param run see SuiteRun
 * @returns the result; rejects when VS Code ended or the time was up without one
 */
export async function runInDesktop(desktop: DesktopVsCode, run: SuiteRun): Promise<SuiteResult> {
  const tree = startDesktop(desktop, run);
  const output = collectOutput(run.onOutput);
  let ended = false;
  tree.child.stdout?.on('data', (chunk) => output.add(String(chunk)));
  tree.child.stderr?.on('data', (chunk) => output.add(String(chunk)));
  tree.child.once('error', (error) => {
    run.onOutput(error.message);
    ended = true;
  });
  tree.child.once('exit', () => (ended = true));
  try {
    return await awaitResult(run, () => ended);
  } finally {
    await tree.stop();
  }
}

async function awaitResult(run: SuiteRun, hasEnded: () => boolean): Promise<SuiteResult> {
  let endedAt = 0;
  const look = () => {
    if (existsSync(run.resultFile)) return JSON.parse(readFileSync(run.resultFile, 'utf8')) as SuiteResult;
    if (hasEnded() && endedAt === 0) endedAt = Date.now();
    if (endedAt > 0 && Date.now() - endedAt > afterEndMs)
      throw new Error('VS Code ended without a result of the suite');
    return undefined;
  };
  return poll(look, { what: 'a result of the suite inside VS Code', timeoutMs: run.timeoutMs });
}

/** Drops the colour directives and the styles of VS Code's console lines. */
function cleanConsole(text: string): string {
  return text
    .replaceAll('%c', '')
    .replace(/\s*color: [#\w]+;?\s*/g, ' ')
    .trim();
}
