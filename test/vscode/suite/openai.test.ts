import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptCompletion, clearNotifications } from './answers';
import { closeAll, codeOf, completionsAt, diagnosticsOf, labels, openText, textOf, waitFor } from './support';

/** The messages of a document's problems, once there are as many as expected. */
async function problems(editor: vscode.TextEditor, count: number): Promise<string[]> {
  const found = await diagnosticsOf(editor.document.uri, (all) => all.length === count);
  return found.map((one) => `${codeOf(one)}: ${one.message}`);
}

describe("OpenAI's current API and the preview", () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  it('offers under turn_detection what goes with its type, and nothing else', async () => {
    const editor = await openText(
      '{ "type": "realtime", "audio": { "input": { "turn_detection": { "type": "semantic_vad", | } } } }',
    );
    // The server may still be starting when this is the first document.
    const offered = await waitFor(
      async () => labels(await completionsAt(editor)),
      (found) => found.length > 0,
      'what completion offers',
    );
    assert.deepEqual(offered, ['eagerness', 'create_response', 'interrupt_response']);
  });

  it('accepts a voice in its place', async () => {
    const editor = await openText('{ "type": "realtime", "audio": { "output": { "voice": "ced|" } } }');
    const expected = { type: 'realtime', audio: { output: { voice: 'cedar' } } };
    assert.deepEqual(JSON.parse(await acceptCompletion(editor)), expected);
    await problems(editor, 0);
  });

  it('names the place of a key of the preview API', async () => {
    const editor = await openText(
      '{ "type": "session.update", "session": { "type": "realtime", "voice": "alloy" } }',
    );
    const [message] = await problems(editor, 1);
    assert.match(message ?? '', /^moved-key: "voice" belongs in "audio\.output\.voice"\. The API/);
  });

  it('says once of a document of the preview API that it is gone', async () => {
    const editor = await openText('{ "voice": "alloy", "speed": 1 }');
    const [message] = await problems(editor, 1);
    assert.match(message ?? '', /^removed-api: /);
  });

  it('inserts the default turn detection where this kind has it, with one undo', async () => {
    const before = '{\n  "type": "realtime"\n}\n';
    const editor = await openText(before);
    await vscode.commands.executeCommand('realtimeConfig.insertDefaultTurnDetection');
    const after = JSON.parse(textOf(editor)) as { audio: { input: { turn_detection: { type: string } } } };
    assert.equal(after.audio.input.turn_detection.type, 'server_vad');
    await problems(editor, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(textOf(editor), before);
  });
});
