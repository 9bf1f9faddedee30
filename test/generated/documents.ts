import * as fc from 'fast-check';
import { branchesOf } from '../drift/branches';
import { isNothing, type ObjectShape, type Scalar, type ScalarType, type Shape } from '../drift/shape';
import { copyOf, type Json } from './json';
import { liveRulesAt } from './live';

/**
 * Different documents of a kind that the API takes, by its types and by the table of `live.ts`.
 * @param shape what the kind's type takes
 * @param seed the same seed gives the same documents
 */
export function validDocuments(kind: string, shape: Shape, seed: number, count: number): Json[] {
  const found = new Map<string, Json>();
  const drawn = fc.sample(arbitraryOf(kind, shape, ''), { seed, numRuns: count * 6 });
  for (const value of drawn) {
    const text = JSON.stringify(value);
    if (found.size < count) found.set(text, JSON.parse(text) as Json);
  }
  return [...found.values()];
}

function arbitraryOf(kind: string, shape: Shape, path: string): fc.Arbitrary<unknown> {
  const live = liveRulesAt(kind, path);
  const value = live.find((rule) => rule.value)?.value;
  if (value) return value;
  if (shape === 'any') return fc.jsonValue({ maxDepth: 1 });
  const choices = (Object.entries(shape.scalars) as [ScalarType, Scalar][]).map(([type, scalar]) =>
    scalarOf(type, scalar),
  );
  if (shape.items) {
    const [minLength, maxLength] = live.find((rule) => rule.items)?.items ?? [0, 3];
    choices.push(fc.array(arbitraryOf(kind, shape.items, `${path}[]`), { minLength, maxLength }));
  }
  for (const { label, types } of branchesOf(shape.objects, []) ?? []) {
    if (types) choices.push(objectOf(kind, types, path + label));
  }
  return fc.oneof(...choices);
}

function scalarOf(type: ScalarType, { values, known }: Scalar): fc.Arbitrary<unknown> {
  if (values) return fc.constantFrom(...values.map((value) => JSON.parse(value) as Json));
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
  if (known.length > 0) return fc.constantFrom(...known.map((value) => JSON.parse(value) as Json));
  return fc.oneof(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12, unit: 'grapheme' }));
}

function objectOf(kind: string, object: ObjectShape, path: string): fc.Arbitrary<unknown> {
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  const requiredKeys: string[] = [];
  for (const [name, { shape, required }] of Object.entries(object.properties)) {
    const at = path === '' ? name : `${path}.${name}`;
    const live = liveRulesAt(kind, at);
    if (isNothing(shape)) continue;
    values[name] = arbitraryOf(kind, shape, at);
    if (required || live.some((rule) => rule.required)) requiredKeys.push(name);
  }
  const record = fc.record(values, { requiredKeys, noNullPrototype: true });
  const adjusted = record.map((value) => {
    const copy = copyOf(value as Record<string, Json>);
    for (const { adjust, foreign } of liveRulesAt(kind, path)) {
      for (const name of foreign?.[String(copy.type)] ?? []) delete copy[name];
      adjust?.(copy);
    }
    return copy;
  });
  if (!object.free) return adjusted;
  const key = fc.stringMatching(/^[a-z][a-z_]{0,9}$/).filter((name) => !(name in values));
  const extra = fc.dictionary(key, arbitraryOf(kind, object.free, `${path}{}`), { maxKeys: 3 });
  return fc.tuple(extra, adjusted).map(([free, own]) => ({ ...free, ...own }));
}
