import assert from 'node:assert/strict';
import { it } from 'node:test';
import { kinds } from '../../server/kinds/catalogue';
import { schemaOfKind } from '../../server/schema/bundle';
import { nearest } from '../../server/schema/nearest';
import type { JsonSchema } from '../../server/schema/types';

/** Every list of names that stand side by side: the keys of each object, the values of each enum. */
function namesSideBySide(): string[][] {
  const lists = new Map<string, string[]>();
  const add = (names: readonly unknown[] = []) => {
    const texts = names.filter((name): name is string => typeof name === 'string');
    if (texts.length > 0) lists.set(texts.join(), texts);
  };
  const visit = (schema: JsonSchema) => {
    add(Object.keys(schema.properties ?? {}));
    add(schema.enum);
    const below = [schema.items, schema.then, schema.else, ...Object.values(schema.properties ?? {})];
    const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    for (const inner of [...below, ...parts]) if (inner) visit(inner);
  };
  for (const { id } of kinds) {
    const bundle = schemaOfKind(id);
    if (!bundle) continue;
    visit(bundle);
    for (const definition of Object.values(bundle.definitions ?? {})) visit(definition);
  }
  return [...lists.values()];
}

/** The slips of a hand: a letter left out, doubled, or swapped with its neighbour; other capitals and dashes. */
function slips(name: string): string[] {
  const at = (edit: (head: string, tail: string) => string) =>
    Array.from({ length: name.length }, (_, index) => edit(name.slice(0, index), name.slice(index)));
  const made = [
    ...at((head, tail) => head + tail.slice(1)),
    ...at((head, tail) => head + tail.charAt(0) + tail),
    ...at((head, tail) => head + tail.charAt(1) + tail.charAt(0) + tail.slice(2)),
    name.toUpperCase(),
    name.replaceAll('_', '-'),
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ];
  return [...new Set(made)].filter((slip) => slip !== name && slip.length > 1);
}

it('means the right name for at least 95 of 100 slips, over all keys and values of all kinds', () => {
  let right = 0;
  const wrong: string[] = [];
  for (const names of namesSideBySide()) {
    for (const name of names) {
      for (const slip of slips(name)) {
        // A slip that makes another name of the list is no slip that anyone can see.
        if (names.includes(slip)) continue;
        const meant = nearest(slip, names);
        if (meant === name) right += 1;
        else wrong.push(`${slip}: ${meant}, not ${name}`);
      }
    }
  }
  const rate = right / (right + wrong.length);
  assert.ok(right > 5000, `only ${right} slips were tried`);
  assert.ok(
    rate >= 0.95,
    `${(rate * 100).toFixed(1)} % of ${right + wrong.length}: ${wrong.slice(0, 20).join('; ')}`,
  );
});
