import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/document/parse';
import { checkSchema } from '../../server/schema/check';
import type { Dialect } from '../../server/schema/context';
import type { JsonSchema } from '../../server/schema/types';
import { annotate, stripAnnotations } from '../support/fixture';

/** A reader that keeps to JSON Schema. */
const PLAIN: Dialect = { consequence: 'It is refused.', dropsUnknownKeys: false, refusesDuplicates: false };

function check(schema: JsonSchema, annotated: string, dialect = PLAIN): void {
  const text = stripAnnotations(annotated);
  assert.equal(annotate(text, checkSchema(parse(text), schema, dialect)), annotated);
}

const property = (schema: JsonSchema): JsonSchema => ({ type: 'object', properties: { a: schema } });

test('types', () => {
  check(
    property({ type: ['string', 'null'] }),
    `{ "a": [] }
//     ^^ error wrong-type: "a" must be a string or null; this is an array. It is refused.`,
  );
  check(
    property({ type: 'integer' }),
    `{ "a": 1.5 }
//     ^^^ error wrong-type: "a" must be a whole number; this is 1.5. It is refused.`,
  );
  check(
    { type: 'object' },
    `  [1]
//^^^ error wrong-type: The document must be an object; this is an array. It is refused.`,
  );
  check(property({ type: 'integer' }), '{ "a": 1.0 }');
  check(property({}), '{ "a": [{}] }');
});

test('constants and enums', () => {
  check(
    property({ const: 'x' }),
    `{ "a": "y" }
//     ^^^ error invalid-value: "a" cannot be "y". It takes "x". It is refused.`,
  );
  check(
    property({ enum: ['marin', 'cedar', null] }),
    `{ "a": "marn" }
//     ^^^^^^ error invalid-value: "a" cannot be "marn". Did you mean "marin"? (2 other values are possible.) It is refused.`,
  );
  check(
    property({ enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }),
    `{ "a": 7 }
//     ^ error invalid-value: "a" cannot be 7. It takes "a", "b", "c" and 5 others. It is refused.`,
  );
  check(property({ enum: ['marin', null] }), '{ "a": null }');
});

test('numbers', () => {
  const range = property({ type: 'number', minimum: 0.6, maximum: 1.2 });
  check(
    range,
    `{ "a": 3 }
//     ^ error out-of-range: "a" must be from 0.6 to 1.2; this is 3. It is refused.`,
  );
  check(range, '{ "a": 1.2 }');
  check(
    property({ minimum: 1 }),
    `{ "a": -1 }
//     ^^ error out-of-range: "a" must be 1 or more; this is -1. It is refused.`,
  );
  check(
    property({ maximum: 5 }),
    `{ "a": 6 }
//     ^ error out-of-range: "a" must be at most 5; this is 6. It is refused.`,
  );
});

test('texts are measured in characters, not in code units', () => {
  const schema = property({ type: 'string', minLength: 1, maxLength: 2 });
  check(schema, '{ "a": "🎧🎧" }');
  check(
    schema,
    `{ "a": "abc" }
//     ^^^^^ error too-long: "a" may have at most 2 characters; this has 3. It is refused.`,
  );
  check(
    schema,
    `{ "a": "" }
//     ^^ error too-short: "a" needs at least 1 character; this has 0. It is refused.`,
  );
});

test('patterns, with the nearest of the known values where there are any', () => {
  check(
    property({ pattern: '^[a-z]+$' }),
    `{ "a": "B" }
//     ^^^ error wrong-pattern: "a" does not have the form it must have (^[a-z]+$). It is refused.`,
  );
  const known = ['string', 'number'].map((value) => ({ value, description: '' }));
  check(
    property({ pattern: '^(string|number)$', 'x-values': known }),
    `{ "a": "strnig" }
//     ^^^^^^^^ error invalid-value: "a" cannot be "strnig". Did you mean "string"? (One other value is possible.) It is refused.`,
  );
});

