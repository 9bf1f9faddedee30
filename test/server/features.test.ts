import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverCommands } from '../../server/protocol';
import { cursor } from '../support/fixture';
import { type Editor, pull, vsCode, withEditor } from './lsp';

const request = '{ "model": "m", "config": { "tools": [], "turn_detection": null } }';

async function complete(editor: Editor, fixture: string): Promise<CompletionItem[]> {
  const { text, offset } = cursor(fixture);
  const uri = await editor.open(text);
  return editor.request('textDocument/completion', {
    textDocument: { uri },
    position: editor.positionAt(uri, offset),
  });
}

/** Asks about a whole document. */
const about = <T>(editor: Editor, method: string, uri: string, more: object = {}): Promise<T> =>
  editor.request<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });

describe('the server says what it can do', () => {
  it('has exactly these capabilities', () =>
    withEditor({}, async ({ result }) => {
      assert.deepEqual(result, {
        serverInfo: { name: 'realtime-config' },
        capabilities: {
          textDocumentSync: { openClose: true, change: 2 },
          completionProvider: { triggerCharacters: ['"', ':'] },
          hoverProvider: true,
          inlayHintProvider: true,
          diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
          codeActionProvider: {
            codeActionKinds: ['quickfix', 'refactor.rewrite.realtime', 'source.fixAll.realtime'],
          },
          definitionProvider: true,
          referencesProvider: true,
          documentHighlightProvider: true,
          renameProvider: true,
          documentLinkProvider: {},
          workspaceSymbolProvider: true,
          documentSymbolProvider: true,
          foldingRangeProvider: true,
          selectionRangeProvider: true,
          documentFormattingProvider: true,
          documentRangeFormattingProvider: true,
          executeCommandProvider: { commands: Object.values(serverCommands) },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
      });
    }));
});

describe('the server offers to edit strings as text', () => {
  const prose = '{ "type": "realtime", "instructions": "Be kind." }';
  const args = { uri: 'file:///files/a.realtime.json', pointer: '/instructions' };
  const command = { title: 'Edit as text', command: 'realtimeConfig.editAsText', arguments: [args] };
  const start = { line: 0, character: 40 };
  const range = { start, end: start };
  const context = { diagnostics: [], only: ['refactor.rewrite.realtime.editAsText'] };

  it('to a client that has the command', () =>
    withEditor({ initializationOptions: { canEditText: true } }, async (editor) => {
      assert.deepEqual(editor.result.capabilities.codeLensProvider, {});
      const uri = await editor.open(prose, 'a.realtime.json');
      const lenses = await about<CodeLens[]>(editor, 'codeLens', uri);
      assert.deepEqual(
        lenses.map((lens) => lens.command),
        [command],
      );
      const actions = await about<CodeAction[]>(editor, 'codeAction', uri, { range, context });
      assert.deepEqual(
        actions.map((action) => action.command),
        [command],
      );
    }));

  it('to no other', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(prose);
      assert.deepEqual(await about(editor, 'codeAction', uri, { range, context }), []);
    }));
});

describe('the server follows incremental changes', () => {
  it('counts in UTF-16, over several edits in one change', () =>
    withEditor(
      { settings: () => ({ rules: { 'unknown-model': 'off', 'sdk-temperature': 'off' } }) },
      async (editor) => {
        const uri = await editor.open('{\n  "model": "😀",\n  "voice": "ech"\n}\n');
        assert.deepEqual(
          (await pull(editor, uri)).map(({ code }) => code),
          ['invalid-value'],
        );
        const at = (line: number, character: number) => ({ line, character });
        await editor.change(
          uri,
          { range: { start: at(1, 12), end: at(1, 14) }, newText: '👩‍👩‍👧🙂' },
          { range: { start: at(2, 15), end: at(2, 15) }, newText: 'o' },
          { range: { start: at(2, 0), end: at(2, 0) }, newText: '  "temperature": 0.7,\n' },
        );
        assert.equal(
          editor.textOf(uri),
          '{\n  "model": "👩‍👩‍👧🙂",\n  "temperature": 0.7,\n  "voice": "echo"\n}\n',
        );
        assert.deepEqual(await pull(editor, uri), []);
        const found = await about<Hover>(editor, 'hover', uri, { position: at(3, 14) });
        assert.deepEqual(found.range, { start: at(3, 11), end: at(3, 17) });
      },
    ));

  it('takes a whole new text, and a document that is opened anew without having been closed', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "voice": 3 }');
      assert.equal((await pull(editor, uri)).length, 1);
      await editor.notify('textDocument/didChange', {
        textDocument: { uri, version: 7 },
        contentChanges: [{ text: '{ "voice": "echo" }' }],
      });
      assert.deepEqual(await pull(editor, uri), []);
      await editor.open('{ "voice": 3 }', uri);
      assert.equal((await pull(editor, uri)).length, 1);
      await editor.open('{ "voice": "echo" }', uri);
      assert.deepEqual(await pull(editor, uri), []);
    }));
});

