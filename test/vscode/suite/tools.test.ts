import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications, runLeaving, runPicking } from './answers';
import { closeAll, diagnosticsOf, isClean, openText, textOf } from './support';

const INSERT = 'realtimeConfig.insertTool';
const PASTE = 'realtimeConfig.insertToolFromClipboard';
const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

const BEFORE = '{\n  "type": "realtime",\n  "tool_choice": "auto"\n}\n';
const EMPTY = { type: 'object', properties: {} };

const toolsIn = (editor: vscode.TextEditor) => (JSON.parse(textOf(editor)) as { tools?: unknown }).tools;

describe('tools', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  /** Opens the document, does something, and sees that one undo takes it back. */
  const changing = async (change: () => PromiseLike<unknown>, expected: unknown) => {
    const editor = await openText(BEFORE);
    await change();
    assert.deepEqual(toolsIn(editor), expected);
    await diagnosticsOf(editor.document.uri, isClean);
    await run('undo');
    assert.equal(textOf(editor), BEFORE);
  };

  it('insertTool inserts a function, taking what it offers for every answer', () =>
    changing(() => runPicking(INSERT, 'first'), [{ type: 'function', name: 'look_up', parameters: EMPTY }]));

  it('insertTool inserts the tool that it is told, in schema order', () => {
    const server = { type: 'mcp', server_label: 's', server_url: 'https://s.example' };
    const given = { server_url: server.server_url, server_label: 's', type: 'mcp' };
    return changing(() => run(INSERT, given), [server]);
  });

  it('insertTool changes nothing when one leaves', async () => {
    const editor = await openText(BEFORE);
    await runLeaving(INSERT);
    assert.equal(textOf(editor), BEFORE);
  });

  it('insertToolFromClipboard takes a tool of Chat Completions', () =>
    changing(async () => {
      const tool = { name: 'f', description: 'd', strict: true, parameters: EMPTY };
      await vscode.env.clipboard.writeText(JSON.stringify({ type: 'function', function: tool }));
      await run(PASTE);
    }, [{ type: 'function', name: 'f', description: 'd', parameters: EMPTY }]));

  it('insertToolFromClipboard takes what an MCP server lists', () =>
    changing(
      async () => {
        const list = ['a', 'b.c'].map((name) => ({ name, inputSchema: EMPTY, annotations: {} }));
        await vscode.env.clipboard.writeText(JSON.stringify({ tools: list }));
        await run(PASTE);
      },
      ['a', 'b_c'].map((name) => ({ type: 'function', name, parameters: EMPTY })),
    ));

  it('insertToolFromClipboard asks for the name of a plain JSON Schema', () =>
    changing(async () => {
      await vscode.env.clipboard.writeText(JSON.stringify(EMPTY));
      await runPicking(PASTE);
    }, [{ type: 'function', name: 'look_up', parameters: EMPTY }]));

  it('both change nothing where there are no tools, and where the clipboard holds none', async () => {
    const text = '{\n  "type": "transcription"\n}\n';
    const editor = await openText(text);
    await vscode.env.clipboard.writeText(JSON.stringify({ name: 'a', inputSchema: EMPTY }));
    await run(INSERT);
    await run(INSERT, { name: 'a' });
    await run(PASTE);
    assert.equal(textOf(editor), text);
    const other = await openText(BEFORE);
    await vscode.env.clipboard.writeText('no tool');
    await run(PASTE);
    assert.equal(textOf(other), BEFORE);
  });
});
