import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { installDebian, mayInstall } from './debian';
import { findCommand, isProgram } from './find-command';

/** A browser page and the way to end its browser. */
export interface OpenPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** How a page is opened. */
export interface PageOptions {
  readonly headless?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** How many pixels of a screenshot stand for one of the page; 1 when left out. */
  readonly scale?: number;
}

const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const installCommand = 'apt-get install -y chromium';

// Root may not use the sandbox; the rest keeps the browser from talking to anything but the page.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds an installed Chromium, Chrome or Edge; CHROMIUM_PATH names one explicitly.
 * @returns its absolute path, or undefined; throws when CHROMIUM_PATH is not a program
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH is set to ${named}, which is not a program`);
  }
  return findCommand(programNames) ?? usualPlaces().find(isProgram);
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA, 'ProgramFiles(x86)': programs32 } = process.env;
    const programs = [
      join('Google', 'Chrome', 'Application', 'chrome.exe'),
      join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
    const folders = [ProgramFiles, programs32, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return [];
}

/**
 * Finds a Chromium, or installs Debian's where this is root on a Debian-like system.
 * @returns its absolute path; rejects with the one command to run when there is none
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (!mayInstall()) throw new Error(`No Chromium, Chrome or Edge was found. ${advice()}`);
  await installDebian(['chromium', 'fonts-dejavu-core'], advice());
  const installed = findChromium();
  if (!installed) throw new Error(`${installCommand} brought no chromium. ${advice()}`);
  return installed;
}

function advice(): string {
  if (process.platform === 'win32') return 'Run: winget install Google.Chrome';
  if (process.platform === 'darwin') return 'Run: brew install --cask google-chrome';
  return `Run: sudo ${installCommand} (or set CHROMIUM_PATH to a Chromium, Chrome or Edge)`;
}

/**
 * Opens a page in a Chromium of this machine.
 * @param url the address
 * @param options headless unless told otherwise, 1280 by 800
 * @returns the page; rejects when there is no Chromium, it does not start or the address does not answer
 */
export async function openPage(url: string, options: PageOptions = {}): Promise<OpenPage> {
  const executablePath = await ensureChromium();
  // Signals are handled in one place (process-tree.ts); playwright still ends the browser when this process exits.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({
    executablePath,
    headless: options.headless ?? true,
    args: flags,
    ...signals,
  });
  try {
    const viewport = { width: options.width ?? 1280, height: options.height ?? 800 };
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: options.scale ?? 1,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(url);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
