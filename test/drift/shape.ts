/** The types of JSON that are no container. `integer` counts as `number`: TypeScript knows no other. */
export type ScalarType = 'string' | 'number' | 'boolean' | 'null';

/** What a place takes of one scalar type. */
export interface Scalar {
  /** The only values it takes, as JSON; undefined where any will do. */
  readonly values?: readonly string[];
  /** Values that are offered where any will do, as JSON. */
  readonly known: readonly string[];
}

/** One property of an object; one that is optional and takes nothing is forbidden. */
export interface Property {
  readonly shape: Shape;
  readonly required: boolean;
}

/** One way to fill an object. */
export interface ObjectShape {
  readonly properties: Readonly<Record<string, Property>>;
  /** What keys that are not listed take; undefined where there may be none. */
  readonly free?: Shape;
}

/** What a place takes, whatever way that was written in. */
export interface ShapeOf {
  readonly scalars: Readonly<Partial<Record<ScalarType, Scalar>>>;
  /** What the entries take, where a list is taken. */
  readonly items?: Shape;
  /** The ways to fill an object, where one is taken. */
  readonly objects: readonly ObjectShape[];
}

/** What a place takes; `any` is any JSON at all. */
export type Shape = 'any' | ShapeOf;

/** The shape that nothing fits. */
export const nothing: ShapeOf = { scalars: {}, objects: [] };

/** Whether no value fits. */
export function isNothing(shape: Shape): boolean {
  return (
    shape !== 'any' && Object.keys(shape.scalars).length === 0 && !shape.items && shape.objects.length === 0
  );
}

const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

/** What fits both shapes. */
export function intersect(a: Shape, b: Shape): Shape {
  if (a === 'any') return b;
  if (b === 'any') return a;
  const scalars: Partial<Record<ScalarType, Scalar>> = {};
  for (const type of Object.keys(a.scalars) as ScalarType[]) {
    const both = intersectScalars(a.scalars[type], b.scalars[type]);
    if (both) scalars[type] = both;
  }
  const objects = a.objects.flatMap((one) =>
    b.objects.flatMap((other) => intersectObjects(one, other) ?? []),
  );
  const items = a.items && b.items ? { items: intersect(a.items, b.items) } : {};
  return { scalars, objects, ...items };
}

function intersectScalars(a: Scalar | undefined, b: Scalar | undefined): Scalar | undefined {
  if (!a || !b) return undefined;
  const known = sorted([...a.known, ...b.known]);
  if (!a.values || !b.values) return withValues(a.values ?? b.values, known);
  const values = a.values.filter((value) => b.values?.includes(value));
  return values.length === 0 ? undefined : withValues(values, known);
}

const withValues = (values: readonly string[] | undefined, known: readonly string[]): Scalar =>
  values ? { values: sorted(values), known } : { known };

/** What fits both objects; undefined when nothing does. */
export function intersectObjects(a: ObjectShape, b: ObjectShape): ObjectShape | undefined {
  const properties: Record<string, Property> = {};
  for (const name of new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])) {
    const shape = intersect(shapeIn(a, name), shapeIn(b, name));
    const required = Boolean(a.properties[name]?.required || b.properties[name]?.required);
    if (required && isNothing(shape)) return undefined;
    properties[name] = { shape, required };
  }
  return a.free && b.free ? { properties, free: intersect(a.free, b.free) } : { properties };
}

/** What an object takes under a key. */
export function shapeIn(object: ObjectShape, name: string): Shape {
  return object.properties[name]?.shape ?? object.free ?? nothing;
}

/** What fits one of the shapes. */
export function unite(shapes: readonly Shape[]): Shape {
  if (shapes.includes('any')) return 'any';
  const all = shapes as readonly ShapeOf[];
  const scalars: Partial<Record<ScalarType, Scalar>> = {};
  for (const type of new Set(all.flatMap((shape) => Object.keys(shape.scalars) as ScalarType[]))) {
    scalars[type] = uniteScalars(all.flatMap((shape) => shape.scalars[type] ?? []));
  }
  const items = all.flatMap((shape) => shape.items ?? []);
  return {
    scalars,
    objects: withoutRepeats(all.flatMap((shape) => shape.objects)),
    ...(items.length > 0 ? { items: unite(items) } : {}),
  };
}

function uniteScalars(scalars: readonly Scalar[]): Scalar {
  const values = scalars.flatMap((scalar) => scalar.values ?? []);
  const known = scalars.flatMap((scalar) => scalar.known);
  if (scalars.every((scalar) => scalar.values)) return withValues(values, sorted(known));
  return { known: sorted([...known, ...values]) };
}

/** The same alternatives, each once. */
function withoutRepeats(objects: readonly ObjectShape[]): readonly ObjectShape[] {
  const kept: ObjectShape[] = [];
  for (const object of objects) {
    const twins = kept.filter((other) => namesOf(other) === namesOf(object));
    if (!twins.some((other) => keyOf(other) === keyOf(object))) kept.push(object);
  }
  return kept;
}

/** Cheap to compare, before anything is compared in depth. */
const namesOf = (object: ObjectShape, without?: string) =>
  Object.keys(object.properties)
    .filter((name) => name !== without)
    .sort()
    .join();

/** A text that equal shapes share, in whatever order their parts were found. */
export function keyOf(value: Shape | ObjectShape): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Takes forbidden keys out of closed objects, and makes one of branches that make a key optional together. */
export function tidy(shape: Shape): Shape {
  if (shape === 'any') return shape;
  const objects = shape.objects.map((object): ObjectShape => {
    const kept = Object.entries(object.properties).filter(([, one]) => object.free || !isNothing(one.shape));
    const properties = Object.fromEntries(
      kept.map(([name, one]) => [name, { ...one, shape: tidy(one.shape) }]),
    );
    return object.free ? { properties, free: tidy(object.free) } : { properties };
  });
  return {
    ...shape,
    objects: mergeOptional(withoutRepeats(objects)),
    ...(shape.items ? { items: tidy(shape.items) } : {}),
  };
}

/** "With `type`" and "without `type`, else equal" are one object whose `type` is optional. */
function mergeOptional(objects: readonly ObjectShape[]): readonly ObjectShape[] {
  for (const [index, object] of objects.entries()) {
    for (const [name, own] of Object.entries(object.properties)) {
      if (!own.required) continue;
      const twin = objects.find((other) => other !== object && isWithout(object, name, other));
      if (!twin) continue;
      const merged = { ...object, properties: { ...object.properties, [name]: { ...own, required: false } } };
      return mergeOptional(objects.with(index, merged).filter((other) => other !== twin));
    }
  }
  return objects;
}

function isWithout(object: ObjectShape, name: string, other: ObjectShape): boolean {
  if (namesOf(object, name) !== namesOf(other)) return false;
  const { [name]: _, ...properties } = object.properties;
  return keyOf({ ...object, properties }) === keyOf(other);
}
