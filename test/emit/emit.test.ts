import assert from 'node:assert/strict';
import { test } from 'node:test';
import rust from '../../schemas/rust.json';
import { parse } from '../../server/document/parse';
import { emit, emitForms, formsOf } from '../../server/emit';
import { kinds } from '../../server/kinds/catalogue';
import { schemaOfKind } from '../../server/schema/bundle';
import { rootProperties } from '../../server/schema/root-properties';
import { assertGolden, examples } from '../conversions/support';

const formNamed = (id: string) => emitForms.find((form) => form.id === id) ?? assert.fail(id);

function emitted(text: string, kind: string, id: string) {
  const outcome = emit(parse(text), kind, formNamed(id));
  return 'refused' in outcome ? assert.fail(outcome.refused) : outcome;
}

const session = '{ "type": "realtime", "instructions": "caf\\u00e9", "max_output_tokens": 1.0e2 }';

test('JSON is the document on one line, literals as they were written', () => {
  assert.deepEqual(emitted(`{ "$schema": "x", ${session.slice(1)}`, 'ga.session', 'json'), {
    text: '{"type":"realtime","instructions":"caf\\u00e9","max_output_tokens":1.0e2}',
    notes: [],
  });
});

test('events and requests have the layout of the document', () => {
  const text = '{\n\t"type": "realtime"\n}';
  assert.equal(
    emitted(text, 'ga.session', 'session-update').text,
    '{\n\t"type": "session.update",\n\t"session": {\n\t\t"type": "realtime"\n\t}\n}',
  );
  assert.equal(
    emitted(text, 'ga.session', 'client-secret').text,
    '{\n\t"session": {\n\t\t"type": "realtime"\n\t}\n}',
  );
});

test('a document of an older API is converted, with notes', () => {
  const { text, notes } = emitted('{"voice":"ash","temperature":0.8}', 'beta.session', 'curl');
  assert.match(text, /"audio":\{"output":\{"voice":"ash"\}\}/);
  assert.deepEqual(
    notes.map(({ pointer }) => pointer),
    ['/temperature'],
  );
});

test('every form of one document, to the letter', () => {
  const hotel = examples().find(({ name }) => name === 'ga/hotel-desk.realtime.json');
  assert.ok(hotel);
  const texts = formsOf(hotel.doc, hotel.kind).map((form) => {
    const outcome = emit(hotel.doc, hotel.kind, form);
    return `=== ${form.id}\n${'text' in outcome ? outcome.text : outcome.refused}\n`;
  });
  assertGolden('emit.txt', texts.join(''));
});

test('Rust text of every example of the SDK, to the letter', () => {
  const texts = examples()
    .filter(({ kind, name }) => kind.startsWith('sdk.') && !name.startsWith('mistakes/'))
    .map(({ name, kind, doc }) => {
      const outcome = emit(doc, kind, formNamed('rust'));
      return `// ${name}\n${'text' in outcome ? outcome.text : outcome.refused}\n`;
    });
  assertGolden('rust.txt', texts.join('\n'));
});

test('the forms that each kind can take', () => {
  const forms = (id: string) =>
    formsOf(parse(JSON.stringify(schemaOfKind(id)?.default)), id).map((form) => form.id);
  const sessions = ['json', 'session-update', 'client-secret', 'curl', 'typescript', 'python'];
  for (const { id, dialect, session: place } of kinds) {
    const usual = place.family === 'response' ? ['json'] : sessions;
    assert.deepEqual(forms(id), dialect === 'sdk' ? [...usual, 'rust'] : usual, id);
  }
});

test('what no Rust type can hold is refused at its place', () => {
  for (const [text, kind, pointer] of [
    ['{"model":"\\ud800"}', 'sdk.session-request', '/model'],
    ['{"config":{}}', 'sdk.session-request', ''],
    ['{"model":"m","voice":"marin"}', 'sdk.session-request', '/voice'],
    [
      '{"turn_detection":{"type":"server_vad","prefix_padding_ms":-1}}',
      'sdk.session-config',
      '/turn_detection/prefix_padding_ms',
    ],
    ['{"tools":{}}', 'sdk.session-config', '/tools'],
    ['{"model":"m"}', 'sdk.session-request', undefined],
  ] as const) {
    const outcome = emit(parse(text), kind, formNamed('rust'));
    assert.equal('refused' in outcome ? outcome.pointer : undefined, pointer, text);
  }
});

test('the Rust types are those of the schemas, in their order', () => {
  const structs: Readonly<Record<string, object>> = rust.structs;
  for (const [kind, { type }] of Object.entries(rust.roots)) {
    assert.deepEqual(Object.keys(structs[type] ?? {}), rootProperties(kind), kind);
  }
});

test('no form holds a key', () => {
  for (const { id } of emitForms.filter((form) => form.id !== 'rust')) {
    const { text } = emitted(session, 'ga.session', id);
    assert.doesNotMatch(text, /sk-|ek_/);
  }
});
