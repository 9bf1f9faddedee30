import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type OpenPage, openPage, type PageOptions } from '../host/chromium';
import { poll } from '../host/delay';
import type { RegistryHost, WorkbenchTarget } from '../host/registry-host';

const slowMs = 60_000;
const usualMs = 30_000;

/**
 * Opens the workbench in a headless browser and waits until it can be used.
 * @param host a running registry host
 * @param target the folder, the extension and perhaps the file to open
 * @param options the size of the window and the like
 * @returns the page; rejects when the workbench does not come up
 */
export async function openWorkbench(
  host: RegistryHost,
  target: WorkbenchTarget,
  options: PageOptions = {},
): Promise<OpenPage> {
  const window = await openPage(host.url(target), options);
  try {
    const { page } = window;
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: slowMs });
    await page.locator('.statusbar-item').first().waitFor({ timeout: slowMs });
    if (target.file) await editorShows(page, basename(target.file));
    return window;
  } catch (error) {
    await window.close();
    throw error;
  }
}

/**
 * Opens a file through quick open, as a person does.
 * @param page the workbench
 * @param path the file's absolute path: a name alone depends on the search, which is late to see new files
 * @returns resolves when its editor has the focus
 */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = basename(path);
  // What was closed a moment ago may take the focus, and the input with it: then it is opened again.
  const fill = async () => {
    const input = await openQuickInput(page, 'Control+P');
    return input.fill(path, { timeout: 3000 }).then(
      () => true,
      () => undefined,
    );
  };
  await poll(fill, { what: 'the input for a file', timeoutMs: usualMs });
  await page
    // Enter takes the row with the focus, which for a moment is still one of the files opened before.
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: name })
    .first()
    .waitFor({ timeout: usualMs });
  await page.keyboard.press('Enter');
  await editorShows(page, name);
}

/** Some editors leave the focus nowhere, where no key is heard: then the active tab is clicked first. */
async function openQuickInput(page: Page, key: string): Promise<Locator> {
  const input = page.locator('.quick-input-widget input').first();
  const tab = page.locator('.editor-group-container.active .tab.active').first();
  const look = async () => {
    const isFocused = await page.evaluate('document.activeElement !== document.body');
    if (!isFocused && (await tab.isVisible())) await tab.click();
    await page.keyboard.press(key);
    const opened = await input.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    return opened ? input : undefined;
  };
  return poll(look, { what: `the input that ${key} opens`, timeoutMs: usualMs });
}

async function editorShows(page: Page, name: string): Promise<void> {
  await page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout: slowMs });
  await editor(page).locator('.view-line').first().waitFor({ timeout: usualMs });
  await editor(page)
    .locator('.view-lines')
    .click({ position: { x: 5, y: 5 } });
}

function editor(page: Page): Locator {
  return page.locator('.editor-group-container.active .monaco-editor').first();
}

/**
 * Runs a command through the command palette.
 * @param page the workbench
 * @param title the command's title, with its category as the palette shows it
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = await openQuickInput(page, 'F1');
  await input.fill(`>${title}`);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: title })
    .first()
    .click({ timeout: usualMs });
}

/**
 * Presses keys one after the other.
 * @param page the workbench, with the focus where the keys belong
 * @param keys each is a key name of playwright such as `Control+End`, or `text:` and what to type letter by letter
 */
export async function typeKeys(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('text:')) await page.keyboard.type(key.slice('text:'.length), { delay: 20 });
    else await page.keyboard.press(key);
  }
}

/**
 * Waits for the suggestion list to open.
 * @param page the workbench
 * @param condition says whether the list is the awaited one; any list with an entry when left out
 * @returns the labels of the entries that are visible (the list shows about twelve at a time)
 */
export function waitForSuggest(
  page: Page,
  condition = (labels: string[]) => labels.length > 0,
): Promise<string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
  const look = async () => {
    const labels = (await rows.allTextContents()).map((label) => label.trim());
    return condition(labels) ? labels : undefined;
  };
  return poll(look, { what: 'the suggestion list', timeoutMs: usualMs });
}

/**
 * Waits until no suggestion list is open.
 * @param page the workbench
 */
export async function suggestIsClosed(page: Page): Promise<void> {
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden', timeout: usualMs });
}

