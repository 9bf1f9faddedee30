import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications } from './answers';
import { closeAll, diagnosticsOf, fixtureUri, openFixture, openText, waitFor } from './support';

const setting = () => vscode.workspace.getConfiguration('realtimeConfig');
const target = vscode.ConfigurationTarget.Workspace;
// No other test opens it: VS Code keeps what a test has opened for minutes.
const notOpen = () => fixtureUri('not-open.realtime.json');

const ours = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'realtime');

describe('the workspace', () => {
  beforeEach(clearNotifications);
  afterEach(async () => {
    await closeAll();
    await setting().update('validate.scope', undefined, target);
    await setting().update('inlayHints.enabled', undefined, target);
  });

  it('checkWorkspace shows the problems of files that are not open', async () => {
    await openFixture('session.realtime.json');
    await vscode.commands.executeCommand('realtimeConfig.checkWorkspace');
    await diagnosticsOf(notOpen(), (found) => found.length > 0);
    // An open file is told of once.
    const { document } = await openFixture('opened-later.realtime.json');
    const told = () => ours(document.uri).map(({ range, message }) => JSON.stringify([range, message]));
    await waitFor(
      told,
      (found) => found.length > 0 && new Set(found).size === found.length,
      'each problem once',
    );
  });

  it('validate.scope keeps all of them in the Problems view, until it is taken back', async () => {
    await openFixture('session.realtime.json');
    await setting().update('validate.scope', 'workspace', target);
    await diagnosticsOf(notOpen(), (found) => found.length > 0);
    await setting().update('validate.scope', 'open', target);
    await diagnosticsOf(notOpen(), (found) => found.length === 0);
  });

  it('inlay hints show what holds for absent keys, unless they are turned off', async () => {
    const { document } = await openText('{\n  "type": "realtime",\n  "audio": { "output": {} }\n}\n');
    const all = new vscode.Range(0, 0, 5, 0);
    const hints = async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.map(({ label }) => String(label)).sort();
    };
    const shown = await waitFor(hints, (found) => found.length > 0, 'inlay hints');
    assert.deepEqual(shown, ['max_output_tokens "inf"', 'voice (the server picks a voice) · speed 1']);
    await setting().update('inlayHints.enabled', false, target);
    await waitFor(hints, (found) => found.length === 0, 'no inlay hints');
  });
});
