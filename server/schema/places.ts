import { dereference } from './bundle';
import type { JsonSchema } from './types';

/**
 * The paths at which a kind's schema has a property of this name, shortest first; arrays and advisory schemas
 * are not entered.
 */
export function placesOf(bundle: JsonSchema, name: string): string[][] {
  const places: string[][] = [];
  visit(bundle, bundle, [], new Set(), (path) => {
    if (path.at(-1) === name) places.push(path);
  });
  return places.sort((a, b) => a.length - b.length);
}

function visit(
  bundle: JsonSchema,
  schema: JsonSchema,
  path: string[],
  open: ReadonlySet<JsonSchema>,
  found: (path: string[]) => void,
): void {
  const own = dereference(bundle, schema);
  if (open.has(own)) return;
  const inside = new Set([...open, own]);
  for (const part of [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])]) {
    visit(bundle, part, path, inside, found);
  }
  for (const branch of [own.then, own.else]) if (branch) visit(bundle, branch, path, inside, found);
  for (const [name, property] of Object.entries(own.properties ?? {})) {
    found([...path, name]);
    visit(bundle, property, [...path, name], inside, found);
  }
}
