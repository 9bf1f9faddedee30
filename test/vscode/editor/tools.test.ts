import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { poll } from '../../host/delay';
import { runCommand, typeKeys } from '../page';
import { type EditorSession, holds, startSession } from './session';

let editor: EditorSession;

const waitMs = 15_000;

/** Waits until the box that asks something shows a text: its title, an entry, or what is wrong with what was typed. */
async function asks(page: Page, text: string): Promise<void> {
  const look = async () => {
    const shown = (await page.locator('.quick-input-widget').first().textContent()) ?? '';
    return shown.replaceAll('\u00a0', ' ').includes(text) ? true : undefined;
  };
  await poll(look, { what: `the question "${text}"`, timeoutMs: waitMs });
}

/** Types into a box, in place of what it holds, once it can be typed into. */
async function fill(page: Page, box: string, text: string): Promise<Locator> {
  const input = page.locator(`${box} input`).first();
  await input.fill(text, { timeout: waitMs });
  return input;
}

/** Answers what the box with a title asks; what is wrong with a first answer is said before the second is given. */
async function answer(page: Page, title: string, text: string, wrong: Record<string, string> = {}) {
  await asks(page, title);
  for (const [typed, objection] of Object.entries(wrong)) {
    await fill(page, '.quick-input-widget', typed);
    await asks(page, objection);
  }
  const input = await fill(page, '.quick-input-widget', text);
  await input.press('Enter');
}

describe('tools at the keyboard', () => {
  before(async () => {
    editor = await startSession();
  });
  after(() => editor?.close());

  it('Insert Tool… asks for a function, and objects to a name while it is typed', async () => {
    const { page } = editor;
    await editor.open(
      'tool.realtime.json',
      '{\n  "type": "realtime",\n  "tools": [{ "type": "function", "name": "a" }]\n}\n',
    );
    await runCommand(page, 'Realtime: Insert Tool…');
    await asks(page, 'Something that your own program does');
    await page.locator('.quick-input-widget input').first().press('Enter');
    await answer(page, 'Insert function (1 of 3)', 'find_it', {
      a: '"a" is in use already.',
      'a.b': 'It takes letters, digits',
    });
    await answer(page, 'Insert function (2 of 3)', 'Finds it.');
    await answer(page, 'Insert function (3 of 3)', 'what, where?', {
      'what, a b': '"a b" cannot be an argument.',
    });
    const has = (text: string) => holds(text, ({ tools }) => Array.isArray(tools) && tools.length === 2);
    const { tools } = JSON.parse(await editor.saved('tool.realtime.json', has)) as { tools: unknown[] };
    const argument = { type: 'string', description: '' };
    assert.deepEqual(tools[1], {
      type: 'function',
      name: 'find_it',
      description: 'Finds it.',
      parameters: { type: 'object', properties: { what: argument, where: argument }, required: ['what'] },
    });
  });

  it('F2 renames a tool wherever it is mentioned, and says where it cannot', async () => {
    const { page } = editor;
    const text = (name: string) =>
      `{\n  "type": "realtime",\n  "tool_choice": { "type": "function", "name": "${name}" },\n  "tools": [{ "type": "function", "name": "${name}" }]\n}\n`;
    await editor.open('rename.realtime.json', text('a'));
    await typeKeys(
      page,
      'ArrowDown',
      'ArrowDown',
      'End',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'F2',
    );
    await (await fill(page, '.rename-box', 'find_it')).press('Enter');
    assert.equal(await editor.saved('rename.realtime.json', (now) => now !== text('a')), text('find_it'));
    await typeKeys(page, 'Control+Home', 'ArrowRight', 'F2');
    await page
      .locator('.monaco-editor-overlaymessage', {
        hasText: 'Only names of function tools and labels of MCP servers can be renamed.',
      })
      .first()
      .waitFor({ state: 'visible', timeout: waitMs });
  });
});
