import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/document/parse';
import type { JsonSchema } from '../../server/schema/types';
import { apply, branchMeant, childSchemas, matches, schemasAt, typesOf } from '../../server/schema/walk';

const TURN: JsonSchema = {
  definitions: {
    Server: {
      title: 'server',
      type: 'object',
      required: ['type'],
      properties: { type: { const: 'server_vad' }, threshold: { type: 'number' } },
    },
    Semantic: {
      title: 'semantic',
      type: 'object',
      required: ['type'],
      properties: { type: { enum: ['semantic_vad'] }, eagerness: { type: 'string' } },
    },
  },
  oneOf: [
    { $ref: '#/definitions/Server' },
    { $ref: '#/definitions/Semantic' },
    { type: 'null', title: 'none' },
  ],
};

const CONDITION: JsonSchema = {
  type: 'object',
  if: { properties: { mode: { const: 'a' } }, required: ['mode'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { title: 'then' },
  else: { title: 'else' },
};

function node(text: string) {
  const { root } = parse(text);
  assert.ok(root);
  return root;
}

const titles = (schema: JsonSchema, text: string | undefined) =>
  apply(schema, schema, text === undefined ? undefined : node(text)).flatMap((one) => one.schema.title ?? []);

test('a condition picks its branch', () => {
  assert.deepEqual(titles(CONDITION, '{ "mode": "a" }'), ['then']);
  assert.deepEqual(titles(CONDITION, '{ "mode": "b" }'), ['else']);
  assert.deepEqual(titles(CONDITION, '{}'), ['else']);
  assert.deepEqual(titles(CONDITION, undefined), []);
});

test('a discriminator picks the branch that is meant, whatever else is wrong in it', () => {
  assert.deepEqual(titles(TURN, '{ "type": "semantic_vad", "threshold": 1 }'), ['semantic']);
  assert.deepEqual(titles(TURN, '{ "threshold": "x", "type": "server_vad" }'), ['server']);
  assert.deepEqual(titles(TURN, 'null'), ['none']);
});

test('without a fitting discriminator the first branch of the type is meant', () => {
  assert.deepEqual(titles(TURN, '{ "type": "serverVad" }'), ['server']);
  assert.deepEqual(titles(TURN, '{}'), ['server']);
});

test('a value of no branch has none, and no value has all', () => {
  assert.deepEqual(titles(TURN, '7'), []);
  assert.deepEqual(titles(TURN, undefined), ['server', 'semantic', 'none']);
});

test('a union without discriminator takes the branch that fits', () => {
  const schema: JsonSchema = {
    anyOf: [
      { title: 'short', type: 'string', pattern: '^.{1,2}$' },
      { title: 'word', type: 'string', enum: ['inf'] },
      { title: 'whole', type: 'integer' },
    ],
  };
  assert.deepEqual(titles(schema, '"ab"'), ['short']);
  assert.deepEqual(titles(schema, '"inf"'), ['word']);
  assert.deepEqual(titles(schema, '"infinite"'), ['short']);
  assert.deepEqual(titles(schema, '1.5'), ['whole']);
  assert.deepEqual(titles(schema, 'true'), []);
  assert.equal(branchMeant(schema, [], node('1')), undefined);
});

test('all parts of a schema apply, advice as such', () => {
  const schema: JsonSchema = {
    title: 'own',
    definitions: { Deep: { title: 'deep' } },
    allOf: [{ title: 'part', allOf: [{ $ref: '#/definitions/Deep' }] }],
    'x-advisory': { title: 'advice', allOf: [{ title: 'inside' }] },
  };
  assert.deepEqual(
    apply(schema, schema, node('{}')).map((one) => [one.schema.title, one.advisory]),
    [
      ['own', false],
      ['part', false],
      ['deep', false],
      ['advice', true],
      ['inside', true],
    ],
  );
});

test('children come from properties, patterns, and what is left', () => {
  const schema: JsonSchema = {
    properties: { a: { title: 'a' } },
    patternProperties: { '^x-': { title: 'pattern' } },
    additionalProperties: { title: 'rest' },
    items: { title: 'item' },
  };
  const child = (step: string | number) =>
    childSchemas([{ schema, advisory: false }], step).map((one) => one.schema.title);
  assert.deepEqual(child('a'), ['a']);
  assert.deepEqual(child('x-b'), ['pattern']);
  assert.deepEqual(child('toString'), ['rest']);
  assert.deepEqual(child(3), ['item']);
  assert.deepEqual(childSchemas([{ schema: { properties: {} }, advisory: false }], 'constructor'), []);
});

test('schemas are found along a path, through values that are not there yet', () => {
  const schema: JsonSchema = {
    properties: { turn: TURN, list: { type: 'array', items: { properties: { name: { title: 'name' } } } } },
    definitions: TURN.definitions ?? {},
  };
  const at = (text: string, ...path: (string | number)[]) =>
    schemasAt(schema, parse(text).root, path).flatMap((one) => one.schema.title ?? one.schema.type ?? []);
  assert.deepEqual(at('{ "turn": { "type": "semantic_vad" } }', 'turn'), ['semantic']);
  assert.deepEqual(at('{ "turn": { "type": "semantic_vad" } }', 'turn', 'eagerness'), ['string']);
  assert.deepEqual(at('{ "turn": { "type": "semantic_vad" } }', 'turn', 'threshold'), []);
  assert.deepEqual(at('{}', 'list', 0, 'name'), ['name']);
  assert.deepEqual(at('', 'list', 0, 'name'), ['name']);
});

test('the types of a schema are those of its parts and branches', () => {
  assert.deepEqual(typesOf(TURN, TURN), ['object', 'null']);
  assert.deepEqual(typesOf({}, { allOf: [{ type: ['string', 'null'] }] }), ['string', 'null']);
  assert.deepEqual(typesOf({}, { description: 'Anything.' }), []);
});

const conditions: readonly (readonly [schema: JsonSchema, fits: string, not: string])[] = [
  [{ type: 'integer' }, '1', '1.5'],
  [{ type: ['string', 'null'] }, 'null', 'false'],
  [{ const: 'a' }, '"a"', '"b"'],
  [{ enum: [1, null] }, 'null', '"1"'],
  [{ required: ['a'] }, '{ "a": null }', '{}'],
  [{ properties: { a: { const: 1 } } }, '{ "b": 2 }', '{ "a": 2 }'],
  [{ pattern: '^a' }, '"ab"', '"b"'],
  [{ allOf: [{ type: 'string' }, { const: 'a' }] }, '"a"', '"b"'],
  [{ anyOf: [{ const: 1 }, { const: 2 }] }, '2', '3'],
  [{ not: { const: 1 } }, '2', '1'],
];

for (const [schema, fits, not] of conditions) {
  test(`${JSON.stringify(schema)} holds for ${fits}, not for ${not}`, () => {
    assert.equal(matches(schema, schema, node(fits)), true);
    assert.equal(matches(schema, schema, node(not)), false);
  });
}
