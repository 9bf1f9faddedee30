import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { serverCommands } from '../../server/protocol';
import { readRepository } from '../support/fixture';
import { connect, type Editor, pull, until, withEditor } from './lsp';

/** Everything that an editor asks about a document as it is shown. */
const asked = [
  'completion',
  'hover',
  'diagnostic',
  'codeAction',
  'documentSymbol',
  'foldingRange',
  'selectionRange',
  'formatting',
  'rangeFormatting',
];

/** What it asks about names, and for links. */
const navigating = ['documentHighlight', 'documentLink', 'definition', 'references'];

const all = [...asked, ...navigating];

const everything = (uri: string, line: number, character: number) => {
  const position = { line, character };
  const range = { start: position, end: position };
  const options = { tabSize: 2, insertSpaces: true };
  return {
    textDocument: { uri },
    position,
    positions: [position],
    range,
    options,
    context: { diagnostics: [], includeDeclaration: true },
  };
};

/** Asks all of it at once; every answer has to come. */
async function askAll(editor: Editor, uri: string, line = 0, character = 1): Promise<void> {
  const params = everything(uri, line, character);
  await Promise.all(all.map((method) => editor.request(`textDocument/${method}`, params)));
}

describe('the server goes on', () => {
  it('after requests about documents that it does not know', () =>
    withEditor({}, async (editor) => {
      const params = everything('file:///nowhere.json', 0, 0);
      const answers: unknown[] = [];
      for (const method of all) answers.push(await editor.request(`textDocument/${method}`, params));
      assert.deepEqual(answers, [
        [],
        null,
        { kind: 'full', items: [] },
        null,
        [],
        [],
        [],
        [],
        [],
        null,
        [],
        null,
        null,
      ]);
      assert.deepEqual(editor.asked, []);
    }));

  it('after requests without sense', async () => {
    const editor = await connect();
    try {
      const uri = await editor.open('{}');
      for (const method of all.map((name) => `textDocument/${name}`).concat('realtime/documentInfo')) {
        for (const params of [
          {},
          { textDocument: null },
          { textDocument: { uri: 7 } },
          { textDocument: { uri } },
        ]) {
          await editor.request(method, params).catch(() => undefined);
        }
      }
      for (const params of [
        {},
        { textDocument: { uri } },
        { textDocument: { uri, version: 2 }, contentChanges: [{}] },
      ]) {
        await editor.notify('textDocument/didChange', params);
        await editor.notify('textDocument/didOpen', params);
        await editor.notify('textDocument/didClose', params);
      }
      await editor.notify('no/such/notification', {});
      await assert.rejects(editor.request('no/such/request', {}), /Unhandled method/);
      assert.deepEqual(await pull(editor, await editor.open('{ "model": "m" }', 'after.json')), []);
    } finally {
      editor.stop();
    }
  });

  it('after positions outside the text', () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open('{\n  "voice": "echo"\n}');
      for (const [line, character] of [
        [-1, -1],
        [99, 0],
        [0, 9999],
        [1, 2 ** 31],
      ] as const)
        await askAll(editor, uri, line, character);
    }));

  it('after a client that cannot do what it promised', async () => {
    const editor = await connect();
    try {
      for (const method of [
        'workspace/diagnostic/refresh',
        'client/registerCapability',
        'workspace/configuration',
      ])
        editor.connection.onRequest(method, () => {
          throw new Error('cannot');
        });
      const uri = await editor.open('{ "model": "m" }');
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      await until(() => editor.errors.length > 0, 'the failed refresh in the log');
      assert.match(editor.errors[0] ?? '', /cannot/);
      const codes = (await pull(editor, uri)).map(({ code }) => code);
      assert.deepEqual(codes, ['unknown-model']);
    } finally {
      editor.stop();
    }
  });
});

/** Runs every command on a document, with what each of them may need. */
async function runAll(editor: Editor, uri: string, position: object): Promise<void> {
  const text = "Unknown parameter: 'session.voice'.";
  const args = { uri, position, what: 'turn-detection', to: 'ga.session', preview: true, as: 'curl', text };
  for (const command of Object.values(serverCommands))
    await editor.request('workspace/executeCommand', { command, arguments: [args] });
}