describe('the server answers', () => {
  it('completion, with snippets and a right column only for clients that have them', async () => {
    const column = (items: CompletionItem[]) => {
      const { labelDetails, detail, insertTextFormat } = items[0] ?? {};
      return [labelDetails?.description, detail, insertTextFormat];
    };
    await withEditor({ capabilities: vsCode }, async (editor) => {
      const items = await complete(editor, '{ "model": "m", "config": { "turn_detection": {|} } }');
      assert.deepEqual(column(items), ['string · server_vad · required', undefined, 2]);
    });
    await withEditor({ capabilities: {} }, async (editor) => {
      const items = await complete(editor, '{ "model": "m", "config": { "turn_detection": {|} } }');
      assert.deepEqual(column(items), [undefined, 'string · server_vad · required', undefined]);
      assert.equal(items[0]?.textEdit?.newText, '"type": "server_vad"');
    });
  });

  it('completion with heed to what opened it', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "voice": "" }');
      const at = (character: number, triggerCharacter: string) =>
        about<CompletionItem[]>(editor, 'completion', uri, {
          position: { line: 0, character },
          context: { triggerKind: 2, triggerCharacter },
        });
      assert.equal((await at(12, '"')).length, 7);
      assert.equal((await at(13, '"')).length, 0);
    }));

  it('hover, and null where there is none', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(request);
      const found = await about<Hover>(editor, 'hover', uri, { position: { line: 0, character: 4 } });
      assert.match((found.contents as { value: string }).value, /^\*\*model\*\* `string`/);
      assert.equal(await about(editor, 'hover', uri, { position: { line: 0, character: 9 } }), null);
    }));

  it('document symbols in the order of the document', () =>
    withEditor({}, async (editor) => {
      const symbols = await about<DocumentSymbol[]>(editor, 'documentSymbol', await editor.open(request));
      const outline = (list: DocumentSymbol[]): unknown[] =>
        list.map(({ name, children }) => (children?.length ? [name, outline(children)] : name));
      assert.deepEqual(outline(symbols), ['model', ['config', ['tools', 'turn_detection']]]);
    }));

  it('folding and selection ranges', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{\n  "config": {\n    "tools": []\n  }\n}\n');
      const folds = await about<FoldingRange[]>(editor, 'foldingRange', uri);
      assert.deepEqual(folds.map(({ startLine, endLine }) => [startLine, endLine]).sort(), [
        [0, 3],
        [1, 2],
      ]);
      const positions = [{ line: 2, character: 6 }];
      const [selection] = await about<SelectionRange[]>(editor, 'selectionRange', uri, { positions });
      const starts = [];
      for (let one = selection; one; one = one.parent) starts.push(one.range.start);
      assert.deepEqual(starts.at(0), { line: 2, character: 5 });
      assert.deepEqual(starts.at(-1), { line: 0, character: 0 });
    }));

  it('formatting of all and of a part', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{"model":"m",\n"config":{"tools":[]}}');
      const formatted = async (method: string, more: object) => {
        const edits = await about<TextEdit[]>(editor, method, uri, more);
        return TextDocument.applyEdits(TextDocument.create('', '', 0, editor.textOf(uri)), edits);
      };
      const options = { tabSize: 4, insertSpaces: true };
      assert.equal(
        await formatted('formatting', { options }),
        '{\n    "model": "m",\n    "config": {\n        "tools": []\n    }\n}',
      );
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } };
      assert.equal(
        await formatted('rangeFormatting', { options: { tabSize: 1, insertSpaces: false }, range }),
        '{\n\t"model": "m",\n"config":{"tools":[]}}',
      );
    }));

  it('code actions for the problems at a place, none for kinds that it has not', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "model": "m", "voise": "echo" }');
      const [problem] = await pull(editor, uri);
      const actions = (context: object, character = 18) => {
        const range = { start: { line: 0, character }, end: { line: 0, character } };
        return about<CodeAction[]>(editor, 'codeAction', uri, {
          range,
          context: { diagnostics: [], ...context },
        });
      };
      const found = await actions({ only: ['quickfix'] });
      assert.deepEqual(
        found.map(({ title, isPreferred }) => [title, isPreferred]),
        [
          ['Rename to "voice"', true],
          ['Remove "voise"', false],
        ],
      );
      assert.deepEqual(found[0]?.diagnostics, [problem]);
      await editor.change(uri, ...(found[0]?.edit?.changes?.[uri] ?? []));
      assert.equal(editor.textOf(uri), '{ "model": "m", "voice": "echo" }');
      assert.deepEqual(await pull(editor, uri), []);
    }));

  it('code actions by kind', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "model": "m", "voise": "echo" }');
      const count = async (only: string[], character = 18) => {
        const range = { start: { line: 0, character }, end: { line: 0, character } };
        const context = { diagnostics: [], only };
        return (await about<CodeAction[]>(editor, 'codeAction', uri, { range, context })).length;
      };
      assert.deepEqual(
        [await count(['quickfix']), await count(['']), await count(['refactor']), await count(['quick'])],
        [2, 12, 10, 0],
      );
      assert.deepEqual([await count(['source', 'quickfix']), await count(['quickfix'], 2)], [2, 0]);
    }));
});
