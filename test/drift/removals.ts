import type { JsonSchema } from '../../server/schema/types';

/** One thing to take out of a schema. */
export interface Removal {
  readonly what: 'a property' | 'a value' | 'a required key';
  /** Where in the schema, and what. */
  readonly place: string;
  /** A message about its absence has to name one of these. */
  readonly names: readonly string[];
  /** A copy of the schema without it. */
  readonly without: () => JsonSchema;
}

type Step = string | number;
/** `owners` are the keys above a part, the nearest last; `decided` those that brought the reader here. */
type Visit = (part: JsonSchema, path: readonly Step[], owners: readonly string[], decided: Decided) => void;
type Decided = readonly string[];

/**
 * Everything in a self-contained schema that says something about documents and could be forgotten.
 * @param opaque properties and definitions that are looked at from outside alone
 */
export function removalsIn(schema: JsonSchema, opaque: readonly string[]): Removal[] {
  const removals: Removal[] = [];
  walk(schema, opaque, (part, path, owners, decided) => {
    const add = (what: Removal['what'], names: string[], edit: (copy: JsonSchema) => void) => {
      const place = `${path.join('/')} ${names[0]}`;
      removals.push({ what, place, names, without: () => edited(schema, path, edit) });
    };
    const above = owners.slice(-2);
    for (const [key, property] of Object.entries(part.properties ?? {})) {
      // Without the key that decides, the alternatives cannot be told apart: then their object is named.
      const names = isDecidedBy(part, key) ? [key, ...above] : [key, String(property.const ?? key)];
      add('a property', names, (copy) => delete copy.properties?.[key]);
    }
    for (const key of part.required ?? []) {
      // The branches require the key that decides between them once more: one of the two may go.
      if (isDecidedBy(part, key) || decided.includes(key)) continue;
      add('a required key', [key], (copy) => {
        copy.required = copy.required?.filter((one) => one !== key) ?? [];
      });
    }
    for (const value of part.enum ?? []) {
      // Without its only value a key takes nothing at all: then the key is named.
      const names =
        part.enum?.length === 1 || decided.length > 0 ? [String(value), ...above] : [String(value)];
      add('a value', names, (copy) => {
        copy.enum = copy.enum?.filter((one) => one !== value) ?? [];
      });
    }
  });
  return removals;
}

/** The keys that an object's conditions look at. */
const decidedBy = (schema: JsonSchema): Decided =>
  [schema, ...(schema.allOf ?? [])].flatMap((part) => Object.keys(part.if?.properties ?? {}));

const isDecidedBy = (schema: JsonSchema, key: string) => decidedBy(schema).includes(key);

function edited(schema: JsonSchema, path: readonly Step[], edit: (copy: JsonSchema) => void): JsonSchema {
  const copy = structuredClone(schema);
  let part: unknown = copy;
  for (const step of path) part = (part as Record<Step, unknown>)[step];
  edit(part as JsonSchema);
  return copy;
}

/**
 * Calls back for every part of a schema that says something about documents, once each. Conditions and advice
 * are no such parts, nor is a `then` that limits what its own object names: TypeScript cannot say that.
 */
function walk(bundle: JsonSchema, opaque: readonly string[], visit: Visit): void {
  const seen = new Set<string>();
  const enter = (
    part: JsonSchema | undefined,
    path: readonly Step[],
    owners: readonly string[],
    decided: Decided,
  ): void => {
    if (!part) return;
    visit(part, path, owners, decided);
    const same = (child: JsonSchema | undefined, ...steps: Step[]) =>
      enter(child, [...path, ...steps], owners, [...decided, ...decidedBy(part)]);
    const name = part.$ref?.replace('#/definitions/', '');
    if (name !== undefined && !seen.has(name) && !opaque.includes(name)) {
      seen.add(name);
      enter(bundle.definitions?.[name], ['definitions', name], owners, decided);
    }
    for (const [key, child] of Object.entries(part.properties ?? {})) {
      if (opaque.includes(key)) continue;
      const deciding = isDecidedBy(part, key) ? [key] : [];
      enter(child, [...path, 'properties', key], [...owners, key], deciding);
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      for (const [index, child] of (part[keyword] ?? []).entries()) same(child, keyword, index);
    }
    for (const keyword of ['then', 'else'] as const) {
      if (!limitsOnly(part, part[keyword])) same(part[keyword], keyword);
    }
    enter(part.items, [...path, 'items'], owners, []);
    const free = part.additionalProperties;
    if (typeof free === 'object') enter(free, [...path, 'additionalProperties'], owners, []);
  };
  enter(bundle, [], ['the document'], []);
}

const limitsOnly = (part: JsonSchema, branch: JsonSchema | undefined) =>
  branch?.properties !== undefined &&
  Object.keys(branch.properties).every((key) => part.properties && key in part.properties);
