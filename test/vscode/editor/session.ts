import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { FILE_SUFFIX } from '../../../server/protocol';
import type { OpenPage, PageOptions } from '../../host/chromium';
import { poll } from '../../host/delay';
import { projectRoot } from '../../host/paths';
import { atExit } from '../../host/process-tree';
import { type RegistryHost, startRegistryHost } from '../../host/registry-host';
import { openFile, openWorkbench, typeKeys, waitForKind } from '../page';

/** A real editor with the extension, driven with keyboard and mouse, on a folder of its own. */
export interface EditorSession {
  readonly page: Page;
  /** Writes a file and opens it as a person does; its editor has the focus, the cursor is at the start. */
  open(name: string, text: string): Promise<void>;
  /** The same for a file that is not opened in our language. */
  openOnly(name: string, text: string): Promise<void>;
  /** Saves the active editor and waits until the file on disk is as `condition` says; returns its text. */
  saved(name: string, condition: (text: string) => boolean): Promise<string>;
  /** Ends browser and server, and removes the folder. */
  close(): Promise<void>;
}

/** What a session starts with; everything may be left out. */
export interface SessionOptions extends PageOptions {
  /** User settings of the editor. */
  readonly settings?: Record<string, unknown>;
  /** Files of the folder; there is always one, for the explorer to show. */
  readonly files?: Readonly<Record<string, string>>;
}

const savedMs = 45_000;

/**
 * Starts a VS Code with the extension on a fresh folder and opens it in a headless browser.
 * @param options see SessionOptions
 * @returns the session; rejects when something does not start
 */
export async function startSession(options: SessionOptions = {}): Promise<EditorSession> {
  const folder = mkdtempSync(join(tmpdir(), 'realtime-editor-'));
  const removeFolder = atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [name, text] of Object.entries({ 'plain.json': '{}\n', ...options.files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  let host: RegistryHost | undefined;
  let window: OpenPage | undefined;
  const close = async (): Promise<void> => {
    await window?.close();
    await host?.stop();
    removeFolder();
  };
  try {
    const installedExtension = process.env.REALTIME_EXTENSION_PATH || projectRoot;
    const settings = options.settings ?? {};
    host = await startRegistryHost({ installedExtension, settings });
    window = await openWorkbench(host, { folder }, options);
  } catch (error) {
    await close();
    throw error;
  }
  const { page } = window;
  const openOnly = async (name: string, text: string): Promise<void> => {
    writeFileSync(join(folder, name), text);
    await openFile(page, join(folder, name));
  };
  return {
    page,
    close,
    openOnly,
    open: async (name, text) => {
      await openOnly(name, text);
      // A person types later than a server needs to start.
      if (name.endsWith(FILE_SUFFIX)) await waitForKind(page);
      await typeKeys(page, 'Control+Home');
    },
    saved: async (name, condition) => {
      const look = async () => {
        // Saving again is harmless, and the first time may come before the last key has arrived.
        await page.keyboard.press('Control+S');
        const text = readFileSync(join(folder, name), 'utf8');
        return condition(text) ? text : undefined;
      };
      return poll(look, { what: `the expected text in ${name}`, timeoutMs: savedMs }).catch(
        (error: Error) => {
          throw new Error(`${error.message}; it holds:\n${readFileSync(join(folder, name), 'utf8')}`);
        },
      );
    },
  };
}

/**
 * Says whether a text is JSON that fulfils a condition.
 * @param text the text
 * @param condition about its value
 * @returns false also when it is no JSON
 */
export function holds(text: string, condition: (value: Record<string, unknown>) => boolean): boolean {
  try {
    return condition(JSON.parse(text) as Record<string, unknown>);
  } catch {
    return false;
  }
}
