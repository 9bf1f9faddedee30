import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnosticsOf, isClean, openFixture, openText, textOf, waitFor } from './support';

/** The codes, but for those of dates and of what is only worth knowing. */
const codesOf = (found: readonly vscode.Diagnostic[]) =>
  found
    .filter((one) => !isClean([one]))
    .map(codeOf)
    .sort();

function replaceAll(editor: vscode.TextEditor, text: string): Thenable<boolean> {
  const { document } = editor;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  return editor.edit((builder) => builder.replace(whole, text));
}

describe('diagnostics', () => {
  afterEach(closeAll);

  it('name what the SDK refuses or drops, with stable codes', async () => {
    const { document } = await openFixture('broken.realtime.json');
    const found = await diagnosticsOf(document.uri, (all) => codesOf(all).length >= 3);
    assert.deepEqual(codesOf(found), ['invalid-value', 'unknown-property', 'wrong-type']);
    assert.deepEqual([...new Set(found.map(({ source }) => source))], ['realtime']);
    const value = found.find(({ message }) => message.includes('pcm-16'));
    assert.equal(document.getText(value?.range), '"pcm-16"');
    assert.equal(value?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(value?.message ?? '', /Did you mean "pcm16"\?/);
    const key = found.find((one) => codeOf(one) === 'unknown-property');
    assert.equal(key?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(key?.range), '"tool_choise"');
  });

  it('follow what is typed and go when it is right', async () => {
    const editor = await openText('{ "model": "gpt-4o-realtime-preview", "temperature": 0.8 }');
    const { uri } = editor.document;
    await diagnosticsOf(uri, isClean);
    await replaceAll(editor, '{ "model": "gpt-4o-realtime-preview", "temperature": "warm" }');
    assert.deepEqual(codesOf(await diagnosticsOf(uri, (found) => codesOf(found).length > 0)), ['wrong-type']);
    await replaceAll(editor, '{ "model": "gpt-4o-realtime-preview", "temperature": 1 ');
    const broken = await diagnosticsOf(uri, (found) => codesOf(found).includes('syntax'));
    assert.deepEqual(codesOf(broken), ['syntax']);
    await replaceAll(editor, '{ "model": "gpt-4o-realtime-preview", "temperature": 1 }');
    await diagnosticsOf(uri, isClean);
  });

  it('are ours alone: the built-in JSON support says nothing', async () => {
    const { document } = await openText('{ "model": "gpt-4o-realtime-preview", "model": "x" }');
    const found = await diagnosticsOf(document.uri, (all) => codesOf(all).length > 0);
    assert.deepEqual([...new Set(found.map(({ source }) => source))], ['realtime']);
  });

  it('are fixed by the preferred quick fix', async () => {
    const editor = await openFixture('broken.realtime.json');
    const { document } = editor;
    await diagnosticsOf(document.uri, (all) => codesOf(all).length >= 3);
    const at = document.positionAt(textOf(editor).indexOf('pcm-16'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
      vscode.CodeActionKind.QuickFix.value,
    );
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.deepEqual(
      preferred.map(({ title }) => title),
      ['Replace with "pcm16"'],
    );
    assert.ok(preferred[0]?.edit);
    await vscode.workspace.applyEdit(preferred[0].edit);
    assert.match(textOf(editor), /"input_audio_format": "pcm16"/);
    await diagnosticsOf(document.uri, (all) => !codesOf(all).includes('invalid-value'));
  });

  it('are fixed by auto fix at the cursor', async () => {
    const editor = await openText(
      '{ "model": "gpt-4o-realtime-preview", "voice": "alloy", "temprature": 0.8 }',
    );
    await diagnosticsOf(editor.document.uri, (all) => codesOf(all).length === 1);
    const at = editor.document.positionAt(textOf(editor).indexOf('temprature'));
    editor.selection = new vscode.Selection(at, at);
    const fix = async () => {
      await vscode.commands.executeCommand('editor.action.autoFix');
      return textOf(editor);
    };
    await waitFor(fix, (text) => text.includes('"temperature"'), 'the renamed key');
  });
});
