import { schemaOfKind } from './bundle';
import { apply } from './walk';

/** The names of a kind's root properties in schema order; none for a kind without a schema. */
export function rootProperties(kind: string): string[] {
  const bundle = schemaOfKind(kind);
  if (!bundle) return [];
  return apply(bundle, bundle, undefined).flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
}
