import connectors from '../../schemas/connectors.json';
import models from '../../schemas/models.json';
import voices from '../../schemas/voices.json';
import { ANNOTATION_KEYWORDS, type JsonSchema } from '../../server/schema/types';
import { split } from './conditions';
import {
  intersect,
  type ObjectShape,
  type Property,
  type Scalar,
  type ScalarType,
  type Shape,
  type ShapeOf,
  tidy,
  unite,
} from './shape';

/** The catalogues whose entries count as known values; languages have no type to be compared with. */
const catalogues: Record<string, readonly string[]> = {
  models: models.models.map(({ id }) => id),
  voices: voices.voices.map(({ id }) => id),
  connectors: connectors.connectors.map(({ id }) => id),
};

const SHAPING = ['$ref', 'type', 'enum', 'const', 'properties', 'required', 'additionalProperties', 'items'];
const COMBINING = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'];
const PLAIN = ['$id', '$schema', 'definitions', 'title', 'description', 'default', 'examples'];
/** What TypeScript cannot say and the comparison therefore leaves alone. */
const LIMITING = [
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems'],
  ...['minProperties', 'maxProperties', 'propertyNames', 'pattern', 'format'],
];
const READABLE = new Set([...SHAPING, ...COMBINING, ...PLAIN, ...LIMITING, ...ANNOTATION_KEYWORDS]);

/**
 * What a self-contained schema takes, independent of how it is written: references, conjunctions, conditions
 * and unions are worked out.
 * @throws Error on a keyword that this reading does not know: nothing may be passed over
 */
export function readSchema(bundle: JsonSchema): Shape {
  return tidy(refine(bundle, 'any', bundle, 0));
}

/** What fits a shape and a schema. */
function refine(bundle: JsonSchema, shape: Shape, schema: JsonSchema, depth: number): Shape {
  if (depth > 80) throw new Error(`${bundle.$id ?? 'A type'} contains itself, which cannot be compared.`);
  const unknown = Object.keys(schema).find((keyword) => !READABLE.has(keyword));
  if (unknown) throw new Error(`Teach test/drift/read-schema.ts the keyword "${unknown}" first.`);
  const next = (from: Shape, part: JsonSchema) => refine(bundle, from, part, depth + 1);
  let result = intersect(
    shape,
    ownShape(schema, (part) => next('any', part)),
  );
  if (schema.$ref) result = next(result, target(bundle, schema.$ref));
  for (const part of schema.allOf ?? []) result = next(result, part);
  const union = schema.anyOf ?? schema.oneOf;
  if (union && !union.every(isRequiredAlone)) result = unite(union.map((branch) => next(result, branch)));
  return schema.if && !wantsOneOf(schema) ? applyCondition(result, schema, next) : result;
}

/** "At least one of these keys": TypeScript does not say that, so there is nothing to compare. */
const isRequiredAlone = (branch: JsonSchema) =>
  Object.keys(branch).every(
    (key) => key === 'required' || (key === 'properties' && isEmpty(branch.properties)),
  );

const isEmpty = (schemas: Record<string, JsonSchema> = {}) =>
  Object.values(schemas).every((schema) => Object.keys(schema).length === 0);

/** The same as `if` none of them is there, `then` one of them is required. */
function wantsOneOf({ if: condition, then, else: otherwise }: JsonSchema): boolean {
  const absent = condition?.not?.anyOf ?? [];
  return (
    absent.length > 0 &&
    absent.every(isRequiredAlone) &&
    then !== undefined &&
    isRequiredAlone(then) &&
    !otherwise
  );
}

function target(bundle: JsonSchema, reference: string): JsonSchema {
  const found = bundle.definitions?.[reference.replace('#/definitions/', '')];
  if (!found) throw new Error(`${bundle.$id ?? 'A type'} refers to ${reference}, which is not there.`);
  return found;
}

function applyCondition(
  shape: Shape,
  schema: JsonSchema,
  next: (from: Shape, part: JsonSchema) => Shape,
): Shape {
  if (shape === 'any' || !schema.if) return shape;
  const { yes, no } = split(shape.objects, schema.if);
  const branch = (objects: readonly ObjectShape[], part: JsonSchema | undefined): Shape[] => {
    if (objects.length === 0) return [];
    const own: ShapeOf = { scalars: {}, objects };
    return [part ? next(own, part) : own];
  };
  return unite([{ ...shape, objects: [] }, ...branch(yes, schema.then), ...branch(no, schema.else)]);
}

/** What the keywords of a schema say that stand in itself. */
function ownShape(schema: JsonSchema, read: (part: JsonSchema) => Shape): Shape {
  const types = typesSaid(schema);
  if (types.length === 0) return 'any';
  const scalars: Partial<Record<ScalarType, Scalar>> = {};
  for (const type of types) {
    if (type === 'object' || type === 'array') continue;
    const scalar = ownScalar(schema, type);
    if (scalar) scalars[type] = scalar;
  }
  const objects = types.includes('object') ? [ownObject(schema, read)] : [];
  return {
    scalars,
    objects,
    ...(types.includes('array') ? { items: schema.items ? read(schema.items) : ('any' as const) } : {}),
  };
}

function typesSaid(schema: JsonSchema): (ScalarType | 'object' | 'array')[] {
  const said = [schema.type ?? []].flat().map((type) => (type === 'integer' ? 'number' : type));
  if (said.length > 0) return [...new Set(said)];
  if (schema.properties || schema.required || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items) return ['array'];
  return [...new Set((valuesOf(schema) ?? []).map(typeOf))];
}

const valuesOf = (schema: JsonSchema) => (schema.const === undefined ? schema.enum : [schema.const]);

const typeOf = (value: unknown) => (value === null ? 'null' : (typeof value as ScalarType));

function ownScalar(schema: JsonSchema, type: ScalarType): Scalar | undefined {
  const known = new Set((schema['x-values'] ?? []).map(({ value }) => value));
  const catalogue = schema['x-catalogue'];
  for (const value of catalogue ? (catalogues[catalogue] ?? []) : []) known.add(value);
  const texts = type === 'string' ? [...known].map((value) => JSON.stringify(value)).sort() : [];
  const values = valuesOf(schema)?.filter((value) => typeOf(value) === type);
  if (!values) return { known: texts };
  if (values.length === 0) return undefined;
  return { values: values.map((value) => JSON.stringify(value)).sort(), known: texts };
}

function ownObject(schema: JsonSchema, read: (part: JsonSchema) => Shape): ObjectShape {
  const free: Shape | undefined =
    schema.additionalProperties === false
      ? undefined
      : typeof schema.additionalProperties === 'object'
        ? read(schema.additionalProperties)
        : 'any';
  const properties: Record<string, Property> = {};
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    properties[name] = { shape: read(part), required: false };
  }
  const named: ObjectShape = free === undefined ? { properties } : { properties, free };
  // A closed object that wants a key it does not name would take nothing: the missing key is the news then.
  const wanted = (schema.required ?? []).filter((name) => free !== undefined || name in properties);
  for (const name of wanted) properties[name] = { shape: properties[name]?.shape ?? 'any', required: true };
  return named;
}
