import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dereference, kindsWithSchema, schemaOfKind } from '../../server/schema/bundle';
import type { JsonSchema } from '../../server/schema/types';
import { apply } from '../../server/schema/walk';

/** Every object schema of a bundle that names properties, with a name for messages. */
function structs(bundle: JsonSchema): [name: string, schema: JsonSchema][] {
  const found: [string, JsonSchema][] = [];
  const seen = new Set<JsonSchema>();
  const visit = (schema: JsonSchema, name: string): void => {
    const own = dereference(bundle, schema);
    if (seen.has(own)) return;
    seen.add(own);
    if (own.properties) found.push([name, own]);
    for (const part of [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])]) visit(part, name);
    for (const [key, child] of Object.entries(own.properties ?? {})) visit(child, `${name}/${key}`);
    for (const child of [own.items, own['x-advisory'], own.additionalProperties]) {
      if (typeof child === 'object') visit(child, name);
    }
  };
  visit(bundle, '');
  return found;
}

/** Holds when each text says something, and no two say the same. */
function assertDistinct(texts: readonly (string | undefined)[], where: string): void {
  for (const text of texts) assert.ok(text && text.trim().length > 10, `${where}: ${text}`);
  assert.equal(new Set(texts).size, texts.length, `${where}: ${texts.join(' | ')}`);
}

for (const kind of kindsWithSchema) {
  const bundle = schemaOfKind(kind) ?? {};

  test(`${kind} explains itself`, () => {
    assertDistinct([bundle.title, bundle.description], kind);
    assert.match(bundle['x-asOf'] ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.match(bundle['x-reference'] ?? '', /^https:\/\//);
    assert.notEqual(structs(bundle).length, 0);
  });

  for (const [name, struct] of structs(bundle)) {
    const properties = Object.entries(struct.properties ?? {});

    test(`${kind}${name}: each property has a text of its own`, () => {
      assertDistinct(
        properties.map(([, property]) => property.description),
        kind + name,
      );
    });

    test(`${kind}${name}: each property has a default or examples`, () => {
      const without = properties.filter(([key, property]) => {
        const parts = apply(bundle, property, undefined).map(({ schema }) => schema);
        const offers = parts.some((part) => part.default !== undefined || part.examples || part.enum);
        return !offers && !struct.required?.includes(key);
      });
      assert.deepEqual(
        without.map(([key]) => key),
        [],
      );
    });

    test(`${kind}${name}: each value of a list has a text of its own`, () => {
      for (const [key, property] of properties) {
        for (const { schema } of apply(bundle, property, undefined)) {
          const where = `${kind}${name}/${key}`;
          if (schema.enum) {
            assert.equal(schema.enumDescriptions?.length, schema.enum.length, where);
            assertDistinct(schema.enumDescriptions ?? [], where);
          }
          assertDistinct(schema['x-values']?.map(({ description }) => description) ?? [], where);
        }
      }
    });
  }
}

test('lists of bare values are explained too', () => {
  for (const kind of kindsWithSchema) {
    for (const [name, schema] of Object.entries(schemaOfKind(kind)?.definitions ?? {})) {
      if (!schema.enum) continue;
      assert.equal(schema.enumDescriptions?.length, schema.enum.length, name);
      assertDistinct(schema.enumDescriptions ?? [], name);
    }
  }
});
