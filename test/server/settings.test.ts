import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClientCapabilities, CompletionItem } from 'vscode-languageserver/node';
import type { DocumentInfo } from '../../server/protocol';
import { type Editor, pull, until, vsCode, withEditor } from './lsp';

const info = (editor: Editor, uri: string) =>
  editor.request<DocumentInfo | null>('realtime/documentInfo', { uri });

const kindOf = async (editor: Editor, uri: string) => {
  const found = await info(editor, uri);
  return [found?.kind, found?.kindFrom];
};

const changed = (editor: Editor, settings: unknown = null) =>
  editor.notify('workspace/didChangeConfiguration', { settings });

/** A client that has to be pushed its diagnostics; it can be asked for settings or not. */
const pushOnly = (configuration: boolean): ClientCapabilities => ({ workspace: { configuration } });

describe('diagnostics', () => {
  it('are pulled by clients that can, and then never pushed', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "model": "m", "voice": "Alloy" }');
      const [problem] = await pull(editor, uri);
      assert.deepEqual(
        [problem?.source, problem?.code, problem?.severity, problem?.range],
        [
          'realtime',
          'invalid-value',
          1,
          { start: { line: 0, character: 25 }, end: { line: 0, character: 32 } },
        ],
      );
      await editor.close(uri);
      assert.deepEqual(await pull(editor, uri), []);
      assert.deepEqual(editor.pushed, []);
    }));

  it('are pushed to others after each change, and cleared on closing', () =>
    withEditor({ capabilities: pushOnly(false) }, async (editor) => {
      const uri = await editor.open('{ "model": "m", "voice": "Alloy" }');
      await until(() => editor.pushed.length === 1, 'diagnostics of the opened document');
      const start = { line: 0, character: 26 };
      await editor.change(uri, { range: { start, end: { line: 0, character: 27 } }, newText: 'a' });
      await until(() => editor.pushed.length === 2, 'diagnostics of the change');
      await editor.change(uri, { range: { start, end: start }, newText: '"' });
      await until(() => editor.pushed.length === 3, 'diagnostics of the next change');
      await editor.close(uri);
      await until(() => editor.pushed.length === 4, 'no more diagnostics');
      assert.deepEqual(
        editor.pushed.map(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 1)),
        [true, false, true, false],
      );
      assert.ok(editor.pushed.every((one) => one.uri === uri));
    }));

  it('are the same pushed and pulled', async () => {
    const text = '{ "voice": 3, "voice": 4, "modell": , "config": { "tools": [{}] } }';
    await withEditor({}, async (pulling) => {
      await withEditor({ capabilities: pushOnly(true) }, async (pushing) => {
        const pulled = await pull(pulling, await pulling.open(text, 'same.realtime.json'));
        await pushing.open(text, 'same.realtime.json');
        await until(() => pushing.pushed.length === 1, 'diagnostics');
        assert.ok(pulled.length > 2);
        assert.deepEqual(pushing.pushed[0]?.diagnostics, pulled);
      });
    });
  });
});

describe('a document of another API', () => {
  it('is explained once, and nothing else is done with it', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "type": "session.start", "foo": 1 }');
      const found = await pull(editor, uri);
      assert.deepEqual(
        found.map(({ code, severity }) => [code, severity]),
        [['another-api', 3]],
      );
      const position = { line: 0, character: 30 };
      const ask = (method: string) =>
        editor.request(`textDocument/${method}`, { textDocument: { uri }, position });
      assert.deepEqual([await ask('completion'), await ask('hover')], [[], null]);
      const { kind, kindTitle, errors, warnings } = (await info(editor, uri)) ?? {};
      assert.deepEqual([kind, kindTitle, errors, warnings], ['none', 'Document of another API', 0, 0]);
      assert.equal(await editor.request('realtime/schema', { kind: 'none' }), null);
    }));
});

