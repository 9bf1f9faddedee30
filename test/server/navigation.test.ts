import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CancellationTokenSource,
  type DocumentHighlight,
  type DocumentLink,
  type Location,
  type LocationLink,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { cursor } from '../support/fixture';
import { type Editor, type EditorOptions, until, vsCode, withEditor } from './lsp';

const TEXT =
  '{ "type": "realtime", "tools": [{ "type": "function", "name": "look_up" }], "tool_choice": { "type": "function", "name": "|look_up" } }';

const at = (start: number, end: number) => ({
  start: { line: 0, character: start },
  end: { line: 0, character: end },
});
const [DEFINED, CHOSEN, TOOL] = [at(63, 70), at(122, 129), at(32, 73)];

/** Opens a document and gives what a request about its cursor needs. */
async function opened(editor: Editor, fixture = TEXT) {
  const { text, offset } = cursor(fixture);
  const uri = await editor.open(text);
  return { uri, params: { textDocument: { uri }, position: editor.positionAt(uri, offset) } };
}

const withLinks = (): EditorOptions => ({
  capabilities: {
    ...vsCode,
    textDocument: {
      ...vsCode.textDocument,
      definition: { linkSupport: true },
      rename: { prepareSupport: true },
    },
  },
});

describe('navigation', () => {
  it('leads from a mention to the tool, as far as the client can tell them apart', async () => {
    await withEditor({}, async (editor) => {
      const { uri, params } = await opened(editor);
      assert.deepEqual(await editor.request<Location[]>('textDocument/definition', params), [
        { uri, range: DEFINED },
      ]);
    });
    await withEditor(withLinks(), async (editor) => {
      const { uri, params } = await opened(editor);
      assert.deepEqual(await editor.request<LocationLink[]>('textDocument/definition', params), [
        { originSelectionRange: CHOSEN, targetUri: uri, targetRange: TOOL, targetSelectionRange: DEFINED },
      ]);
    });
  });

  it('finds references and marks them', () =>
    withEditor({}, async (editor) => {
      const { uri, params } = await opened(editor);
      const found = (includeDeclaration: boolean) =>
        editor.request<Location[]>('textDocument/references', { ...params, context: { includeDeclaration } });
      assert.deepEqual(await found(true), [
        { uri, range: DEFINED },
        { uri, range: CHOSEN },
      ]);
      assert.deepEqual(await found(false), [{ uri, range: CHOSEN }]);
      assert.deepEqual(await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', params), [
        { range: DEFINED, kind: 3 },
        { range: CHOSEN, kind: 2 },
      ]);
    }));

  it('renames, and says why it does not', () =>
    withEditor(withLinks(), async (editor) => {
      assert.deepEqual(editor.result.capabilities.renameProvider, { prepareProvider: true });
      const { uri, params } = await opened(editor);
      assert.deepEqual(await editor.request('textDocument/prepareRename', params), {
        range: CHOSEN,
        placeholder: 'look_up',
      });
      const rename = (newName: string) =>
        editor.request<WorkspaceEdit>('textDocument/rename', { ...params, newName });
      assert.deepEqual(await rename('find'), {
        changes: {
          [uri]: [
            { range: DEFINED, newText: 'find' },
            { range: CHOSEN, newText: 'find' },
          ],
        },
      });
      await assert.rejects(rename('a b'), {
        code: -32803,
        message:
          '"a b" cannot be the name of a function. It takes letters, digits, "_" and "-", at least one of them.',
      });
      const elsewhere = { ...params, position: { line: 0, character: 3 } };
      await assert.rejects(editor.request('textDocument/prepareRename', elsewhere), {
        message: 'Only names of function tools and labels of MCP servers can be renamed.',
      });
    }));

  it('answers nothing about documents that are not open', () =>
    withEditor({}, async (editor) => {
      const params = { textDocument: { uri: 'file:///none' }, position: { line: 0, character: 0 } };
      for (const method of ['definition', 'documentHighlight', 'prepareRename'])
        assert.equal(await editor.request(`textDocument/${method}`, params), null);
      assert.deepEqual(await editor.request('textDocument/documentLink', params), []);
    }));

  it('links', () =>
    withEditor({}, async (editor) => {
      const { uri } = await opened(editor);
      const links = await editor.request<DocumentLink[]>('textDocument/documentLink', {
        textDocument: { uri },
      });
      assert.deepEqual(
        links.map(({ range }) => range),
        [at(11, 19), at(43, 51)],
      );
    }));
});

const tool = (name: string) => `{ "type": "realtime", "tools": [{ "type": "function", "name": "${name}" }] }`;
const symbolsOf = async (editor: Editor, query = '') =>
  (await editor.request<SymbolInformation[]>('workspace/symbol', { query })).map(
    ({ name, location }) => `${name} in ${location.uri}`,
  );