describe('the server stands', () => {
  const hostile: [string, () => string][] = [
    ['100,000 opening brackets', () => '['.repeat(100_000)],
    ['100,000 opening braces', () => '{"a":'.repeat(100_000)],
    ['100,000 brackets that close nothing', () => `{${']'.repeat(100_000)}`],
    ['50,000 brackets of the wrong kind', () => '['.repeat(50_000) + '}'.repeat(50_000)],
    ['100,000 nested objects that are closed', () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    [
      'a text of 5 MB on one line',
      () => JSON.stringify({ model: 'm', instructions: 'ü\n'.repeat(1_250_000) }),
    ],
    [
      'an array of 5 MB',
      () => JSON.stringify({ config: { modalities: Array(350_000).fill('text') } }, null, 2),
    ],
    [
      '20,000 unknown keys',
      () => `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}": 1`).join(',\n')}}`,
    ],
    ['the same key 20,000 times', () => `{${'"voice": "echo",\n'.repeat(20_000)}"model": "m"}`],
    ['20,000 comments', () => `{${'/* "a": */ // b\n'.repeat(20_000)}}`],
    ['100,000 quotes', () => `{${'"'.repeat(100_000)}`],
    ['100,000 backslashes', () => `{"model": "${'\\'.repeat(100_000)}`],
    [
      'rubbish',
      () =>
        Array.from({ length: 200_000 }, (_, index) => String.fromCharCode((index * 7919) % 65_536)).join(''),
    ],
    ['zeros', () => '\0'.repeat(100_000)],
  ];
  for (const [name, text] of hostile) {
    it(name, { timeout: 60_000 }, () =>
      withEditor({}, async (editor) => {
        const uri = await editor.open(text());
        const end = editor.positionAt(uri, Number.MAX_SAFE_INTEGER);
        for (const { line, character } of [{ line: 0, character: 1 }, end])
          await askAll(editor, uri, line, character);
        // Commands run when somebody asks, and may take their time with megabytes.
        if (editor.textOf(uri).length < 200_000) await runAll(editor, uri, end);
        const next = await editor.open('{ "model": "m" }');
        assert.deepEqual(await pull(editor, next), []);
      }),
    );
  }
});

describe('the server keeps up', () => {
  const example = readRepository('examples/order-desk.realtime.json');
  const pieces = fc.constantFrom(
    '',
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\n',
    '😀',
    '"tools": [',
    '\uD800',
    'null',
    '/*',
  );
  const action = fc.record({
    method: fc.constantFrom('change', ...asked),
    from: fc.nat(),
    length: fc.nat(30),
    text: pieces,
  });

  it('with 10,000 random changes and requests, its text the editor’s to the end', { timeout: 120_000 }, () =>
    withEditor({}, async (editor) => {
      const uri = await editor.open(example);
      const pending: Promise<unknown>[] = [];
      for (const one of fc.sample(action, { numRuns: 10_000, seed: 1 })) {
        const { length } = editor.textOf(uri);
        const offset = one.from % (length + 1);
        const start = editor.positionAt(uri, offset);
        if (one.method === 'change') {
          const end = editor.positionAt(uri, offset + one.length);
          await editor.change(uri, { range: { start, end }, newText: one.text });
        } else {
          pending.push(
            editor.request(`textDocument/${one.method}`, everything(uri, start.line, start.character)),
          );
        }
        if (length < 100) await editor.change(uri, { range: { start, end: start }, newText: example });
      }
      await Promise.all(pending);
      const end = editor.positionAt(uri, Number.MAX_SAFE_INTEGER);
      await editor.change(uri, { range: { start: { line: 0, character: 0 }, end }, newText: example });
      const codes = (await pull(editor, uri)).map(({ code }) => code);
      assert.deepEqual(codes, ['model-shutdown', 'sdk-temperature']);
    }),
  );
});
