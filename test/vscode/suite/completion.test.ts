import assert from 'node:assert/strict';
import { acceptCompletion } from './answers';
import {
  closeAll,
  completionsAt,
  diagnosticsOf,
  isClean,
  labels,
  openText,
  textOf,
  typeText,
} from './support';

/** The document before, with `|` for the cursor; the keys typed; what the document means after Enter. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
  readonly expected: unknown;
}

const detection = { type: 'server_vad', threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 200 };

const cases: readonly Case[] = [
  { name: 'a value inside empty quotes', text: '{ "voice": "|" }', type: 'al', expected: { voice: 'alloy' } },
  { name: 'a value without quotes', text: '{ "voice": | }', type: 'al', expected: { voice: 'alloy' } },
  { name: 'the rest of a value', text: '{ "voice": "al|" }', expected: { voice: 'alloy' } },
  { name: 'a value over an old one', text: '{ "voice": "shim|my" }', expected: { voice: 'shimmer' } },
  {
    name: 'a value before a missing comma',
    text: '{ "voice": "al|"\n"temperature": 0.8 }',
    expected: { voice: 'alloy', temperature: 0.8 },
  },
  { name: 'a value of an unclosed string', text: '{\n"voice": "al|\n}', expected: { voice: 'alloy' } },
  { name: 'a key in an empty object', text: '{|}', type: '"temp', expected: { temperature: 0.8 } },
  { name: 'a half-typed key', text: '{\n  "temp|"\n}', expected: { temperature: 0.8 } },
  { name: 'a half-typed key without quotes', text: '{\n  temp|\n}', expected: { temperature: 0.8 } },
  {
    name: 'a key after another without a comma',
    text: '{\n  "voice": "alloy"\n  |\n}',
    type: '"temp',
    expected: { voice: 'alloy', temperature: 0.8 },
  },
  {
    name: 'a key before another',
    text: '{\n  |\n  "voice": "alloy"\n}',
    type: '"temp',
    expected: { voice: 'alloy', temperature: 0.8 },
  },
  {
    name: 'a key in place of another',
    text: '{ "temp|": 1, "voice": "alloy" }',
    expected: { temperature: 1, voice: 'alloy' },
  },
  {
    name: 'a type inside turn detection',
    text: '{ "config": { "turn_detection": { "type": "|" } } }',
    type: 's',
    expected: { config: { turn_detection: { type: 'server_vad' } } },
  },
  {
    name: 'a whole object',
    text: '{ "config": { "turn_detection": | } }',
    type: 'def',
    expected: { config: { turn_detection: detection } },
  },
  {
    name: 'an element of a list',
    text: '{ "config": { "modalities": ["text", |] } }',
    type: '"aud',
    expected: { config: { modalities: ['text', 'audio'] } },
  },
  {
    name: 'an element before a missing comma',
    text: '{ "config": { "modalities": [|"text"] } }',
    type: 'aud',
    expected: { config: { modalities: ['audio', 'text'] } },
  },
  { name: 'a number', text: '{ "temperature": | }', expected: { temperature: 0.8 } },
];

describe('completion', () => {
  afterEach(closeAll);

  for (const { name, text, type, expected } of cases) {
    it(`accepts ${name} and leaves valid JSON`, async () => {
      const editor = await openText(text);
      await diagnosticsOf(editor.document.uri, () => true);
      if (type) await typeText(type);
      const after = await acceptCompletion(editor);
      assert.deepEqual(parse(after), expected);
    });
  }

  it('offers required keys first and no key twice', async () => {
    const editor = await openText(
      '{ "model": "gpt-4o-realtime-preview", "config": {}, "voice": "alloy", | }',
    );
    const found = labels(await completionsAt(editor));
    assert.ok(found.includes('temperature'), found.join());
    for (const taken of ['model', 'config', 'voice'])
      assert.ok(!found.includes(taken), `${taken} is offered`);
    const empty = labels(await completionsAt(await openText('{ "config": {}, | }')));
    assert.equal(empty[0], 'model');
  });

  it('offers whole documents where there is nothing', async () => {
    const editor = await openText('|');
    const list = await completionsAt(editor);
    const found = labels(list);
    assert.ok(found.length >= 6, found.join());
    assert.ok(found.includes('Default session request'), found.join());
  });

  it('makes a whole document out of nothing', async () => {
    const editor = await openText('|');
    const after = await acceptCompletion(editor);
    const made = parse(after) as Record<string, unknown>;
    assert.equal(typeof made.model, 'string', after);
    await diagnosticsOf(editor.document.uri, isClean);
  });

  it('explains each entry', async () => {
    const list = await completionsAt(await openText('{ "voice": "|" }'));
    const alloy = list.items.find(
      ({ label }) => (typeof label === 'string' ? label : label.label) === 'alloy',
    );
    assert.ok(alloy, labels(list).join());
    const { documentation } = alloy;
    const text = typeof documentation === 'string' ? documentation : documentation?.value;
    assert.ok(text && text.length > 20, `documentation of alloy: ${text}`);
  });

  it('offers the names of the document', async () => {
    const tool = '{ "type": "function", "name": "look_up", "description": "x", "parameters": {} }';
    const editor = await openText(`{ "config": { "tools": [${tool}], "tool_choice": "|" } }`);
    const found = labels(await completionsAt(editor));
    assert.ok(found.includes('look_up') || found.includes('auto'), found.join());
  });

  it('completes JSON Schema inside the parameters of a tool', async () => {
    const tool =
      '{ "type": "function", "name": "a", "description": "x", "parameters": { "type": "object", | } }';
    const editor = await openText(`{ "config": { "tools": [${tool}] } }`);
    const found = labels(await completionsAt(editor));
    for (const keyword of ['properties', 'required']) assert.ok(found.includes(keyword), found.join());
  });

  it('indents with tabs where the document does', async () => {
    const editor = await openText('{\n\t"config": {\n\t\t|\n\t}\n}');
    editor.options = { insertSpaces: false, tabSize: 4 };
    await typeText('"turn');
    const after = await acceptCompletion(editor);
    assert.match(after, /\n\t\t"turn_detection": \{\n\t\t\t"type": "server_vad"/);
    assert.equal(textOf(editor).includes('  '), false);
  });

  it('keeps up with typing in a document of 300 KB', async () => {
    const prompt = 'Speak slowly. '.repeat(21_500);
    const editor = await openText(`{\n  "instructions": ${JSON.stringify(prompt)},\n  |\n}`);
    assert.ok(textOf(editor).length > 300_000);
    const started = Date.now();
    await typeText('"temp');
    const after = await acceptCompletion(editor);
    const ms = Date.now() - started;
    assert.deepEqual(Object.keys(parse(after) as object), ['instructions', 'temperature']);
    assert.ok(ms < 5000, `took ${ms} ms`);
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`no valid JSON: ${text}`, { cause: error });
  }
}
