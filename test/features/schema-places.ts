import { nodeAtPointer, pointer } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { dereference, schemaOfKind } from '../../server/schema/bundle';
import { propertyOrder } from '../../server/schema/property-order';
import type { JsonSchema } from '../../server/schema/types';
import { type Applied, apply, childSchemas } from '../../server/schema/walk';

/** A key that a kind's schema has, in the smallest document that has it, with `null` as its value. */
export interface KeyPlace {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Where the key stands, its quote. */
  readonly offset: number;
  /** The other keys of the same object and branch. */
  readonly neighbours: readonly string[];
}

type Wrap = (value: unknown) => unknown;
type Members = Readonly<Record<string, unknown>>;

interface Spot {
  readonly path: readonly (string | number)[];
  readonly schemas: readonly Applied[];
  /** Puts a value into the document around it. */
  readonly wrap: Wrap;
}

/**
 * Every key of a kind in every branch that a deciding key such as `type` leads to. A definition that is reached
 * twice is entered once; what it holds reads the same wherever it stands.
 */
export function keyPlaces(kind: string): KeyPlace[] {
  const bundle = schemaOfKind(kind);
  if (!bundle) return [];
  const places: KeyPlace[] = [];
  const entered = new Set<string>();
  const ids = new Map<JsonSchema, number>();
  const idOf = (schema: JsonSchema) => {
    ids.set(schema, ids.get(schema) ?? ids.size);
    return ids.get(schema);
  };
  const visit = (spot: Spot) => {
    for (const members of variants(bundle, spot.schemas)) {
      const applied = applyAll(bundle, spot.schemas, members);
      const id = `${[...new Set(applied.map(({ schema }) => idOf(dereference(bundle, schema))))]} ${JSON.stringify(members)}`;
      if (entered.has(id)) continue;
      entered.add(id);
      const names = propertyOrder(applied);
      for (const name of names) {
        const path = [...spot.path, name];
        places.push(placeOf(path, spot.wrap({ ...members, [name]: null }), names));
        const wrap: Wrap = (value) => spot.wrap({ ...members, [name]: value });
        below(bundle, { path, schemas: childSchemas(applied, name), wrap }, visit);
      }
    }
  };
  visit({ path: [], schemas: [{ schema: bundle, advisory: false }], wrap: (value) => value });
  return places;
}

/** Goes on with the object, and with the first entry of the list, that a place may hold. */
function below(bundle: JsonSchema, spot: Spot, visit: (spot: Spot) => void): void {
  const all = spot.schemas.flatMap(({ schema, advisory }) => apply(bundle, schema, undefined, advisory));
  // JSON Schema inside JSON Schema without end: two levels show what there is to see.
  const parameters = spot.path.findLastIndex((step) => step === 'parameters' || step === 'input_schema');
  if (all.every(({ advisory }) => advisory) && parameters >= 0 && spot.path.length - parameters > 2) return;
  const objects = all.filter(({ schema }) => schema.properties);
  if (objects.length > 0) visit(spot);
  const items = all.filter(({ schema }) => schema.items);
  if (items.length === 0) return;
  const entry = { path: [...spot.path, 0], schemas: childSchemas(items, 0) };
  below(bundle, { ...entry, wrap: (value) => spot.wrap([value]) }, visit);
}

/** The values of deciding keys that lead to the different branches of an object. */
function variants(bundle: JsonSchema, schemas: readonly Applied[], members: Members = {}): Members[] {
  const applied = applyAll(bundle, schemas, members);
  const deciders = applied.flatMap(({ schema }) => [schema, ...(schema.allOf ?? [])]).flatMap(decidersOf);
  const open = [...new Set(deciders.map(({ key }) => key))].find((key) => !(key in members));
  if (open === undefined) return [members];
  const values = new Set(deciders.filter(({ key }) => key === open).map(({ value }) => value));
  return [
    ...(Object.keys(members).length === 0 ? [{}] : []),
    ...[...values].flatMap((value) => variants(bundle, schemas, { ...members, [open]: value })),
  ];
}

function decidersOf({ if: condition, then, else: otherwise }: JsonSchema): { key: string; value: unknown }[] {
  const own = Object.entries(condition?.properties ?? {})
    .filter(([, schema]) => schema.const !== undefined)
    .map(([key, schema]) => ({ key, value: schema.const }));
  const inner = [then, otherwise].flatMap((part) => [part, ...(part?.allOf ?? [])]);
  return [...own, ...inner.flatMap((part) => (part ? decidersOf(part) : []))];
}

function applyAll(bundle: JsonSchema, schemas: readonly Applied[], members: Members): Applied[] {
  const { root } = parse(JSON.stringify(members));
  return schemas.flatMap(({ schema, advisory }) => apply(bundle, schema, root, advisory));
}

function placeOf(path: readonly (string | number)[], value: unknown, names: readonly string[]): KeyPlace {
  const text = JSON.stringify(value);
  const key = nodeAtPointer(parse(text).root, pointer(path))?.parent?.children?.[0];
  if (!key) throw new Error(`There is no ${path.join('.')} in ${text}`);
  return { path, text, offset: key.offset, neighbours: names.filter((name) => name !== path.at(-1)) };
}
