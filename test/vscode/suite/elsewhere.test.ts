import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications, runAnswering } from './answers';
import { activeEditor, closeAll, diagnosticsOf, isClean, openText, waitFor } from './support';

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
    const repaired = (timeoutMs: number) =>
      waitFor(accept, (now) => !now.includes('strict'), 'the repaired text', timeoutMs);
    // A window that is busy may have closed the list again, as for a person who then asks once more.
    await repaired(4000).catch(async () => {
      await vscode.commands.executeCommand(FIND, JSON.stringify(error));
      await repaired(10_000);
    });
  });

  it('pasteAsConfig makes a document of a JavaScript object, and one undo takes it back', async () => {
    const editor = await openText('');
    await vscode.env.clipboard.writeText(
      "new RealtimeSession(agent, { model: 'gpt-realtime-2.1', config: { turnDetection: { type: 'semantic_vad' } } })",
    );
    await vscode.commands.executeCommand('realtimeConfig.pasteAsConfig');
    assert.deepEqual(JSON.parse(editor.document.getText()), {
      type: 'realtime',
      model: 'gpt-realtime-2.1',
      audio: { input: { turn_detection: { type: 'semantic_vad' } } },
    });
    await diagnosticsOf(editor.document.uri, isClean);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '');
  });

  it('pasteAsConfig asks before it replaces, and changes nothing when there is no object', async () => {
    const text = '{\n  "type": "realtime"\n}\n';
    const editor = await openText(text);
    await runAnswering(
      'realtimeConfig.pasteAsConfig',
      'dismiss',
      '{"type": "realtime", "model": "gpt-realtime-2.1"}',
    );
    assert.equal(editor.document.getText(), text);
    await vscode.commands.executeCommand('realtimeConfig.pasteAsConfig', 'no object');
    assert.equal(editor.document.getText(), text);
    await runAnswering(
      'realtimeConfig.pasteAsConfig',
      'accept',
      '{"type": "realtime", "model": "gpt-realtime-2.1"}',
    );
    assert.equal(JSON.parse(editor.document.getText()).model, 'gpt-realtime-2.1');
  });

  it('findServerError stays where it is when nothing fits', async () => {
    await openText('{\n  "type": "realtime"|\n}\n');
    const before = activeEditor().selection;
    await vscode.commands.executeCommand(FIND, "Unknown parameter: 'session.voice'.");
    assert.ok(activeEditor().selection.isEqual(before));
  });
});
