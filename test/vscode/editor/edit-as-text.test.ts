import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runCommand, typeKeys } from '../page';
import { type EditorSession, holds, startSession } from './session';

let editor: EditorSession;

const NAME = 'prose.realtime.json';
const prose = '{\n  "model": "gpt-4o-realtime-preview",\n  "instructions": "Be \\u006bind."\n}\n';

/** Opens the file, and its instructions as text; the text has the focus, the cursor is at its start. */
async function openBoth(): Promise<void> {
  await editor.open(NAME, prose);
  await typeKeys(editor.page, 'ArrowDown', 'ArrowDown', 'Home');
  await runCommand(editor.page, 'Realtime: Edit as Text…');
  await showText();
}

/** Brings the text to the front. */
async function showText(): Promise<void> {
  const { page } = editor;
  await page.locator('.tab', { hasText: 'instructions.md' }).first().click({ timeout: 30_000 });
  await page
    .locator('.editor-group-container.active .tab.active', { hasText: 'instructions.md' })
    .first()
    .waitFor({ timeout: 30_000 });
  await page.locator('.editor-group-container.active .view-line').first().click({ timeout: 30_000 });
  await typeKeys(page, 'Control+Home');
}

const isInstructions = (expected: string) => (text: string) =>
  holds(text, ({ instructions }) => instructions === expected);

describe('a string that is edited as text', () => {
  before(async () => {
    editor = await startSession();
  });
  after(() => editor?.close());

  it('is kept when the file is closed without being saved', async () => {
    const { page } = editor;
    await openBoth();
    await typeKeys(page, 'text:Please. ');
    const tab = page.locator('.tab', { hasText: NAME }).first();
    await page.locator('.tab.dirty', { hasText: NAME }).first().waitFor({ timeout: 30_000 });
    await tab.click();
    await runCommand(page, 'View: Close Editor');
    const dontSave = page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
    await dontSave.click({ timeout: 30_000 });
    await tab.waitFor({ state: 'detached', timeout: 30_000 });
    await showText();
    await typeKeys(page, 'text:Now. ');
    const text = await editor.saved(NAME, isInstructions('Now. Please. Be kind.'));
    assert.equal(text, prose.replace('Be', 'Now. Please. Be'));
  });
});
