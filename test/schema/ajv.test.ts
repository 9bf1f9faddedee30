import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { parse } from '../../server/document/parse';
import { kinds } from '../../server/kinds/catalogue';
import type { Problem } from '../../server/problem';
import { kindsWithSchema, schemaOfKind } from '../../server/schema/bundle';
import { ANNOTATION_KEYWORDS, type JsonSchema } from '../../server/schema/types';
import { checkClean, problemsOf, readRepository } from '../support/fixture';

function schemaOf(kind: string): JsonSchema {
  const schema = schemaOfKind(kind);
  assert.ok(schema, kind);
  return schema;
}

function strictAjv(): Ajv {
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    keywords: [...ANNOTATION_KEYWORDS],
  });
  addFormats(ajv);
  return ajv;
}

for (const kind of kindsWithSchema) {
  test(`${kind}: Ajv compiles the schema in strict mode and takes its default`, () => {
    const schema = schemaOf(kind);
    assert.equal(schema.$id, `urn:realtime-config:${kind}`);
    const validate = strictAjv().compile(schema);
    assert.ok(validate(schema.default), JSON.stringify(validate.errors));
    assert.equal(validate({ model: 7, enabled: 7, tools: 7, id: 7 }), false);
  });

  test(`${kind}: vscode-json-languageservice takes the schema, and its default by it`, async () => {
    const service = getLanguageService({});
    // The service resolves references in place.
    const schema = structuredClone(schemaOf(kind));
    const uri = String(schema.$id);
    service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*'], schema: schema as object }] });
    const validate = async (text: string) => {
      const document = TextDocument.create('file:///a.realtime.json', 'json', 0, text);
      const found = await service.doValidation(document, service.parseJSONDocument(document), {
        schemaRequest: 'error',
        schemaValidation: 'error',
      });
      return found.map(({ message }) => message);
    };
    assert.deepEqual(await validate(JSON.stringify(schema.default, null, 2)), []);
    assert.notDeepEqual(await validate('7'), []);
  });

  test(`${kind}: the default is clean`, () => {
    checkClean(kind, JSON.stringify(schemaOf(kind).default, null, 2));
  });

  test(`${kind}: every reference in the bundle leads somewhere, and nothing is carried along for nothing`, () => {
    const schema = schemaOf(kind);
    const referred = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, item] of Object.entries(value)) {
        if (key === '$ref' && typeof item === 'string' && !item.startsWith('#/$defs/')) referred.add(item);
        visit(item);
      }
    };
    visit(schema);
    const definitions = Object.keys(schema.definitions ?? {}).map((name) => `#/definitions/${name}`);
    assert.deepEqual([...referred].sort(), definitions.sort());
  });
}

/** What a validator cannot see that is given a value instead of a text, and what serde takes beyond the schema. */
const BEYOND_VALUES = new Set(['duplicate-key', 'syntax', 'wrong-format']);

function seenInValue(problem: Problem, text: string): boolean {
  if (problem.severity !== 'error' || BEYOND_VALUES.has(problem.code)) return false;
  if (problem.code !== 'number-literal') return true;
  const value = Number(text.slice(problem.span.offset, problem.span.offset + problem.span.length));
  return !Number.isInteger(value) || value < 0 || value > 4294967295;
}

test('Ajv and we agree on every conformance document, as far as values go', () => {
  const ajv = strictAjv();
  ajv.addFormat('date-time', true);
  const validators = new Map<string, ValidateFunction>();
  for (const kind of kindsWithSchema) validators.set(kind, ajv.compile(schemaOf(kind)));
  let compared = 0;
  for (const file of ['sdk.jsonl', 'sdk-edges.jsonl']) {
    for (const line of readRepository(`test/conformance/${file}`).trimEnd().split('\n')) {
      const { kind, text } = JSON.parse(line) as { kind: string; text: string };
      const problems = problemsOf(kind, text);
      const isForm = problems.some(({ message }) => message.includes('The SDK reads '));
      // Such a number is infinite once it is a value, and JSON Schema knows no infinity.
      const isHuge = problems.some(({ message }) => message.includes('too large a number'));
      if (parse(text).syntax.length > 0 || isForm || isHuge) continue;
      const ours = !problems.some((problem) => seenInValue(problem, text));
      const validate = validators.get(kind);
      assert.ok(validate);
      const theirs = validate(JSON.parse(text));
      const said = JSON.stringify(
        validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`),
      );
      assert.equal(ours, theirs, `${kind} ${text.slice(0, 300)}\nAjv: ${said}`);
      compared++;
    }
  }
  assert.ok(compared > 1200, `only ${compared} compared`);
});

test('Ajv and we agree on the documents of today, read as any kind of OpenAI’s APIs', () => {
  const ajv = strictAjv();
  const foreign = kinds.filter(({ dialect }) => dialect !== 'sdk');
  const validators = foreign.map(({ id }) => [id, ajv.compile(schemaOf(id))] as const);
  for (const line of readRepository('test/conformance/ga.jsonl').trimEnd().split('\n')) {
    const { doc } = JSON.parse(line) as { doc: unknown };
    const text = JSON.stringify(doc);
    for (const [kind, validate] of validators) {
      const ours = !problemsOf(kind, text).some((problem) => seenInValue(problem, text));
      const theirs = validate(doc);
      assert.equal(ours, theirs, `${kind} ${text.slice(0, 300)}\nAjv: ${JSON.stringify(validate.errors)}`);
    }
  }
});
