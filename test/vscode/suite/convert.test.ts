import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications, runAnswering } from './answers';
import { activeEditor, closeAll, diagnosticsOf, isClean, openText, textOf, waitFor } from './support';

const sdk = `{
  "model": "gpt-4o-realtime-preview",
  "config": {
    "input_audio_format": "g711_ulaw"
  },
  "instructions": "Be \\u00e9lite.",
  "voice": "echo",
  "temperature": 0.9
}
`;

const CONVERT = 'realtimeConfig.convert';

/** The tabs that show a conversion: its diff, and its notes. */
const views = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => {
      if (input instanceof vscode.TabInputTextDiff) return [input.modified];
      return input instanceof vscode.TabInputText ? [input.uri] : [];
    })
    .filter(({ scheme }) => scheme === 'realtime-conversion');

const textAt = async (uri: vscode.Uri | undefined) => {
  assert.ok(uri);
  return (await vscode.workspace.openTextDocument(uri)).getText();
};

/** The conversion's diff and notes, once they are shown. */
async function shown(count: number): Promise<{ result: string; notes: string | undefined }> {
  const uris = await waitFor(views, (found) => found.length === count, 'the conversion is shown');
  const notes = uris.find(({ path }) => path.endsWith('.md'));
  const result = uris.find(({ path }) => path.endsWith('.json'));
  return { result: await textAt(result), notes: notes && (await textAt(notes)) };
}

const decide = async (command: string, running: Thenable<unknown>) => {
  // The question opens after the views.
  let ended = false;
  const end = () => {
    ended = true;
  };
  running.then(end, end);
  await waitFor(
    async () => {
      if (!ended) await vscode.commands.executeCommand(`realtimeConfig.${command}`);
      return ended;
    },
    (done) => done,
    `the end of ${command}`,
  );
};

describe('converting', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  it('shows what the document would become with notes, replaces it, and one undo takes that back', async () => {
    const { document } = await openText(sdk);
    const uri = document.uri.toString();
    const running = vscode.commands.executeCommand(CONVERT, uri, 'ga.session');
    const { result, notes } = await shown(2);
    assert.equal(document.getText(), sdk);
    assert.match(notes ?? '', /## `\/temperature`/);
    assert.match(notes ?? '', /## `\/model`/);
    await decide('acceptConversion', running);
    assert.equal(document.getText(), result);
    assert.ok(result.includes('"Be \\u00e9lite."'), result);
    assert.equal(JSON.parse(result).audio.input.format.type, 'audio/pcmu');
    assert.deepEqual(views(), []);
    await diagnosticsOf(document.uri, isClean);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), sdk);
  });

  it('replaces from the message, and tells of a name that says otherwise', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, 'old.sdk.session-request.realtime.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(sdk));
    const renamed = vscode.Uri.joinPath(folder, 'old.ga.session.realtime.json');
    try {
      await runAnswering(CONVERT, 'accept', file.toString(), 'ga.session');
      const names = async () => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
      await waitFor(names, (found) => found.includes('old.ga.session.realtime.json'), 'the renamed file');
      const { document } = activeEditor();
      await waitFor(
        () => activeEditor().document.uri.path.endsWith('/old.ga.session.realtime.json'),
        (isShown) => isShown,
        `the renamed file in front, not ${document.uri.path}`,
      );
      await diagnosticsOf(renamed, isClean);
    } finally {
      await closeAll();
      for (const made of [file, renamed])
        await vscode.workspace.fs.delete(made).then(undefined, () => undefined);
    }
  });

  it('leaves the document alone when it is discarded', async () => {
    const { document } = await openText(sdk);
    const running = vscode.commands.executeCommand(CONVERT, document.uri.toString(), 'ga.client-secret');
    await shown(2);
    await decide('discardConversion', running);
    assert.equal(document.getText(), sdk);
    assert.deepEqual(views(), []);
  });

  it('says why there is nothing to convert', async () => {
    const { document } = await openText('{ "type": "session.start" }\n');
    await vscode.commands.executeCommand(CONVERT, document.uri.toString());
    assert.deepEqual(views(), []);
    assert.equal(textOf(), document.getText());
  });

  it('is offered by the light bulb anywhere in a document of the crate', async () => {
    const { document } = await openText(sdk);
    const at = new vscode.Range(6, 4, 6, 4);
    const offered = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        at,
        'refactor.rewrite.realtime.convert',
      );
    const actions = await waitFor(offered, (found) => found.length === 3, 'three conversions');
    const command = actions[0]?.command;
    assert.ok(command);
    assert.equal(command.command, CONVERT);
    const running = vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await shown(2);
    await decide('acceptConversion', running);
    assert.equal(JSON.parse(document.getText()).type, 'realtime');
  });
});
