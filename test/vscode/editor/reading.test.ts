import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { poll } from '../../host/delay';
import { notificationText, pressButton } from '../notifications';
import { hoverOver, runCommand, typeKeys, waitForKind, waitForStatus } from '../page';
import { type EditorSession, holds, startSession } from './session';

const timeoutMs = 15_000;
const request = `{
  "model": "gpt-4o-realtime-preview",
  "config": {
    "turn_detection": { "type": "server_vad", "threshold": 0.5 }
  },
  "voice": "alloy"
}
`;
const broken = `{
  "model": "gpt-4o-realtime-preview",
  "config": { "tool_choise": "auto" },
  "voice": "aloy"
}
`;

let editor: EditorSession;

describe('the editor', () => {
  before(async () => {
    editor = await startSession({
      settings: {
        // The list of running extensions would otherwise lie over everything.
        'workbench.editor.useModal': 'off',
        // The SDK's own models are gone, and warnings about them would be counted with the others.
        'realtimeConfig.rules': { 'model-shutdown': 'off' },
      },
    });
  });
  after(() => editor?.close());

  it('does not load the extension before a .realtime.json opens', async () => {
    const { page } = editor;
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: 'Realtime Session Config',
    });
    const other = page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: 'JSON Language Features',
    });
    await editor.open('another.json', '{}\n');
    await runCommand(page, 'Developer: Show Running Extensions');
    await other.first().waitFor({ timeout: timeoutMs });
    assert.equal(await row.count(), 0);
    await editor.open('first.realtime.json', request);
    await runCommand(page, 'Developer: Show Running Extensions');
    await row.first().waitFor({ timeout: timeoutMs });
  });

  it('shows the kind in the language status', async () => {
    await editor.open('request.realtime.json', request);
    assert.match(await waitForKind(editor.page, 'sdk · session request'), /by content.*no problems/);
    await editor.open('named.sdk.response-config.realtime.json', '{}\n');
    assert.match(await waitForKind(editor.page, 'sdk · response config'), /by file name/);
  });

  it('explains a key under the mouse', async () => {
    await editor.open('request.realtime.json', request);
    const text = await hoverOver(editor.page, 'threshold');
    assert.match(text, /config\.turn_detection\.threshold/);
    assert.match(text, /0\.5/);
  });

  it('explains a value under the mouse', async () => {
    await editor.open('request.realtime.json', request);
    assert.match(await hoverOver(editor.page, 'alloy'), /alloy.*voice/is);
  });

  it('underlines problems, counts them, and says them under the mouse', async () => {
    await editor.open('broken.realtime.json', broken);
    const { page } = editor;
    await page.locator('.squiggly-error').first().waitFor({ timeout: timeoutMs });
    await page.locator('.squiggly-warning').first().waitFor({ timeout: timeoutMs });
    await waitForStatus(page, '1 1');
    assert.match(await waitForKind(page, '1 error, 1 warning'), /sdk · session request/);
    assert.match(await hoverOver(page, 'tool_choise'), /Did you mean "tool_choice"\?/);
  });

  it('fixes a problem from the keyboard', async () => {
    await editor.open('fix.realtime.json', broken);
    const { page } = editor;
    await page.locator('.squiggly-error').first().waitFor({ timeout: timeoutMs });
    await typeKeys(page, 'F8', 'Escape', 'Control+.');
    const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Replace with "alloy"' });
    await action.first().waitFor({ timeout: timeoutMs });
    await typeKeys(page, 'Enter');
    await editor.saved('fix.realtime.json', (text) => holds(text, ({ voice }) => voice === 'alloy'));
  });

  it('says why a default cannot go where it was asked for', async () => {
    await editor.open('caller.realtime.json', '{ "enabled": true, "model": "whisper-1" }\n');
    await waitForKind(editor.page, 'sdk · input audio transcription');
    await runCommand(editor.page, 'Realtime: Insert Default Turn Detection');
    const text = await notificationText(editor.page, 'turn_detection');
    assert.match(text, /has no place for "turn_detection"\. It belongs in/);
    await pressButton(editor.page, 'New Document');
    await editor.page.locator('.tab.active', { hasText: 'Untitled' }).first().waitFor({ timeout: timeoutMs });
  });

  it('asks before it replaces', async () => {
    await editor.open('replace.realtime.json', request);
    await runCommand(editor.page, 'Realtime: Insert Default Turn Detection');
    const text = await notificationText(editor.page, 'turn_detection');
    assert.match(text, /is there already\. Replace it with the default\?/);
    await pressButton(editor.page, 'Replace');
    const saved = await editor.saved('replace.realtime.json', (now) => now.includes('silence_duration_ms'));
    assert.equal((JSON.parse(saved) as { voice: string }).voice, 'alloy');
  });

  it('lets one choose the kind', async () => {
    await editor.open('chosen.realtime.json', '{ "modalities": ["text"] }\n');
    await waitForKind(editor.page, 'sdk · session config');
    await runCommand(editor.page, 'Realtime: Choose Kind…');
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'sdk · session request' }).first().click({ timeout: timeoutMs });
    assert.match(await waitForKind(editor.page, 'sdk · session request'), /your choice/);
  });

  it('offers a .realtime.json that opens as plain JSON the right language', async () => {
    const settings = { 'files.associations': { '*.realtime.json': 'json' } };
    const other = await startSession({ settings });
    try {
      const { page } = other;
      const row = page.locator('.statusbar-item[id="status.editor.mode"]');
      await other.openOnly('misread.realtime.json', request);
      assert.match(await notificationText(page, 'misread'), /is open as plain JSON/);
      await pressButton(page, 'Use Realtime Config');
      await waitForKind(page, 'sdk · session request');
      const language = async () =>
        (await row.textContent())?.includes('Realtime Session Config') ? true : undefined;
      await poll(language, { what: 'our language', timeoutMs });
    } finally {
      await other.close();
    }
  });
});
