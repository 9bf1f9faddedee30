import type { Applied } from './walk';

/** The property names of an object in schema order, over all subschemas that speak about it. */
export function propertyOrder(applied: readonly Applied[]): string[] {
  return [...new Set(applied.flatMap(({ schema }) => Object.keys(schema.properties ?? {})))];
}
