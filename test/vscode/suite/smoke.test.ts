import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openFixture, textOf } from './support';

describe('VS Code', () => {
  it('runs with the extension under test', () => {
    assert.equal(typeof vscode.version, 'string');
    assert.ok(vscode.extensions.getExtension(extensionId), `${extensionId} is not loaded`);
  });

  it('opens the files of the fixture workspace', async () => {
    const editor = await openFixture('plain.json');
    assert.match(textOf(editor), /not a realtime config/);
  });
});
