import { openPage } from '../host/chromium';
import { poll } from '../host/delay';
import { type DesktopVsCode, startDesktop } from '../host/desktop';
import { startRegistryHost } from '../host/registry-host';
import { collectOutput } from '../host/server-output';
import { startWebHost } from '../host/web-host';
import type { SuiteResult } from './result';

/** What a run of the suite needs, the same for every kind of VS Code. */
export interface SuiteRun {
  readonly folder: string;
  readonly extensionPath: string;
  readonly testsPath: string;
  /** Looks whether the result has come. */
  readonly result: () => SuiteResult | undefined;
  readonly timeoutMs: number;
  /** Gets each line that VS Code or the suite prints. */
  readonly onOutput: (line: string) => void;
}

// The result comes just before VS Code closes the suite: a VS Code that ended gets this long for it to be seen.
const afterEndMs = 2000;

/**
 * Runs the suite in the VS Code of the npm registry, with a headless browser as its window.
 * @param run see SuiteRun
 * @param kind the extension host: Node.js on the server, or a Web Worker in the browser
 * @returns the result; rejects when VS Code ended or the time was up without one
 */
export async function runInRegistryHost(run: SuiteRun, kind: 'node' | 'web'): Promise<SuiteResult> {
  const host = await startRegistryHost({ onOutput: run.onOutput });
  try {
    return await runInPage(host.url({ ...run, kind }), run);
  } finally {
    await host.stop();
  }
}

/**
 * Runs the suite in the web build of the oldest supported VS Code, on a workspace in memory.
 * @param run see SuiteRun
 * @param files the folder of the extension that serves the workspace
 * @returns the result; rejects when VS Code ended or the time was up without one
 */
export async function runInWebHost(run: SuiteRun, files: string): Promise<SuiteResult> {
  const host = await startWebHost({ extension: run.extensionPath, files, tests: run.testsPath });
  try {
    return await runInPage(host.address, run);
  } finally {
    await host.stop();
  }
}

async function runInPage(address: string, run: SuiteRun): Promise<SuiteResult> {
  const window = await openPage('about:blank');
  try {
    let ended = false;
    const { page } = window;
    const collected = collectOutput(run.onOutput);
    page.on('console', (message) => collected.add(`${cleanConsole(message.text())}\n`));
    page.on('pageerror', (error) => collected.add(`${error.message}\n`));
    page.on('crash', () => (ended = true));
    // VS Code's web workbench calls these when it runs tests, so that the page can stand for a process.
    await page.exposeFunction('codeAutomationExit', () => (ended = true));
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.goto(address);
    return await awaitResult(run, () => ended);
  } finally {
    await window.close();
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
    const result = run.result();
    if (result) return result;
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
