import type { DefaultSnippet, JsonSchema, JsonType } from './types';
import { type Applied, typesOf } from './walk';

/** A value that a place is known to take. */
export interface ValueFact {
  readonly value: unknown;
  readonly description: string;
  /** Whether the schema takes only listed values; known values of an open string are not closed. */
  readonly closed: boolean;
}

/** Everything that the schemas of one place say about it, merged: the property's own word goes first. */
export interface Facts {
  readonly title: string | undefined;
  readonly description: string;
  readonly types: readonly JsonType[];
  readonly nullable: boolean;
  readonly default: unknown;
  readonly examples: readonly unknown[];
  readonly values: readonly ValueFact[];
  readonly snippets: readonly DefaultSnippet[];
  /** What the schema enforces. */
  readonly range: { minimum?: number; maximum?: number };
  /** What the API takes where the schema, true to the SDK, enforces nothing. */
  readonly apiRange: { minimum?: number; maximum?: number } | undefined;
  /** The most characters of a text, in code points. */
  readonly maxLength: number | undefined;
  readonly unit: string | undefined;
  readonly whenAbsent: string | undefined;
  readonly deprecated: string | undefined;
  readonly rare: boolean;
  /** From when on the value cannot be changed, as a clause. */
  readonly fixed: string | undefined;
  /** The flag that a model, of a family if one is named, needs in the catalogue to take this. */
  readonly models: { flag: string; family: string | undefined } | undefined;
  readonly secret: boolean;
  readonly namesFrom: string | undefined;
  readonly catalogue: { name: string; family: string | undefined } | undefined;
  readonly reference: string | undefined;
  readonly items: JsonSchema | undefined;
  readonly required: readonly string[];
  readonly isObject: boolean;
}

/**
 * Merges what a place's subschemas say.
 * @param raw the subschemas of the place itself (types come from these, unions included)
 * @param applied the same, applied to the value or, without one, with all branches
 */
export function factsOf(bundle: JsonSchema, raw: readonly Applied[], applied: readonly Applied[]): Facts {
  const schemas = applied.map(({ schema }) => schema);
  const first = <K extends keyof JsonSchema>(key: K) =>
    schemas.find((schema) => schema[key] !== undefined)?.[key];
  const firm = raw.filter(({ advisory }) => !advisory);
  const types = [...new Set((firm.length > 0 ? firm : raw).flatMap(({ schema }) => typesOf(bundle, schema)))];
  const catalogue = first('x-catalogue');
  const flag = first('x-models');
  return {
    title: first('title'),
    description: first('description') ?? '',
    types,
    nullable: types.includes('null'),
    default: first('default'),
    examples: first('examples') ?? [],
    values: valuesOf(schemas),
    snippets: first('defaultSnippets') ?? [],
    range: rangeOf(schemas),
    apiRange: first('x-apiRange'),
    maxLength: first('maxLength'),
    unit: first('x-unit'),
    whenAbsent: first('x-whenAbsent'),
    deprecated: first('deprecationMessage'),
    rare: first('x-rare') ?? false,
    fixed: first('x-fixed'),
    models: flag === undefined ? undefined : { flag, family: first('x-catalogueFamily') },
    secret: first('x-secret') ?? false,
    namesFrom: first('x-namesFrom'),
    catalogue: catalogue === undefined ? undefined : { name: catalogue, family: first('x-catalogueFamily') },
    reference: first('x-reference'),
    items: first('items'),
    required: schemas.flatMap((schema) => schema.required ?? []),
    isObject: schemas.some((schema) => schema.properties !== undefined) || types[0] === 'object',
  };
}

function rangeOf(schemas: readonly JsonSchema[]): { minimum?: number; maximum?: number } {
  const own = schemas.find((schema) => schema.minimum !== undefined || schema.maximum !== undefined);
  // The bounds of a 32-bit integer are those of the type, not something a reader has to know.
  const maximum = own?.maximum === 4294967295 ? undefined : own?.maximum;
  return {
    ...(own?.minimum === undefined ? {} : { minimum: own.minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function valuesOf(schemas: readonly JsonSchema[]): ValueFact[] {
  const found: ValueFact[] = [];
  const add = (value: unknown, description: string, closed: boolean) => {
    if (!found.some((one) => one.value === value)) found.push({ value, description, closed });
  };
  for (const schema of schemas) {
    schema.enum?.forEach((value, index) => {
      add(value, schema.enumDescriptions?.[index] ?? '', true);
    });
    if (schema.const !== undefined) add(schema.const, schema.description ?? '', true);
    schema['x-values']?.forEach(({ value, description }) => {
      add(value, description, false);
    });
  }
  return found;
}
