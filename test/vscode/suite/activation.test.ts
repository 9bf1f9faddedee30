import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, extensionId, openFixture, waitFor } from './support';

const extension = () => {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is not loaded`);
  return found;
};

// Runs first, by its name: nothing after it can see the extension inactive.
describe('activation', () => {
  after(closeAll);

  it('does not happen at the start', () => {
    assert.equal(extension().isActive, false);
  });

  it('does not happen for a plain JSON file', async () => {
    const editor = await openFixture('plain.json');
    const { document } = editor;
    assert.equal(document.languageId, 'json');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 2), '"note": 1,'));
    // The built-in support has looked for schemas before it reports the duplicate.
    await diagnosticsOf(document.uri, (found) => found.length > 0);
    assert.equal(extension().isActive, false);
  });

  it('happens when a .realtime.json opens as json, and offers the right language', async () => {
    const { document } = await openFixture('misread.as-json.realtime.json');
    assert.equal(document.languageId, 'json');
    await waitFor(
      () => extension().isActive,
      (active) => active,
      'the extension is active',
    );
    // Accepted too is the offer to correct the setting that follows: a question left open would take the answers
    // that later tests give.
    const files = () => vscode.workspace.getConfiguration('files');
    const asJson = files().inspect('associations')?.workspaceValue;
    const accept = async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return files().get<Record<string, string>>('associations')?.['*.realtime.json'];
    };
    await waitFor(accept, (language) => language === 'realtime-json', 'the corrected setting');
    assert.equal(document.languageId, 'realtime-json');
    await files().update('associations', asJson, vscode.ConfigurationTarget.Workspace);
  });

  it('offers the language once', async () => {
    const { document } = await openFixture('second.as-json.realtime.json');
    assert.equal(document.languageId, 'json');
    const symbols = () =>
      vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    await waitFor(symbols, (found) => Array.isArray(found) && found.length > 0, 'the built-in JSON symbols');
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    assert.equal(document.languageId, 'json');
  });

  it('opens *.realtime.json in our language', async () => {
    const { document } = await openFixture('session.realtime.json');
    assert.equal(document.languageId, 'realtime-json');
  });
});
