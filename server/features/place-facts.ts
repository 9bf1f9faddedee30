import { type Node, pathOf } from '../document/node';
import { type Facts, factsOf } from '../schema/facts';
import type { JsonSchema } from '../schema/types';
import { type Applied, apply, childSchemas, schemasAt } from '../schema/walk';

/**
 * The facts of one member or element of a place.
 * @param parents the subschemas that hold at the object or array
 * @param value the member's value, if there is one: it decides between the branches of a union
 * @returns undefined where no schema speaks about the member
 */
export function childFacts(
  bundle: JsonSchema,
  parents: readonly Applied[],
  step: string | number,
  value?: Node | undefined,
): Facts | undefined {
  const raw = childSchemas(parents, step);
  if (raw.length === 0) return undefined;
  const applied = raw.flatMap(({ schema, advisory }) => apply(bundle, schema, value, advisory));
  // A value of a wrong type picks no branch, and so would hide what belongs there.
  const all = value
    ? raw.flatMap(({ schema, advisory }) => apply(bundle, schema, undefined, advisory))
    : applied;
  return factsOf(bundle, raw, [
    ...applied,
    ...all.filter((one) => !applied.some(({ schema }) => schema === one.schema)),
  ]);
}

/** The subschemas at the object or array that holds a node. */
export function schemasAround(bundle: JsonSchema, root: Node | undefined, node: Node): Applied[] {
  return schemasAt(bundle, root, pathOf(node).slice(0, -1));
}

/** The keys that an object at this place must have. */
export function requiredAt(parents: readonly Applied[]): Set<string> {
  return new Set(parents.flatMap(({ schema }) => schema.required ?? []));
}
