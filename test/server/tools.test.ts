import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EditResult, ToolRoom, ToolsResult } from '../../server/protocol';
import { type Editor, pull, withEditor } from './lsp';

const DOCUMENT = '{\n  "type": "realtime",\n  "tools": []\n}\n';

const run = <T = ToolsResult>(editor: Editor, command: string, args: unknown) =>
  editor.request<T>('workspace/executeCommand', {
    command: `realtimeConfig.server.${command}`,
    arguments: [args],
  });

const written = `{
  "type": "realtime",
  "tools": [
    {
      "type": "function",
      "name": "look_up",
      "description": "Looks it up.",
      "parameters": {
        "type": "object",
        "properties": {}
      }
    }
  ]
}
`;

describe('the command that inserts a tool', () => {
  it('appends it and says where; the document is clean then', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(DOCUMENT);
      const tool = { description: 'Looks it up.', name: 'look_up' };
      const result = await run(editor, 'insertTool', { uri, position: { line: 0, character: 0 }, tool });
      assert.equal(editor.textOf(uri), written);
      const range = { start: { line: 2, character: 11 }, end: { line: 12, character: 3 } };
      assert.deepEqual(result, { outcome: 'applied', range, notes: [] });
      assert.deepEqual(await pull(editor, uri), []);
      assert.deepEqual(editor.shown, []);
    }));

  it('refuses with a reason, and changes nothing', () =>
    withEditor({}, async (editor) => {
      const session = await editor.open(written);
      const transcription = await editor.open('{ "type": "transcription" }');
      const tool = { name: 'look_up' };
      const said = async (args: unknown) => {
        const result = await run<EditResult>(editor, 'insertTool', args);
        assert.equal(result.outcome, 'refused');
        assert.deepEqual(editor.shown.at(-1), { message: result.message, actions: [] });
        return result.message;
      };
      assert.deepEqual(
        [
          await said({ uri: session, tool }),
          await said({ uri: transcription, tool }),
          await said({ uri: session }),
          await said({ uri: 'file:///none', tool }),
          await said(undefined),
        ],
        [
          'There is a function called "look_up" already. Choose a name that is free.',
          'A session that transcribes (ga.transcription-session) has no tools: only a conversation, or an answer in one, can call any.',
          'This command needs { uri, tool } with an object for the tool.',
          'This document is not open in the language server. Open it as realtime-json first.',
          'This command needs { uri }, the document that it is about.',
        ],
      );
      assert.equal(editor.textOf(session), written);
      assert.equal(editor.textOf(transcription), '{ "type": "transcription" }');
    }));

  it('says that an editor did not take the change', () =>
    withEditor({ accepts: false }, async (editor) => {
      const uri = await editor.open(DOCUMENT);
      const result = await run<EditResult>(editor, 'insertTool', { uri, tool: { name: 'a' } });
      assert.deepEqual(result, {
        outcome: 'refused',
        message: 'The editor did not accept the change. The file may be read-only.',
      });
    }));
});

describe('the command that pastes tools', () => {
  const mcp = {
    name: 'look_up',
    description: 'Looks it up.',
    inputSchema: { type: 'object', properties: {} },
  };

  it('appends what a text describes, and tells what was left out', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(DOCUMENT);
      const text = JSON.stringify({ tools: [{ ...mcp, annotations: {} }] });
      const result = await run(editor, 'pasteTools', { uri, text });
      assert.equal(editor.textOf(uri), written);
      const notes = ['Left out, because a tool has no place for it here: "annotations".'];
      assert.ok(result.outcome === 'applied');
      assert.deepEqual(result.notes, notes);
      assert.deepEqual(editor.shown, [{ message: `A tool was inserted. ${notes[0]}`, actions: [] }]);
    }));

  it('can be asked beforehand, and given a name', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(DOCUMENT);
      const text = JSON.stringify([mcp, mcp.inputSchema]);
      assert.deepEqual(await run(editor, 'pasteTools', { uri, text, preview: true }), {
        outcome: 'tools',
        names: ['look_up', null],
      });
      assert.equal(editor.textOf(uri), DOCUMENT);
      await run(editor, 'pasteTools', { uri, text, name: 'other' });
      const { tools } = JSON.parse(editor.textOf(uri)) as { tools: { name: string }[] };
      assert.deepEqual(
        tools.map(({ name }) => name),
        ['look_up', 'other'],
      );
      assert.deepEqual(editor.shown, []);
    }));

  it('refuses text without a tool, and tools that the kind does not take', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "model": "m" }');
      const said = async (text: unknown) => {
        const result = await run<EditResult>(editor, 'pasteTools', { uri, text });
        assert.equal(result.outcome, 'refused');
        return result.message;
      };
      assert.match(await said('hello'), /^The text is no JSON/);
      assert.equal(await said(1), 'This command needs { uri, text }.');
      assert.equal(
        await said('{ "type": "mcp", "server_label": "s" }'),
        'Nothing was inserted. Skipped the MCP server "s": sdk.session-request takes functions alone.',
      );
      assert.equal(editor.textOf(uri), '{ "model": "m" }');
    }));
});

describe('what a document takes', () => {
  it('is told to who asks, or why it takes nothing', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(written);
      assert.deepEqual(await run<ToolRoom>(editor, 'toolRoom', { uri }), {
        outcome: 'room',
        sorts: ['function', 'mcp'],
        taken: { function: ['look_up'], mcp: [] },
        nameRule: {
          pattern: '^[a-zA-Z0-9_-]+$',
          message: 'It takes letters, digits, "_" and "-", at least one of them.',
        },
      });
      const sdk = await editor.open('{ "model": "m" }');
      assert.deepEqual(await run<ToolRoom>(editor, 'toolRoom', { uri: sdk }), {
        outcome: 'room',
        sorts: ['function'],
        taken: { function: [], mcp: [] },
        nameRule: null,
      });
      const none = await editor.open('{ "type": "transcription" }');
      assert.equal((await run<EditResult>(editor, 'toolRoom', { uri: none })).outcome, 'refused');
    }));
});
