import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, type ProgressReporter } from '@vscode/test-electron';
import { findCommand } from './find-command';
import { cacheFolder } from './paths';
import { atExit, type ProcessTree, startTree } from './process-tree';
import { type Progress, showProgress } from './progress';
import { writeUserSettings } from './user-settings';

/** A desktop VS Code that can be shown on this machine. */
export interface DesktopVsCode {
  readonly executable: string;
  /** A program to run it under, such as xvfb-run with its arguments; empty where a display is there. */
  readonly wrapper: readonly string[];
}

/** What a desktop window is opened with; all paths are absolute. */
export interface DesktopTarget {
  readonly folder: string;
  readonly extensionPath: string;
  readonly testsPath?: string;
}

const firstAnswerMs = 10_000;
const idleMs = 20_000;

/**
 * Looks for a desktop VS Code: downloads it into the cache unless it is there already.
 * @param version `stable` or a version such as `1.91.0`
 * @param options `visible` asks for a display that a person sees; otherwise a virtual one will do
 * @returns the VS Code, or the reason why there is none as a sentence without a full stop; never rejects
 */
export async function findDesktop(
  version = 'stable',
  options: { visible?: boolean } = {},
): Promise<DesktopVsCode | string> {
  const wrapper = options.visible && !hasDisplay() ? undefined : displayWrapper();
  if (wrapper === undefined)
    return `there is no display (set DISPLAY${options.visible ? '' : ' or install xvfb'})`;
  try {
    const executable = await download(version);
    return existsSync(executable) ? { executable, wrapper } : `${executable} is missing after the download`;
  } catch (error) {
    return `desktop VS Code ${version} could not be downloaded (${messageOf(error)})`;
  }
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function displayWrapper(): readonly string[] | undefined {
  if (hasDisplay()) return [];
  const xvfb = findCommand(['xvfb-run']);
  return xvfb ? [xvfb, '--auto-servernum'] : undefined;
}

/** A download may take minutes, but a closed network has to show within seconds: the first byte decides. */
function download(version: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`no answer within ${firstAnswerMs / 1000} s`));
    const timer = setTimeout(giveUp, firstAnswerMs);
    const reporter = downloadReporter(() => clearTimeout(timer));
    downloadAndUnzipVSCode({ version, cachePath: cacheFolder(), timeout: idleMs, reporter })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

function downloadReporter(onFirstByte: () => void): ProgressReporter {
  let progress: Progress | undefined;
  return {
    report(report) {
      if (report.stage === 'downloading') {
        onFirstByte();
        progress ??= showProgress('Downloading desktop VS Code');
        progress.update(
          `${Math.round(report.bytesSoFar / 1e6)} of ${Math.round(report.totalBytes / 1e6)} MB`,
        );
      } else if (report.stage === 'foundMatchingInstall') {
        onFirstByte();
      } else if (report.stage === 'newInstallComplete') {
        progress?.done('done');
      }
    },
    error: () => undefined,
  };
}

/**
 * Opens a desktop window with the extension under development loaded and with fresh user data.
 * @param desktop what findDesktop gave
 * @param target what to open; with `testsPath` the window closes itself when the tests are done
 * @returns the running program; its `child` exits when the window closes
 */
export function startDesktop(desktop: DesktopVsCode, target: DesktopTarget): ProcessTree {
  const data = mkdtempSync(join(tmpdir(), 'realtime-vscode-'));
  const removeData = atExit(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  writeUserSettings(join(data, 'user', 'User'));
  const args = [
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
    ...['--disable-workspace-trust', '--disable-telemetry', '--new-window'],
    `--user-data-dir=${join(data, 'user')}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${target.extensionPath}`,
    ...(target.testsPath ? [`--extensionTestsPath=${target.testsPath}`] : []),
    target.folder,
  ];
  // An ELECTRON_RUN_AS_NODE inherited from a VS Code terminal would start a bare Node instead of the editor.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const [command = desktop.executable, ...before] = [...desktop.wrapper, desktop.executable];
  const tree = startTree(command, [...before, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  tree.child.once('exit', removeData);
  return tree;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
