import { schemaOfKind } from '../../server/schema/bundle';
import type { JsonSchema } from '../../server/schema/types';
import { type Comparison, compareShapes } from './compare';
import { applyExceptions } from './exceptions';
import { readSchema } from './read-schema';
import { sentenceOf } from './report';
import type { Shape } from './shape';
import { schemasOfTypes } from './types-schema';

/** What the drift check found. */
export interface Findings {
  /** One line per thing to change; empty when our schemas and the types agree. */
  readonly lines: readonly string[];
  readonly kinds: number;
  readonly places: number;
  /** Differences that `exceptions.json` gives a reason for. */
  readonly covered: number;
}

/** What each kind's type takes, read once. */
export type TypeShapes = ReadonlyMap<string, Shape>;

/** Reads the types of an unpacked `openai` package. */
export function shapesOfTypes(folder: string): TypeShapes {
  return new Map([...schemasOfTypes(folder)].map(([kind, schema]) => [kind, readSchema(schema)]));
}

/** Compares one kind's schema with its type. */
export function compareKind(types: TypeShapes, kind: string, schema: JsonSchema | undefined): Comparison {
  const shape = types.get(kind);
  if (!shape || !schema) throw new Error(`${kind} has no ${shape ? 'schema' : 'type'} to compare.`);
  return compareShapes(kind, shape, readSchema(schema));
}

/** Compares all ga and beta kinds with their types. */
export function compareAll(types: TypeShapes): Comparison[] {
  return [...types.keys()].map((kind) => compareKind(types, kind, schemaOfKind(kind)));
}

/** Takes the exceptions off and puts what is left into words. */
export function judge(comparisons: readonly Comparison[]): Findings {
  const { differences, stale, covered } = applyExceptions(comparisons);
  return {
    lines: [...differences.map(sentenceOf), ...stale],
    kinds: comparisons.length,
    places: comparisons.reduce((sum, { places }) => sum + places.length, 0),
    covered,
  };
}
