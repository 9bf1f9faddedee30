import { memberOf, type Node } from '../document/node';
import { dereference } from './bundle';
import type { JsonSchema } from './types';
import { matches } from './walk';

type Places = ReadonlyMap<string, readonly string[][]>;
const indexes = new WeakMap<JsonSchema, WeakMap<object, Places>>();

/**
 * The paths at which a kind's schema has a property of this name, shortest first; arrays and advisory schemas
 * are not entered.
 * @param root where the document has a value, only the branches that it chose count
 */
export function placesOf(bundle: JsonSchema, name: string, root?: Node): readonly string[][] {
  return index(bundle, root).get(name) ?? [];
}

/** All places of a document's kind by name, found once per document: a file may have very many unknown keys. */
function index(bundle: JsonSchema, root: Node | undefined): Places {
  const own = indexes.get(bundle) ?? new WeakMap<object, Places>();
  indexes.set(bundle, own);
  const known = own.get(root ?? bundle);
  if (known) return known;
  const places = new Map<string, string[][]>();
  visit(bundle, bundle, { path: [], node: root }, new Set(), (path) => {
    const name = path.at(-1) ?? '';
    const found = places.get(name) ?? [];
    // Families of sessions share places: each counts once.
    if (!found.some((place) => same(place, path))) places.set(name, [...found, path]);
  });
  for (const found of places.values()) found.sort((a, b) => a.length - b.length);
  own.set(root ?? bundle, places);
  return places;
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
