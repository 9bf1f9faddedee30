import { memberOf, type Node } from '../document/node';
import { dereference } from './bundle';
import type { JsonSchema } from './types';
import { matches } from './walk';

/**
 * The paths at which a kind's schema has a property of this name, shortest first; arrays and advisory schemas
 * are not entered.
 * @param root where the document has a value, only the branches that it chose count
 */
export function placesOf(bundle: JsonSchema, name: string, root?: Node): string[][] {
  const places: string[][] = [];
  visit(bundle, bundle, { path: [], node: root }, new Set(), (path) => {
    // Families of sessions share places: each counts once.
    if (path.at(-1) === name && !places.some((place) => same(place, path))) places.push(path);
  });
  return places.sort((a, b) => a.length - b.length);
}

const same = (a: readonly string[], b: readonly string[]) => a.join('/') === b.join('/');

/** A place of the document on the way down, with the value that stands there. */
interface Spot {
  readonly path: string[];
  readonly node: Node | undefined;
}

function visit(
  bundle: JsonSchema,
  schema: JsonSchema,
  spot: Spot,
  open: ReadonlySet<JsonSchema>,
  found: (path: string[]) => void,
): void {
  const own = dereference(bundle, schema);
  if (open.has(own)) return;
  const inside = new Set([...open, own]);
  for (const part of [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])]) {
    visit(bundle, part, spot, inside, found);
  }
  for (const branch of branchesOf(bundle, own, spot.node)) visit(bundle, branch, spot, inside, found);
  for (const [name, property] of Object.entries(own.properties ?? {})) {
    const path = [...spot.path, name];
    found(path);
    visit(bundle, property, { path, node: memberOf(spot.node, name)?.value }, inside, found);
  }
}

function branchesOf(bundle: JsonSchema, own: JsonSchema, node: Node | undefined): JsonSchema[] {
  const both = [own.then, own.else];
  const chosen = own.if && node ? [matches(bundle, own.if, node) ? own.then : own.else] : both;
  return chosen.filter((branch) => branch !== undefined);
}
