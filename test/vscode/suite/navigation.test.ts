import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications } from './answers';
import { closeAll, openFixture, setCursor, textOf, waitFor } from './support';

/** Asks a provider of VS Code until it answers something: the server may still be starting. */
function ask<T>(command: string, ...args: unknown[]): Promise<T[]> {
  const answer = async () => (await vscode.commands.executeCommand<T[] | undefined>(command, ...args)) ?? [];
  return waitFor(answer, (found) => found.length > 0, `an answer to ${command}`);
}

/** Ranges as `line: text`. */
const shown = ({ document }: vscode.TextEditor, ranges: readonly vscode.Range[]) =>
  ranges.map((range) => `${range.start.line}: ${document.getText(range)}`);

/** What a request that is refused is refused with; nothing when it is not. */
async function refusal(request: Thenable<unknown>): Promise<string> {
  try {
    await request;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const undo = () => vscode.commands.executeCommand('undo');

describe('navigation', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  const open = async (marker: string) => {
    const editor = await openFixture('tools.realtime.json');
    return { editor, uri: editor.document.uri, position: setCursor(marker) };
  };

  it('leads from a choice to the tool', async () => {
    const { editor, uri, position } = await open('"tool_choice": { "type": "function", "name": "look|_up"');
    const [link] = await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', uri, position);
    assert.ok(link?.targetSelectionRange);
    assert.deepEqual(shown(editor, [link.targetSelectionRange]), ['10: look_up']);
    assert.equal(link.targetRange.start.line, 8);
  });

  it('finds the references of a tool, and marks them', async () => {
    const { editor, uri, position } = await open('"name": "look|_up",');
    const expected = ['10: look_up', '22: look_up'];
    const found = await ask<vscode.Location>('vscode.executeReferenceProvider', uri, position);
    assert.deepEqual(
      shown(
        editor,
        found.map(({ range }) => range),
      ).sort(),
      expected,
    );
    const marks = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', uri, position);
    assert.deepEqual(
      shown(
        editor,
        marks.map(({ range }) => range),
      ),
      expected,
    );
  });

  it('renames every mention of a tool and nothing else, in one undo', async () => {
    const { editor, uri, position } = await open('"name": "look|_up",');
    await ask('vscode.executeReferenceProvider', uri, position);
    const before = textOf(editor);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      position,
      'find_it',
    );
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const after = before
      .replace('"name": "look_up",', '"name": "find_it",')
      .replace('"name": "look_up" }', '"name": "find_it" }');
    assert.equal(textOf(editor), after);
    await undo();
    assert.equal(textOf(editor), before);
  });

  it('says why something cannot be renamed', async () => {
    const { uri, position } = await open('"find|_order"] }');
    await ask('vscode.executeReferenceProvider', uri, position);
    const prepare = (at: vscode.Position) => vscode.commands.executeCommand('vscode.prepareRename', uri, at);
    assert.match(await refusal(prepare(position)), /"find_order" is what an MCP server calls a tool/);
    assert.match(await refusal(prepare(setCursor('"instr|uctions"'))), /Only names of function tools/);
    const rename = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      uri,
      setCursor('"server_label": "ord|ers"'),
      ' ',
    );
    assert.match(await refusal(rename), /A name for the MCP server cannot be empty/);
  });

  it('links servers and pages', async () => {
    const { editor, uri } = await open('{|');
    const links = await ask<vscode.DocumentLink>('vscode.executeLinkProvider', uri);
    const found = links.map(({ range, target }) => `${editor.document.getText(range)} ${target?.authority}`);
    assert.deepEqual(found, [
      'realtime platform.openai.com',
      'semantic_vad platform.openai.com',
      'function platform.openai.com',
      'mcp platform.openai.com',
      'https://mcp.example.com/orders mcp.example.com',
    ]);
  });

  it('outlines tools by name, and says which turn detection and voice there are', async () => {
    const { uri } = await open('{|');
    const symbols = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', uri);
    const line = ({ name, detail }: vscode.DocumentSymbol) => `${name} ${detail}`;
    const child = (path: string[]) =>
      path.reduce<vscode.DocumentSymbol[]>(
        (list, step) => list.find(({ name }) => name === step)?.children ?? [],
        symbols,
      );
    assert.deepEqual(child(['tools']).map(line), ['look_up function', 'orders mcp']);
    assert.deepEqual(child(['audio']).map(line), ['input semantic_vad', 'output marin']);
    assert.deepEqual(child(['audio', 'input']).map(line), ['turn_detection semantic_vad']);
  });
});
