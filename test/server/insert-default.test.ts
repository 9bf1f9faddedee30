import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsertDefaultResult } from '../../server/protocol';
import { schemaOfKind } from '../../server/schema/bundle';
import { type Editor, type EditorOptions, pull, withEditor } from './lsp';

const start = { line: 0, character: 0 };
const whole = `${JSON.stringify(schemaOfKind('sdk.session-config')?.default, null, 2)}\n`;
const existing = '{ "tools": [], "turn_detection": { "type": "none" } }';
const question = '"turn_detection" is there already. Replace it with the default? Undo brings it back.';

const run = (editor: Editor, args: unknown[] | undefined): Promise<InsertDefaultResult> =>
  editor.request('workspace/executeCommand', {
    command: 'realtimeConfig.server.insertDefault',
    ...(args ? { arguments: args } : {}),
  });

const insert = (editor: Editor, uri: string, what: string) => run(editor, [{ uri, position: start, what }]);

/** Runs the command in one document and gives what came of it. */
async function inserted(
  text: string,
  what: string,
  options: EditorOptions = {},
): Promise<{ result: InsertDefaultResult; text: string; shown: Editor['shown'] }> {
  let found: Awaited<ReturnType<typeof inserted>> | undefined;
  await withEditor(options, async (editor) => {
    const uri = await editor.open(text);
    const result = await insert(editor, uri, what);
    found = { result, text: editor.textOf(uri), shown: editor.shown };
  });
  assert.ok(found);
  return found;
}

describe('the command that inserts a default', () => {
  it('writes the whole default into an empty document and says where', async () => {
    const { result, text, shown } = await inserted('', 'session-config');
    assert.equal(text, whole);
    assert.deepEqual(result, { outcome: 'applied', range: { start, end: { line: 20, character: 0 } } });
    assert.deepEqual(shown, []);
  });

  it('leaves a document that the server then finds clean', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{\n  "model": "m"\n}\n');
      assert.equal((await insert(editor, uri, 'turn-detection')).outcome, 'applied');
      assert.deepEqual(await pull(editor, uri), []);
    }));

  it('asks before it replaces, and replaces on yes', async () => {
    const answer = (_: string, actions: readonly string[]) => actions[0];
    const { result, text, shown } = await inserted(existing, 'turn-detection', { answer });
    assert.deepEqual(shown, [{ message: question, actions: ['Replace'] }]);
    assert.equal(result.outcome, 'applied');
    assert.deepEqual(JSON.parse(text).turn_detection.silence_duration_ms, 200);
  });

  it('leaves everything on no, or when the question is dismissed', async () => {
    for (const answer of [() => undefined, () => 'Something else']) {
      const { result, text } = await inserted(existing, 'turn-detection', { answer });
      assert.deepEqual(result, { outcome: 'cancelled' });
      assert.equal(text, existing);
    }
  });

  it('says that the default is there already, and where', async () => {
    const { result, text, shown } = await inserted(whole, 'turn-detection');
    assert.equal(text, whole);
    assert.deepEqual(shown, [{ message: '"turn_detection" has the default already.', actions: [] }]);
    assert.deepEqual(result, {
      outcome: 'applied',
      range: { start: { line: 8, character: 20 }, end: { line: 13, character: 3 } },
    });
  });

  it('says why something has no place, and offers a new document to clients that can open one', async () => {
    const answer = (_: string, actions: readonly string[]) => actions[0];
    const here = '{ "instructions": "Hi" }';
    const plain = await inserted(here, 'turn-detection', { answer });
    assert.deepEqual(
      plain.shown.map(({ actions }) => actions),
      [[]],
    );
    assert.ok(plain.result.outcome === 'refused');
    assert.equal(plain.result.message, plain.shown[0]?.message);
    const initializationOptions = { canOpenUntitled: true };
    const opened = await inserted(here, 'turn-detection', { answer, initializationOptions });
    assert.deepEqual(opened.shown[0]?.actions, ['New Document']);
    assert.ok(opened.result.outcome === 'new-document');
    assert.deepEqual(Object.keys(JSON.parse(opened.result.text)), ['turn_detection']);
    const dismissed = await inserted(here, 'turn-detection', { initializationOptions });
    assert.equal(dismissed.result.outcome, 'refused');
    for (const { text } of [plain, opened, dismissed]) assert.equal(text, here);
  });

  it('reports an editor that does not accept the change', async () => {
    const { result, text, shown } = await inserted('', 'session-config', { accepts: false });
    assert.equal(text, '');
    assert.ok(result.outcome === 'refused');
    assert.equal(result.message, 'The editor did not accept the change. The file may be read-only.');
    assert.deepEqual(shown, [{ message: result.message, actions: [] }]);
  });

  it('does not edit a document that changed, or was closed, while the question stood', async () => {
    for (const meanwhile of ['change', 'close'] as const) {
      let act: () => Promise<void> = async () => undefined;
      const answer = async () => {
        await act();
        return 'Replace';
      };
      await withEditor({ answer }, async (editor) => {
        const uri = await editor.open(existing);
        const end = { line: 0, character: 1 };
        act = () =>
          meanwhile === 'close'
            ? editor.close(uri)
            : editor.change(uri, { range: { start: end, end }, newText: '\n' });
        const result = await insert(editor, uri, 'turn-detection');
        assert.ok(result.outcome === 'refused');
        assert.match(result.message, /^The document has (?:changed|been closed) in the meantime\./);
      });
    }
  });

  it('refuses a document that is not open and arguments that are none, with a message', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('');
      const closed = await insert(editor, 'file:///nowhere.realtime.json', 'session-config');
      assert.ok(closed.outcome === 'refused');
      assert.match(closed.message, /not open in the language server/);
      const wrong: (unknown[] | undefined)[] = [
        undefined,
        [],
        [null],
        ['session-config'],
        [7],
        [{ uri }],
        [{ uri, what: 'everything' }],
        [{ uri, what: 'toString' }],
        [{ uri: 3, what: 'session-config' }],
        [[uri, start, 'session-config']],
      ];
      for (const args of wrong) {
        const result = await run(editor, args);
        assert.equal(result.outcome, 'refused', JSON.stringify(args));
      }
      assert.equal(editor.shown.length, wrong.length + 1);
      assert.equal(editor.textOf(uri), '');
    }));

  it('answers null to commands that it does not have', () =>
    withEditor({}, async (editor) => {
      assert.equal(await editor.request('workspace/executeCommand', { command: 'other' }), null);
    }));
});
