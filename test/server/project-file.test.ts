import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import { type EditorOptions, pull, until, vsCode, withEditor } from './lsp';

const DUPLICATES =
  '{ "type": "realtime", "tools": [{ "type": "function", "name": "a" }, { "type": "function", "name": "a" }] }';
const GONE = '{ "type": "realtime", "model": "gpt-realtime" }';

/** A machine with these files, on a day. */
const machine = (files: Record<string, string>, day = '2026-11-22'): Pick<EditorOptions, 'host'> => ({
  host: { today: () => day, readText: (uri) => Promise.resolve(files[uri]) },
});

const codes = async (...[editor, uri]: Parameters<typeof pull>) =>
  (await pull(editor, uri)).map(({ code, severity }) => `${severity} ${code}`);

describe('a project file', () => {
  it('holds for the documents below it, the nearest one alone, over the editor’s settings', () => {
    const files = {
      'file:///w/.realtimerc.json': '{ "rules": { "duplicate-tool": "error" } }',
      'file:///w/calls/.realtimerc.json': '{ "rules": { "duplicate-tool": "hint" } }',
    };
    const settings = () => ({ rules: { 'duplicate-tool': 'off' } });
    return withEditor({ ...machine(files), settings }, async (editor) => {
      const open = (path: string) => editor.open(DUPLICATES, `file://${path}`);
      assert.deepEqual(await codes(editor, await open('/w/a.realtime.json')), ['1 duplicate-tool']);
      assert.deepEqual(await codes(editor, await open('/w/calls/b/a.realtime.json')), ['4 duplicate-tool']);
      assert.deepEqual(await codes(editor, await open('/other/a.realtime.json')), []);
      assert.deepEqual(await codes(editor, await editor.open(DUPLICATES, 'untitled:Untitled-1')), []);
    });
  });

  it('is read anew when it changes, and what it gets wrong is told', () => {
    const files: Record<string, string> = {
      'file:///w/.realtimerc.json': '{ "rules": { "duplicate-tool": "off" } }',
    };
    return withEditor(machine(files), async (editor) => {
      const uri = await editor.open(DUPLICATES, 'file:///w/a.realtime.json');
      assert.deepEqual(await codes(editor, uri), []);
      files['file:///w/.realtimerc.json'] = '{ "rulez": {} }';
      const refreshed = editor.refreshes();
      await editor.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: 'file:///w/.realtimerc.json', type: 2 }],
      });
      await until(() => editor.refreshes() > refreshed, 'a refresh');
      assert.deepEqual(await codes(editor, uri), ['2 duplicate-tool']);
      await until(() => editor.shown.length > 0, 'a message');
      assert.equal(
        editor.shown[0]?.message,
        '/w/.realtimerc.json:1:3: "rulez" is not a key of .realtimerc.json. Did you mean "rules"? The rest of the file holds.',
      );
    });
  });

  it('is read through the client where it reads files itself', () => {
    const initializationOptions = { canReadFiles: true };
    return withEditor({ initializationOptions }, async (editor) => {
      editor.connection.onRequest('realtime/readFile', ({ uri }: { uri: string }) =>
        uri === 'memfs:/w/.realtimerc.json' ? '{ "rules": { "duplicate-tool": "off" } }' : null,
      );
      assert.deepEqual(await codes(editor, await editor.open(DUPLICATES, 'memfs:/w/a.realtime.json')), []);
      assert.deepEqual(await codes(editor, await editor.open(DUPLICATES, 'memfs:/v/a.realtime.json')), [
        '2 duplicate-tool',
      ]);
    });
  });

  it('is made by an action, in the workspace folder, for clients that can make files', () => {
    const capabilities = {
      ...vsCode,
      workspace: {
        ...vsCode.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
      },
    };
    return withEditor({ capabilities, folders: ['file:///w'] }, async (editor) => {
      const uri = await editor.open('{ "type": "realtime", "x": 1 }', 'file:///w/b/c.realtime.json');
      const range = { start: { line: 0, character: 23 }, end: { line: 0, character: 23 } };
      const found = await editor.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
      const action = found.find(({ title }) => title.endsWith('for this file'));
      const [create, change] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, {
        kind: 'create',
        uri: 'file:///w/.realtimerc.json',
        options: { ignoreIfExists: true },
      });
      assert.match(JSON.stringify(change), /b\/c\.realtime\.json/);
    });
  });
});

describe('the date', () => {
  it('is that of the machine, each time anew', () => {
    let day = '2026-11-22';
    const host = { today: () => day, readText: () => Promise.resolve(undefined) };
    return withEditor({ host }, async (editor) => {
      const uri = await editor.open(GONE);
      assert.deepEqual(await codes(editor, uri), ['2 model-shutdown']);
      day = '2027-01-20';
      assert.deepEqual(await codes(editor, uri), ['1 model-shutdown']);
    });
  });
});
