import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../server/kinds/catalogue';
import { dereference, kindsWithSchema, localise, schemaOfKind } from '../../server/schema/bundle';

test('every kind of the catalogue has a schema, in the same order', () => {
  assert.deepEqual(
    kindsWithSchema,
    kinds.map(({ id }) => id),
  );
  assert.equal(schemaOfKind('sdk.nothing'), undefined);
});

test('a bundle is made once', () => {
  assert.equal(schemaOfKind('sdk.session-config'), schemaOfKind('sdk.session-config'));
});

test('references become local, and what they lead to comes along', () => {
  const definitions: Record<string, unknown> = {};
  const schema = {
    anyOf: [{ $ref: 'definitions.schema.json#/definitions/RealtimeVoice' }, { type: 'null' }],
  };
  assert.deepEqual(localise(schema, definitions), {
    anyOf: [{ $ref: '#/definitions/RealtimeVoice' }, { type: 'null' }],
  });
  assert.deepEqual(Object.keys(definitions), ['RealtimeVoice']);
});

test('what looks like a reference in data stays', () => {
  const reference = { $ref: 'x#/definitions/RealtimeVoice' };
  const schema = {
    default: reference,
    examples: [reference],
    enum: [reference],
    const: reference,
    defaultSnippets: [{ label: 'x', body: reference }],
    'x-values': [{ value: '$ref', ...reference }],
  };
  const definitions = {};
  assert.deepEqual(localise(schema, definitions), schema);
  assert.deepEqual(definitions, {});
});

test('properties may be named like keywords', () => {
  const definitions: Record<string, unknown> = {};
  const properties = { default: { $ref: 'x#/definitions/RealtimeVoice' }, $ref: { type: 'string' } };
  assert.deepEqual(localise({ properties }, definitions), {
    properties: { default: { $ref: '#/definitions/RealtimeVoice' }, $ref: { type: 'string' } },
  });
  assert.deepEqual(Object.keys(definitions), ['RealtimeVoice']);
});

test('a reference to nothing is an error of ours', () => {
  assert.throws(() => dereference({ $id: 'urn:x' }, { $ref: '#/definitions/None' }), /urn:x refers to/);
});
