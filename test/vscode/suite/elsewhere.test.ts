import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications } from './answers';
import { activeEditor, closeAll, diagnosticsOf, openText, waitFor } from './support';

const FIND = 'realtimeConfig.findServerError';

describe('from elsewhere', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  it('findServerError goes to the place with its fix', async () => {
    const text =
      '{\n  "type": "realtime",\n  "tools": [\n    { "type": "function", "name": "f", "strict": true }\n  ]\n}\n';
    const editor = await openText(text);
    await diagnosticsOf(editor.document.uri, (found) => found.length > 0);
    const error = {
      type: 'error',
      error: {
        message: "Unknown parameter: 'session.tools[0].strict'.",
        param: 'session.tools[0].strict',
      },
    };
    await vscode.commands.executeCommand(FIND, JSON.stringify(error));
    const { document, selection } = activeEditor();
    assert.equal(document.getText(selection), '"strict"');
    // The list of repairs is open: the first one is taken as by Enter.
    const accept = async () => {
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      return document.getText();
    };
    await waitFor(accept, (now) => !now.includes('strict'), 'the repaired text');
  });

  it('findServerError stays where it is when nothing fits', async () => {
    await openText('{\n  "type": "realtime"|\n}\n');
    const before = activeEditor().selection;
    await vscode.commands.executeCommand(FIND, "Unknown parameter: 'session.voice'.");
    assert.ok(activeEditor().selection.isEqual(before));
  });
});
