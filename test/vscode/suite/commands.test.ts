import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications, runPicking } from './answers';
import {
  activeEditor,
  closeAll,
  codeOf,
  diagnosticsOf,
  extensionId,
  fixtureUri,
  isClean,
  offeredKeys,
  openFixture,
  openText,
  textOf,
  waitFor,
} from './support';

const run = (name: string) => vscode.commands.executeCommand(`realtimeConfig.${name}`);
const setting = () =>
  vscode.workspace.getConfiguration('realtimeConfig', fixtureUri('ambiguous.realtime.json'));
const target = vscode.ConfigurationTarget.Workspace;

describe('commands', () => {
  beforeEach(clearNotifications);
  afterEach(async () => {
    await closeAll();
    await setting().update('kinds', undefined, target);
    await setting().update('defaultKind', undefined, target);
  });

  it('are all registered', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
    const known = await vscode.commands.getCommands(true);
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const missing = manifest.contributes.commands.filter(({ command }) => !known.includes(command));
    assert.deepEqual(missing, []);
  });

  it('newFile opens a document from the chosen template', async () => {
    await runPicking('realtimeConfig.newFile');
    const { document } = activeEditor();
    assert.equal(document.isUntitled, true);
    assert.equal(document.languageId, 'realtime-json');
    assert.equal(typeof JSON.parse(document.getText()), 'object');
    await diagnosticsOf(document.uri, isClean);
  });

  it('newFile opens each bundled template clean, with something selected to begin with', async () => {
    for (const id of ['ga-phone-agent', 'ga-mcp-agent', 'ga-translation', 'push-to-talk']) {
      await vscode.commands.executeCommand('realtimeConfig.newFile', id);
      const { document, selection } = activeEditor();
      assert.notEqual(document.getText(selection), '', id);
      await diagnosticsOf(document.uri, isClean);
    }
  });

  it('newFile offers templates of the workspace first', async () => {
    const file = fixtureUri('.vscode/realtime-templates/ours.ga.session.realtime.json');
    const text = '{\n  "type": "realtime",\n  "instructions": "Ours."\n}\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    try {
      await vscode.commands.executeCommand('realtimeConfig.newFile', file.toString());
      assert.equal(activeEditor().document.isUntitled, true);
      assert.equal(textOf(), text);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('selectKind writes the choice to the setting, and takes it back', async () => {
    const editor = await openFixture('ambiguous.realtime.json');
    await waitFor(
      () => offeredKeys(editor),
      (keys) => keys.includes('turn_detection'),
      'the keys of a session config',
    );
    const choose = async () => {
      await runPicking('realtimeConfig.selectKind', 'next');
      return setting().get<Record<string, string>>('kinds') ?? {};
    };
    const kinds = await waitFor(choose, (chosen) => Object.keys(chosen).length > 0, 'a chosen kind');
    assert.deepEqual(Object.keys(kinds), ['./ambiguous.realtime.json']);
    assert.match(Object.values(kinds)[0] ?? '', /^sdk\./);
    const goBack = async () => {
      await runPicking('realtimeConfig.selectKind', 'first');
      return setting().get<Record<string, string>>('kinds') ?? {};
    };
    await waitFor(goBack, (chosen) => Object.keys(chosen).length === 0, 'the automatic kind');
  });

  it('selectKind keeps the choice in an untitled document', async () => {
    const editor = await openText('{\n  "modalities": ["text"]\n}\n');
    const choose = async () => {
      await runPicking('realtimeConfig.selectKind', 'next');
      return textOf(editor);
    };
    const text = await waitFor(choose, (now) => now.includes('$schema'), 'the $schema of the chosen kind');
    const { $schema } = JSON.parse(text) as { $schema: string };
    assert.match($schema, /^urn:realtime-config:sdk\./);
  });

  it('treatAsRealtime adopts another JSON file', async () => {
    const editor = await openFixture('other.json');
    assert.equal(editor.document.languageId, 'json');
    let hasEnded = false;
    const done = run('treatAsRealtime').then(() => {
      hasEnded = true;
    });
    await waitFor(
      () => editor.document.languageId,
      (language) => language === 'realtime-json',
      'our language',
    );
    // The offer to remember it may come a moment later, and the command waits for an answer.
    const clear = async () => {
      await clearNotifications();
      return hasEnded;
    };
    await waitFor(clear, (ended) => ended, 'the end of the command');
    await done;
    const found = await diagnosticsOf(editor.document.uri, (all) =>
      all.some(({ source }) => source === 'realtime'),
    );
    assert.ok(found.some((one) => codeOf(one) === 'wrong-type'));
  });

  it('openSchema shows the schema of the kind, read-only', async () => {
    await openFixture('session.realtime.json');
    await run('openSchema');
    const { document } = activeEditor();
    assert.equal(document.uri.scheme, 'realtime-config');
    assert.equal(
      (JSON.parse(document.getText()) as { $id: string }).$id,
      'urn:realtime-config:sdk.session-request',
    );
  });

  it('restartServer starts a server that works', async () => {
    const editor = await openFixture('broken.realtime.json');
    await diagnosticsOf(editor.document.uri, (found) => found.length >= 3);
    await run('restartServer');
    await diagnosticsOf(editor.document.uri, (found) => found.length >= 3);
    assert.ok((await offeredKeys(editor)).includes('voice'));
  });

  it('showOutput shows the log', async () => {
    await openFixture('session.realtime.json');
    await run('showOutput');
    await waitFor(
      () => vscode.workspace.textDocuments.map(({ uri }) => `${uri.scheme}:${uri.path}`),
      (open) => open.some((uri) => uri.startsWith('output:') && uri.includes('realtime-config')),
      'the output',
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
