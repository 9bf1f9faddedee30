import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ConvertResult, type EditResult, serverCommands, type Written } from '../../server/protocol';
import { type Editor, pull, withEditor } from './lsp';

const request = '{ "model": "gpt-4o-realtime-preview", "config": {}, "temperature": 0.9 }\n';

const run = <Result>(editor: Editor, command: keyof typeof serverCommands, args: unknown) =>
  editor.request<Result>('workspace/executeCommand', {
    command: serverCommands[command],
    arguments: [args],
  });

describe('the command that converts', () => {
  it('replaces the document, in one edit, and tells what was lost', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(request);
      const result = await run<ConvertResult>(editor, 'convert', { uri, to: 'ga.session' });
      assert.equal(result.outcome, 'applied');
      const { type, model } = JSON.parse(editor.textOf(uri));
      assert.equal(type, 'realtime');
      assert.notEqual(model, 'gpt-4o-realtime-preview');
      assert.deepEqual('notes' in result && result.notes.map(({ pointer, value }) => [pointer, value]), [
        ['/model', '"gpt-4o-realtime-preview"'],
        ['/temperature', '0.9'],
      ]);
      assert.deepEqual(editor.shown, [
        {
          message:
            'Converted to ga.session. 2 things could not be carried over as written: see the log of the language server.',
          actions: [],
        },
      ]);
      assert.deepEqual(await pull(editor, uri), []);
    }));

  it('asks what it shall become where it was not told', () =>
    withEditor({ answer: (_, actions) => actions[2] }, async (editor) => {
      const uri = await editor.open(request);
      await run(editor, 'convert', { uri });
      assert.deepEqual(editor.shown[0], {
        message: 'What shall this document become?',
        actions: ['ga.session', 'ga.session-update', 'ga.client-secret'],
      });
      assert.deepEqual(Object.keys(JSON.parse(editor.textOf(uri))), ['session']);
    }));

  it('shows what it would be without changing anything', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(request);
      const result = await run<ConvertResult>(editor, 'convert', { uri, to: 'ga.session', preview: true });
      assert.equal(result.outcome === 'text' && JSON.parse(result.text).type, 'realtime');
      assert.equal(editor.textOf(uri), request);
      assert.deepEqual(editor.shown, []);
    }));

  it('says why it cannot', () =>
    withEditor({}, async (editor) => {
      const refusal = async (text: string, to?: string) => {
        const result = await run<ConvertResult>(editor, 'convert', { uri: await editor.open(text), to });
        assert.equal(result.outcome, 'refused');
        return result.outcome === 'refused' ? result.message : '';
      };
      assert.equal(
        await refusal('{ "type": "session.start" }'),
        'This is a document of another API, which cannot be converted.',
      );
      assert.match(await refusal('{ "model": "m", "config": ', 'ga.session'), /broken|complete|JSON/);
      assert.match(await refusal(request, 'ga.translation-session'), /ga\.translation-session/);
      assert.deepEqual(await run(editor, 'convert', { to: 'ga.session' }), {
        outcome: 'refused',
        message: 'This command needs { uri }, the document that it is about.',
      });
      assert.equal(
        (await run<ConvertResult>(editor, 'convert', { uri: 'file:///other' })).outcome,
        'refused',
      );
    }));
});

describe('the commands about defaults and order', () => {
  it('fill one object or all, take defaults away, and sort', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "type": "realtime", "audio": { "output": {} } }');
      const position = { line: 0, character: 44 };
      assert.equal((await run<EditResult>(editor, 'fillDefaults', { uri, position })).outcome, 'applied');
      const { output } = JSON.parse(editor.textOf(uri)).audio;
      assert.deepEqual(Object.keys(output), ['format', 'speed']);
      await run(editor, 'fillDefaults', { uri });
      assert.equal(JSON.parse(editor.textOf(uri)).truncation, 'auto');
      await run(editor, 'removeDefaults', { uri });
      assert.deepEqual(JSON.parse(editor.textOf(uri)), { type: 'realtime', audio: { output: {} } });
      const mixed = await editor.open('{ "model": "gpt-realtime", "type": "realtime" }');
      await run(editor, 'sortKeys', { uri: mixed });
      assert.equal(editor.textOf(mixed), '{ "type": "realtime", "model": "gpt-realtime" }');
      await run(editor, 'sortKeys', { uri: mixed });
      assert.deepEqual(
        editor.shown.map(({ message }) => message),
        ['The keys are in schema order already.'],
      );
    }));
});

describe('the command that emits', () => {
  it('lists the forms and writes one, without a change', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(request);
      const forms = await run<{ id: string }[]>(editor, 'forms', { uri });
      assert.deepEqual(
        forms.map(({ id }) => id),
        ['json', 'session-update', 'client-secret', 'curl', 'typescript', 'python', 'rust'],
      );
      const written = await run<Written>(editor, 'emit', { uri, as: 'session-update' });
      assert.equal(JSON.parse(written.text).type, 'session.update');
      assert.equal(written.notes.length, 2);
      assert.equal(editor.textOf(uri), request);
      assert.deepEqual(await run(editor, 'emit', { uri, as: 'xml' }), {
        outcome: 'refused',
        message:
          'This command needs { uri, as }, with one of json, session-update, client-secret, curl, typescript, python, rust.',
      });
    }));
});

describe('the command that finds a server’s error', () => {
  it('shows the place where the client can, and says what is wrong there', () =>
    withEditor({ capabilities: { window: { showDocument: { support: true } } } }, async (editor) => {
      const shown: unknown[] = [];
      editor.connection.onRequest('window/showDocument', (params) => {
        shown.push(params);
        return { success: true };
      });
      const uri = await editor.open('{ "type": "realtime", "voice": "marin" }');
      const text = "Unknown parameter: 'session.voice'.";
      const range = { start: { line: 0, character: 22 }, end: { line: 0, character: 29 } };
      assert.deepEqual(await run(editor, 'findServerError', { uri, text }), {
        outcome: 'found',
        range,
        problem:
          '"voice" belongs in "audio.output.voice". The API refuses the whole session because of this key.',
        canFix: true,
      });
      assert.deepEqual(shown, [{ uri, selection: range, takeFocus: true }]);
      const nothing = await run<EditResult>(editor, 'findServerError', { uri, text: 'Server is busy' });
      assert.equal(nothing.outcome, 'refused');
    }));
});