/**
 * Rests the mouse on a text in the editor until the hover is there.
 * @param page the workbench
 * @param text a text inside one token of the editor, for example `voice`; its first place is taken
 * @returns the hover's text; rejects when there is no such text or no hover
 */
export async function hoverOver(page: Page, text: string): Promise<string> {
  const token = editor(page).locator('.view-line > span > span', { hasText: text }).first();
  const hover = page.locator('.monaco-hover:visible');
  // Lines are drawn anew when the layout changes: a place counts once it is the same twice.
  let before = '';
  const settled = async () => {
    const box = await token.boundingBox({ timeout: usualMs });
    const whole = ((await token.textContent()) ?? '').replaceAll('\u00a0', ' ');
    const now = JSON.stringify([box, whole]);
    const isSame = now === before;
    before = now;
    return box && whole !== '' && isSame ? { box, whole } : undefined;
  };
  const { box, whole } = await poll(settled, { what: `${text} in the editor`, timeoutMs: usualMs });
  // The font is monospaced, so the place of the text inside its token can be calculated.
  const middle = (whole.indexOf(text) + text.length / 2) / whole.length;
  await page.mouse.move(box.x + box.width * middle, box.y + box.height / 2, { steps: 5 });
  const look = async () => {
    const shown = (await hover.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ').trim();
    return shown === '' || shown === 'Loading...' ? undefined : shown;
  };
  return poll(look, { what: `the hover over ${text}`, timeoutMs: usualMs });
}

/**
 * Reads the status bar.
 * @param page the workbench
 * @returns the texts of its items from left to right, without the empty ones
 */
export async function statusItems(page: Page): Promise<string[]> {
  const items = await page.locator('.statusbar-item:visible').all();
  const placed = await Promise.all(
    items.map(async (item) => ({
      left: (await item.boundingBox())?.x ?? 0,
      text: await item.allInnerTexts(),
    })),
  );
  placed.sort((a, b) => a.left - b.left);
  return placed.map(({ text }) => text.join(' ').replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/**
 * Waits for an item of the status bar.
 * @param page the workbench
 * @param text what the item's text contains
 * @returns the item's whole text; rejects when it does not appear
 */
export function waitForStatus(page: Page, text: string): Promise<string> {
  const look = async () => (await statusItems(page)).find((item) => item.includes(text));
  return poll(look, { what: `the status item ${text}`, timeoutMs: slowMs });
}

/**
 * Waits until the language status shows the kind of the document in front.
 * @param page the workbench
 * @param name what the status has to contain, such as `sdk · session config`; any kind when left out
 * @returns the status in words; rejects when it does not come
 */
export function waitForKind(page: Page, name = ' · '): Promise<string> {
  const item = page.locator('.statusbar-item[id="status.languageStatus"], .statusbar-item[aria-label]');
  const look = async () => {
    const labels = await item.evaluateAll((found) =>
      found.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    return labels.find((label) => label.includes('Language Status') && label.includes(name));
  };
  return poll(look, { what: `the kind ${name} in the language status`, timeoutMs: slowMs });
}

/**
 * Reads the text of the active editor as far as it is drawn.
 * @param page the workbench
 * @returns its visible lines from top to bottom
 */
export async function visibleText(page: Page): Promise<string> {
  const lines = await editor(page).locator('.view-line').all();
  const placed = await Promise.all(
    lines.map(async (line) => ({
      top: (await line.boundingBox())?.y ?? 0,
      text: (await line.textContent()) ?? '',
    })),
  );
  placed.sort((a, b) => a.top - b.top);
  // The editor draws each blank as a no-break space.
  return placed.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
}

/**
 * Takes a picture of the window, without the notifications that would lie over it and the status items that only a
 * browser has.
 * @param page the workbench
 * @param path where the PNG goes
 */
export async function screenshot(page: Page, path: string): Promise<void> {
  const items = ['host', 'forwardedPorts', 'workbench.keyboardLayout'].map((id) => `[id="status.${id}"]`);
  const hidden = ['.notifications-toasts', '.notification-toast-container', ...items];
  const style = `${hidden.join(', ')} { display: none !important; }`;
  await page.screenshot({ path, style, animations: 'disabled', caret: 'initial' });
}