describe('symbols of the workspace', () => {
  /** A machine with folders of files, which tells of each look into it. */
  function machine(files: Record<string, string>) {
    const looks: string[] = [];
    const host = {
      today: () => '2026-11-22',
      readText: async (uri: string) => {
        if (!uri.endsWith('.realtimerc.json')) looks.push(`read ${uri}`);
        return files[uri];
      },
      findFiles: async (folder: string) => {
        looks.push(`find ${folder}`);
        return Object.keys(files).filter(
          (uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.realtime.json'),
        );
      },
    };
    return { host, looks };
  }

  it('come from every file and every open document, which counts as it is; nothing is read before', async () => {
    const files = {
      'file:///w/a.realtime.json': tool('from_a'),
      'file:///w/b%20b.realtime.json': tool('from_b'),
      'file:///w/c.sdk.session-config.realtime.json': '{ "tools": [{ "name": "from_c" }] }',
      'file:///w/broken.realtime.json':
        '{ "type": "realtime", "tools": [{ "type": "function", "name": "from_d"',
      'file:///v/e.realtime.json': tool('from_e'),
      'file:///other/f.realtime.json': tool('from_f'),
    };
    const { host, looks } = machine(files);
    await withEditor({ host, folders: ['file:///w', 'file:///v'] }, async (editor) => {
      await editor.open(tool('changed_b'), 'file:///w/b b.realtime.json');
      await editor.open(tool('unsaved'), 'untitled:Untitled-1');
      assert.deepEqual(looks, []);
      assert.deepEqual(await symbolsOf(editor), [
        'from_e in file:///v/e.realtime.json',
        'from_a in file:///w/a.realtime.json',
        'changed_b in file:///w/b b.realtime.json',
        'from_d in file:///w/broken.realtime.json',
        'from_c in file:///w/c.sdk.session-config.realtime.json',
        'unsaved in untitled:Untitled-1',
      ]);
      assert.deepEqual(await symbolsOf(editor, 'from_d'), ['from_d in file:///w/broken.realtime.json']);
    });
  });

  it('follow the folders of the workspace', async () => {
    const { host } = machine({
      'file:///w/a.realtime.json': tool('a'),
      'file:///v/b.realtime.json': tool('b'),
    });
    const capabilities = { ...vsCode, workspace: { ...vsCode.workspace, workspaceFolders: true } };
    await withEditor({ host, folders: ['file:///w'], capabilities }, async (editor) => {
      assert.deepEqual(await symbolsOf(editor), ['a in file:///w/a.realtime.json']);
      const folder = (uri: string) => ({ uri, name: uri });
      await editor.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: [folder('file:///v')], removed: [folder('file:///w')] },
      });
      assert.deepEqual(await symbolsOf(editor), ['b in file:///v/b.realtime.json']);
    });
  });

  it('come through a client that looks and reads itself', async () => {
    const { host, looks } = machine({});
    const initializationOptions = { canFindFiles: true, canReadFiles: true };
    await withEditor({ host, folders: ['memfs:/w'], initializationOptions }, async (editor) => {
      const files: Record<string, string> = {
        'memfs:/w/b.realtime.json': tool('b'),
        'memfs:/w/a.realtime.json': tool('a'),
      };
      editor.connection.onRequest('realtime/findFiles', () => [
        ...Object.keys(files),
        'memfs:/w/gone.realtime.json',
      ]);
      editor.connection.onRequest('realtime/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
      assert.deepEqual(await symbolsOf(editor), [
        'a in memfs:/w/a.realtime.json',
        'b in memfs:/w/b.realtime.json',
      ]);
      assert.deepEqual(looks, []);
    });
  });

  it('are not too many, and stop when nobody waits', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`file:///w/${index}.realtime.json`, tool(`t${index}`)]),
    );
    const { host, looks } = machine(many);
    await withEditor({ host, folders: ['file:///w'] }, async (editor) => {
      assert.equal((await symbolsOf(editor)).length, 500);
      looks.length = 0;
      const source = new CancellationTokenSource();
      let goOn = () => {};
      host.findFiles = () =>
        new Promise((resolve) => {
          goOn = () => resolve(Object.keys(many));
          source.cancel();
        });
      const answer = editor.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
      await until(() => source.token.isCancellationRequested, 'the look into the folder');
      // Answered once the server has read everything that was sent before, the cancellation included.
      await editor.request('textDocument/hover', {
        textDocument: { uri: 'file:///none' },
        position: { line: 0, character: 0 },
      });
      goOn();
      await answer.catch(() => undefined);
      assert.deepEqual(looks, []);
    });
  });
});
