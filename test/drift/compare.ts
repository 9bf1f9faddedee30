import { type Branch, branchesOf } from './branches';
import { isNothing, type ObjectShape, type Scalar, type Shape, type ShapeOf } from './shape';

/** What can differ at a place; "ours" is our schema, "types" the `openai` package. */
export type DifferenceName =
  | 'missing-property'
  | 'extra-property'
  | 'should-be-required'
  | 'should-be-optional'
  | 'missing-type'
  | 'extra-type'
  | 'missing-value'
  | 'extra-value'
  | 'missing-known-value'
  | 'should-be-open'
  | 'should-be-closed'
  | 'should-be-any'
  | 'should-not-be-any'
  | 'missing-free-keys'
  | 'extra-free-keys'
  | 'missing-branch'
  | 'extra-branch'
  | 'unclear-branches';

/** One point where our schema and the types do not say the same. */
export interface Difference {
  readonly kind: string;
  /** Dotted, `[]` for entries, `{}` for free keys, `<value>` for the branch of a discriminator; empty at the root. */
  readonly path: string;
  readonly name: DifferenceName;
  /** The type, value or branch in question, or what is known of the property. */
  readonly detail: string;
}

/** The outcome for one kind. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly kind: string;
  /** The path of every place that one of the sides has. */
  readonly places: readonly string[];
}

/** Compares what our schema of a kind takes with what its type takes, place by place. */
export function compareShapes(kind: string, types: Shape, ours: Shape): Comparison {
  const walk: Walk = { kind, differences: [], places: [] };
  comparePlace(walk, '', types, ours);
  return walk;
}

interface Walk {
  readonly kind: string;
  readonly differences: Difference[];
  readonly places: string[];
}

function say(walk: Walk, path: string, name: DifferenceName, details: readonly string[]): void {
  for (const detail of details) walk.differences.push({ kind: walk.kind, path, name, detail });
}

const without = (all: readonly string[], some: readonly string[]) => all.filter((one) => !some.includes(one));

function comparePlace(walk: Walk, path: string, types: Shape, ours: Shape): void {
  if (walk.places.at(-1) !== path) walk.places.push(path);
  if (types === 'any' || ours === 'any') {
    if (types !== ours && types === 'any') say(walk, path, 'should-be-any', [typesOf(ours).join(', ')]);
    if (types !== ours && ours === 'any') say(walk, path, 'should-not-be-any', [typesOf(types).join(', ')]);
    return;
  }
  say(walk, path, 'missing-type', without(typesOf(types), typesOf(ours)));
  say(walk, path, 'extra-type', without(typesOf(ours), typesOf(types)));
  for (const type of ['string', 'number', 'boolean'] as const) {
    compareScalars(walk, path, types.scalars[type], ours.scalars[type]);
  }
  if (types.items && ours.items) comparePlace(walk, `${path}[]`, types.items, ours.items);
  if (types.objects.length > 0 && ours.objects.length > 0) compareObjects(walk, path, types, ours);
}

/** The JSON types that a shape takes. */
export function typesOf(shape: Shape): string[] {
  if (shape === 'any') return ['any'];
  const containers = [...(shape.items ? ['array'] : []), ...(shape.objects.length > 0 ? ['object'] : [])];
  return [...Object.keys(shape.scalars), ...containers];
}

function compareScalars(walk: Walk, path: string, types: Scalar | undefined, ours: Scalar | undefined): void {
  if (!types || !ours) return;
  if (types.values && ours.values) {
    say(walk, path, 'missing-value', without(types.values, ours.values));
    say(walk, path, 'extra-value', without(ours.values, types.values));
  } else if (types.values) say(walk, path, 'should-be-closed', [types.values.join(', ')]);
  else if (ours.values) say(walk, path, 'should-be-open', [ours.values.join(', ')]);
  // Where both are closed, and ours come from a catalogue, the catalogue is to know them, too.
  const known = [...(types.values ?? []), ...types.known];
  const counts = !types.values || !ours.values || ours.known.length > 0;
  if (counts) say(walk, path, 'missing-known-value', without(known, [...ours.known, ...(ours.values ?? [])]));
}

function compareObjects(walk: Walk, path: string, types: ShapeOf, ours: ShapeOf): void {
  const branches = branchesOf(types.objects, ours.objects);
  if (!branches) {
    say(walk, path, 'unclear-branches', [
      `${types.objects.length} in the types, ${ours.objects.length} here`,
    ]);
    return;
  }
  for (const { label, types: theirs, ours: own } of branches as readonly Branch[]) {
    if (theirs && own) compareObject(walk, path + label, theirs, own);
    else say(walk, path, theirs ? 'missing-branch' : 'extra-branch', [label]);
  }
}

function compareObject(walk: Walk, path: string, types: ObjectShape, ours: ObjectShape): void {
  for (const name of new Set([...Object.keys(types.properties), ...Object.keys(ours.properties)])) {
    const at = path === '' ? name : `${path}.${name}`;
    const [theirs, own] = [types.properties[name], ours.properties[name]];
    walk.places.push(at);
    if (!own || isNothing(own.shape)) {
      const how = theirs?.required ? 'required' : 'optional';
      say(walk, at, 'missing-property', [`${theirs ? typesOf(theirs.shape).join(' or ') : ''}, ${how}`]);
    } else if (!theirs) say(walk, at, 'extra-property', ['']);
    else {
      if (theirs.required && !own.required) say(walk, at, 'should-be-required', ['']);
      if (!theirs.required && own.required) say(walk, at, 'should-be-optional', ['']);
      comparePlace(walk, at, theirs.shape, own.shape);
    }
  }
  if (types.free && ours.free) comparePlace(walk, `${path}{}`, types.free, ours.free);
  else if (types.free) say(walk, path, 'missing-free-keys', ['']);
  else if (ours.free) say(walk, path, 'extra-free-keys', ['']);
}
