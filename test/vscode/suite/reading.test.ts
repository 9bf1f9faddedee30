import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFixture, openText, setCursor, textOf, waitFor } from './support';

async function hoverAt(editor: vscode.TextEditor): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('reading a document', () => {
  afterEach(closeAll);

  it('explains keys', async () => {
    const editor = await openFixture('session.realtime.json');
    setCursor('"thr|eshold"');
    const text = await hoverAt(editor);
    assert.match(text, /\*\*config\.turn_detection\.threshold\*\*/);
    assert.match(text, /[Dd]efault/);
    assert.match(text, /0\.5/);
  });

  it('explains values', async () => {
    const editor = await openFixture('session.realtime.json');
    setCursor('"server|_vad"');
    assert.match(await hoverAt(editor), /server_vad/);
    setCursor('"gpt-4o|-realtime-preview"');
    assert.match(await hoverAt(editor), /gpt-4o-realtime-preview/);
  });

  it('says nothing between words', async () => {
    const editor = await openFixture('session.realtime.json');
    setCursor('"config":| {');
    assert.equal(await hoverAt(editor), '');
  });

  it('outlines the document', async () => {
    const editor = await openFixture('session.realtime.json');
    const ask = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
    // The server may still be starting when this is the first document.
    const symbols = (await waitFor(ask, (found) => found !== undefined, 'the outline')) ?? [];
    const names = symbols.map(({ name }) => name);
    assert.deepEqual(names, ['model', 'config', 'voice']);
    const config = symbols[1]?.children.map(({ name }) => name);
    assert.deepEqual(config, ['input_audio_format', 'turn_detection', 'modalities']);
  });

  it('folds objects', async () => {
    const editor = await openFixture('session.realtime.json');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      editor.document.uri,
    );
    const starts = ranges.map(({ start }) => editor.document.lineAt(start).text.trim());
    assert.deepEqual(starts.sort(), ['"config": {', '"turn_detection": {', '{']);
  });

  it('grows the selection from a value outwards', async () => {
    const editor = await openFixture('session.realtime.json');
    setCursor('"server|_vad"');
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await vscode.commands.executeCommand('editor.action.smartSelect.expand');
      seen.push(editor.document.getText(editor.selection));
    }
    assert.ok(seen.includes('"server_vad"'), seen.join('\n---\n'));
    assert.ok(seen.includes('"type": "server_vad"'), seen.join('\n---\n'));
  });

  it('formats', async () => {
    const editor = await openText('{"model":"gpt-4o-realtime-preview","config":{"modalities":["text"]}}');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const expected = [
      '{',
      '  "model": "gpt-4o-realtime-preview",',
      '  "config": {',
      '    "modalities": [',
      '      "text"',
      '    ]',
      '  }',
      '}',
    ];
    assert.deepEqual(textOf(editor).trimEnd().split('\n'), expected);
  });
});