describe('settings', () => {
  it('are asked for each document, once until they change', async () => {
    const perFolder = (uri: string | undefined) =>
      uri?.includes('/config/')
        ? { defaultKind: 'sdk.session-config' }
        : { kinds: { 'r*': 'sdk.response-config' } };
    await withEditor({ settings: perFolder }, async (editor) => {
      const one = await editor.open('{}', 'config/a.realtime.json');
      const other = await editor.open('{}', 'r.realtime.json');
      assert.deepEqual(await kindOf(editor, one), ['sdk.session-config', 'default']);
      assert.deepEqual(await kindOf(editor, other), ['sdk.response-config', 'choice']);
      await pull(editor, one);
      assert.deepEqual([...editor.asked].sort(), [one, other].sort());
    });
  });

  it('are asked anew after a change, which refreshes diagnostics', async () => {
    let kind = 'sdk.session-config';
    await withEditor({ settings: () => ({ kinds: { '*.json': kind } }) }, async (editor) => {
      const uri = await editor.open('{ "enabled": true }');
      assert.deepEqual(
        (await pull(editor, uri)).map(({ code }) => code),
        ['unknown-property'],
      );
      kind = 'sdk.input-audio-transcription';
      await changed(editor);
      await until(() => editor.refreshes() === 1, 'the refresh');
      assert.deepEqual(
        (await pull(editor, uri)).map(({ code }) => code),
        ['missing-property', 'transcription-enabled'],
      );
      assert.deepEqual(await kindOf(editor, uri), [kind, 'choice']);
    });
  });

  it('push fresh diagnostics to clients that do not pull', async () => {
    let kind = 'sdk.session-config';
    const options = { capabilities: pushOnly(true), settings: () => ({ defaultKind: kind }) };
    await withEditor(options, async (editor) => {
      await editor.open('{}');
      await until(() => editor.pushed.length === 1, 'the first diagnostics');
      kind = 'sdk.session-request';
      await changed(editor);
      await until(() => editor.pushed.length === 2, 'diagnostics after the change');
      assert.deepEqual(
        editor.pushed.map(({ diagnostics }) => diagnostics.length),
        [0, 1],
      );
      assert.equal(editor.refreshes(), 0);
    });
  });

  it('come along with the change for clients that cannot be asked', () =>
    withEditor({ capabilities: pushOnly(false) }, async (editor) => {
      const uri = await editor.open('{}');
      assert.deepEqual(await kindOf(editor, uri), ['sdk.session-request', 'default']);
      await changed(editor, { realtimeConfig: { defaultKind: 'sdk.response-config' }, other: 1 });
      assert.deepEqual(await kindOf(editor, uri), ['sdk.response-config', 'default']);
      for (const nothing of [null, 3, 'x', [], { realtimeConfig: null }]) {
        await changed(editor, nothing);
        assert.deepEqual(await kindOf(editor, uri), ['sdk.session-request', 'default']);
      }
      assert.deepEqual(editor.asked, []);
    }));

  it('add models and voices to completion', async () => {
    const settings = () => ({ extraModels: ['my-model', '', 3, 'my-model'], extraVoices: 'alloy' });
    await withEditor({ settings }, async (editor) => {
      const uri = await editor.open('{ "type": "realtime", "model": "" }');
      const items = await editor.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 0, character: 32 },
      });
      const own = items.filter(({ label }) => label === 'my-model' || label === '' || label === '3');
      assert.deepEqual(
        own.map(({ label, labelDetails, detail }) => [label, labelDetails?.description ?? detail]),
        [['my-model', 'from your settings']],
      );
    });
  });

  it('of wrong types count as not set', async () => {
    const wrong: unknown[] = [
      null,
      'x',
      7,
      [],
      { kinds: 3, defaultKind: [] },
      { kinds: ['a'], defaultKind: 'no.such-kind' },
      { kinds: { '*': 7, '**/*': null, '[': 'sdk.session-config', x: 'no.such-kind' }, defaultKind: null },
    ];
    for (const settings of wrong) {
      await withEditor({ settings: () => settings }, async (editor) => {
        const uri = await editor.open('{}');
        assert.deepEqual(
          await kindOf(editor, uri),
          ['sdk.session-request', 'default'],
          JSON.stringify(settings),
        );
      });
    }
  });

  it('keep every feature going when the client fails to answer', async () => {
    const settings = () => {
      throw new Error('no settings today');
    };
    await withEditor({ settings }, async (editor) => {
      const uri = await editor.open('{ "voice": 3 }');
      assert.equal((await pull(editor, uri)).length, 1);
    });
  });

  it('take globs from the workspace folder', async () => {
    const options = {
      folders: ['file:///files/my%20work', 'file:///files'],
      settings: () => ({ kinds: { 'calls/*.json': 'sdk.session-config' } }),
    };
    await withEditor(options, async (editor) => {
      const inside = await editor.open('{}', 'file:///files/my%20work/calls/a.json');
      const outside = await editor.open('{}', 'file:///files/my%20work/old/calls/a.json');
      assert.equal((await kindOf(editor, inside))[0], 'sdk.session-config');
      assert.equal((await kindOf(editor, outside))[0], 'sdk.session-request');
    });
  });
});

describe('document info', () => {
  it('names the kind, how it was decided and the number of problems', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{ "status": 1, "extra": 1 }', 'x.sdk.session-config.realtime.json');
      assert.deepEqual(await info(editor, uri), {
        kind: 'sdk.session-config',
        kindTitle: 'Session config',
        kindFrom: 'file name',
        errors: 0,
        warnings: 2,
      });
      assert.equal(await info(editor, 'file:///not/open.json'), null);
    }));

  it('is announced as changed after opening, each change and each change of settings', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{}');
      await until(() => editor.infoChanged.length === 1, 'the notice of opening');
      const start = { line: 0, character: 1 };
      await editor.change(uri, { range: { start, end: start }, newText: ' ' });
      await until(() => editor.infoChanged.length === 2, 'the notice of a change');
      await changed(editor);
      await until(() => editor.infoChanged.length === 3, 'the notice of settings');
      assert.deepEqual(new Set(editor.infoChanged), new Set([uri]));
    }));

  it('comes with the kinds’ schemas', () =>
    withEditor({}, async (editor) => {
      const text = await editor.request<string>('realtime/schema', { kind: 'sdk.session-config' });
      assert.equal(JSON.parse(text).$id, 'urn:realtime-config:sdk.session-config');
      assert.equal(await editor.request('realtime/schema', { kind: 'constructor' }), null);
    }));
});

describe('documents of any scheme', () => {
  it('are told by their URI', () =>
    withEditor({}, async (editor) => {
      const names: [string, string][] = [
        ['untitled:Untitled-1', 'sdk.session-request'],
        ['untitled:a.sdk.session-config.realtime.json', 'sdk.session-config'],
        ['vscode-vfs://github/o/r/a.sdk.response-config.realtime.json', 'sdk.response-config'],
        ['file:///c%3A/a%20b/%E2%82%AC.sdk.session-config.realtime.json', 'sdk.session-config'],
        ['git:/a.sdk.response-config.realtime.json?%7B%22ref%22%3A%22~%22%7D', 'sdk.response-config'],
        ['file:///100%.sdk.session-config.realtime.json', 'sdk.session-config'],
      ];
      for (const [uri, kind] of names) {
        await editor.open('{}', uri);
        assert.equal((await kindOf(editor, uri))[0], kind, uri);
      }
      assert.equal(vsCode.workspace?.configuration, true);
    }));
});
