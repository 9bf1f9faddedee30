import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Host } from '../../server/host';
import { blindHost } from '../../server/host';
import { kindsAsOf } from '../../server/kinds/catalogue';
import { serverCommands, type WorkspaceSummary } from '../../server/protocol';
import { type Editor, type EditorOptions, until, vsCode, withEditor } from './lsp';

const folder = 'file:///w';
const good = '{ "type": "realtime", "model": "gpt-realtime-2.1" }';
const bad = '{ "type": "realtime", "voise": "marin" }';

/** A machine with these files below the folder; the object may be changed. */
function hostOf(files: Record<string, string>): Host & { readonly searches: () => number } {
  let searches = 0;
  return {
    ...blindHost(kindsAsOf),
    readText: async (uri) => files[uri.slice(folder.length + 1)],
    findFiles: async () => {
      searches++;
      return Object.keys(files).map((name) => `${folder}/${name}`);
    },
    searches: () => searches,
  };
}

const check = (editor: Editor) =>
  editor.request<WorkspaceSummary>('workspace/executeCommand', {
    command: serverCommands.checkWorkspace,
    arguments: [],
  });

/** The codes that the editor shows of a file that it was told about last. */
const shownOf = (editor: Editor, name: string) =>
  editor.pushed.findLast(({ uri }) => uri === `${folder}/${name}`)?.diagnostics.map(({ code }) => code);

const watched = (editor: Editor, name: string) =>
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder}/${name}`, type: 2 }] });

const inWorkspace = (files: Record<string, string>, options: EditorOptions = {}) => {
  const host = hostOf(files);
  return { host, options: { host, folders: [folder], ...options } };
};

describe('checking the workspace', () => {
  it('looks at every file when it is asked to, and not before', async () => {
    const { host, options } = inWorkspace({ 'a.realtime.json': good, 'b.realtime.json': bad });
    await withEditor(options, async (editor) => {
      const open = await editor.open(bad, `${folder}/c.realtime.json`);
      await editor.request('textDocument/hover', {
        textDocument: { uri: open },
        position: { line: 0, character: 3 },
      });
      assert.equal(host.searches(), 0);
      assert.deepEqual(await check(editor), { outcome: 'done', files: 3, errors: 2, warnings: 0 });
      assert.equal(host.searches(), 1);
      assert.deepEqual(shownOf(editor, 'b.realtime.json'), ['unknown-property']);
      // What is open the editor asks about itself; of what is fine there is nothing to tell.
      assert.equal(shownOf(editor, 'c.realtime.json'), undefined);
      assert.equal(shownOf(editor, 'a.realtime.json'), undefined);
    });
  });

  it('takes back what it said of a file that opens, changes on disk, or goes', async () => {
    const files: Record<string, string> = { 'a.realtime.json': bad, 'b.realtime.json': bad };
    await withEditor(inWorkspace(files).options, async (editor) => {
      await check(editor);
      const uri = await editor.open(bad, `${folder}/a.realtime.json`);
      await until(() => shownOf(editor, 'a.realtime.json')?.length === 0, 'the open file is withdrawn');
      await editor.close(uri);
      await until(() => shownOf(editor, 'a.realtime.json')?.length === 1, 'the closed file is told of again');
      files['b.realtime.json'] = good;
      await watched(editor, 'b.realtime.json');
      await until(() => shownOf(editor, 'b.realtime.json')?.length === 0, 'the repaired file is withdrawn');
      delete files['a.realtime.json'];
      await watched(editor, 'a.realtime.json');
      await until(
        () => shownOf(editor, 'a.realtime.json')?.length === 0,
        'the file that is gone is withdrawn',
      );
    });
  });

  it('goes on by itself where the settings say so, and stops when they do not any more', async () => {
    let scope = 'workspace';
    const files = { 'a.realtime.json': bad };
    const settings = () => ({ validate: { scope } });
    await withEditor(inWorkspace(files, { settings }).options, async (editor) => {
      await until(() => shownOf(editor, 'a.realtime.json')?.length === 1, 'the file is told of');
      scope = 'open';
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await until(() => shownOf(editor, 'a.realtime.json')?.length === 0, 'the file is withdrawn');
    });
  });

  it('shows progress to a client that can, and stops when it is cancelled', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`${index}.realtime.json`, bad]),
    );
    const capabilities = { ...vsCode, window: { workDoneProgress: true } };
    await withEditor(inWorkspace(files, { capabilities }).options, async (editor) => {
      const told: { kind: string; cancellable?: boolean }[] = [];
      editor.connection.onRequest('window/workDoneProgress/create', () => null);
      editor.connection.onNotification('$/progress', async ({ token, value }) => {
        told.push(value);
        if (told.length === 2) await editor.notify('window/workDoneProgress/cancel', { token });
      });
      const { outcome, files: checked } = await check(editor);
      assert.equal(outcome, 'cancelled');
      assert.ok(checked > 0 && checked < 200, `${checked} were checked`);
      await until(() => told.at(-1)?.kind === 'end', 'the end of the progress');
      assert.deepEqual([told[0]?.kind, told[0]?.cancellable, told[1]?.kind], ['begin', true, 'report']);
    });
  });
});