test('lists', () => {
  const schema = property({ type: 'array', minItems: 1, maxItems: 2, items: { type: 'string' } });
  check(
    schema,
    `{ "a": [] }
//     ^^ error too-few: "a" needs at least 1 entry; this has 0. It is refused.`,
  );
  check(
    schema,
    `{ "a": ["x", "y", "z"] }
//     ^^^^^^^^^^^^^^^ error too-many: "a" may have at most 2 entries; this has 3. It is refused.`,
  );
  check(
    schema,
    `{ "a": ["x", 2] }
//           ^ error wrong-type: Entry 2 of "a" must be a string; this is a number. It is refused.`,
  );
});

test('required keys are missed at the key of their object', () => {
  check(
    { required: ['b'], properties: { a: { required: ['c'] }, b: {} } },
    `{ "a": {} }
//[0,1] error missing-property: "b" is missing. It is refused.
//^^^ error missing-property: "c" is missing in "a". It is refused.`,
  );
});

test('closed objects refuse keys they do not know', () => {
  const schema: JsonSchema = {
    additionalProperties: false,
    properties: { audio: { properties: { voice: {} } }, speed: {} },
  };
  check(
    schema,
    `{ "sped": 1 }
//^^^^^^ error unknown-property: "sped" is not a key of this object. Did you mean "speed"? It is refused.`,
  );
  check(
    schema,
    `{ "voice": 1 }
//^^^^^^^ error unknown-property: "voice" belongs in "audio.voice". It is refused.`,
  );
  check(
    schema,
    `{ "xyz": 1 }
//^^^^^ error unknown-property: "xyz" is not a key of this object. It is refused.`,
  );
  check(schema, '{ "$schema": "x", "audio": { "xyz": 1 } }');
});

test('the nearest key is one that is not there yet', () => {
  check(
    { additionalProperties: false, properties: { speed: {} } },
    `{ "speed": 1, "sped": 1 }
//            ^^^^^^ error unknown-property: "sped" is not a key of this object. It is refused.`,
  );
});

test('repeated keys', () => {
  check(
    property({}),
    `{ "a": 1, "a": 2, "x": 1, "x": 2 }
//        ^^^ warning duplicate-key: "a" stands twice in this object. Only the last one counts; remove the other.
//                        ^^^ warning duplicate-key: "x" stands twice in this object. Only the last one counts; remove the other.`,
  );
  check(
    property({}),
    `{ "a": 1, "a": 2 }
//        ^^^ error duplicate-key: "a" stands twice in this object. The SDK refuses the whole file; keep one of them.`,
    { ...PLAIN, refusesDuplicates: true },
  );
});

test('what several parts say alike is said once', () => {
  check(
    { allOf: [{ required: ['a'] }, { required: ['a'] }] },
    `{}
//[0,1] error missing-property: "a" is missing. It is refused.`,
  );
});

test('inside the branch that is meant, and nowhere else', () => {
  const branch = (type: string, key: string): JsonSchema => ({
    type: 'object',
    required: ['type', key],
    properties: { type: { const: type }, [key]: { type: 'number' } },
  });
  const schema = property({ oneOf: [branch('one', 'x'), branch('two', 'y'), { type: 'null' }] });
  check(
    schema,
    `{ "a": { "type": "two", "y": "1" } }
//                           ^^^ error wrong-type: "y" must be a number; this is a string. It is refused.`,
  );
  check(
    schema,
    `{ "a": "two" }
//     ^^^^^ error wrong-type: "a" must be an object or null; this is a string. It is refused.`,
  );
});

test('advice warns and never refuses', () => {
  const advice: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    properties: { b: { type: 'string' } },
  };
  check(
    property({ 'x-advisory': advice }),
    `{ "a": { "b": 1, "bb": 2 } }
//            ^ warning wrong-type: "b" must be a string; this is a number. The model may be shown a broken argument list.
//               ^^^^ warning unknown-property: JSON Schema has no keyword "bb".`,
  );
});
