import type { JsonSchema } from '../schema/types';
import { type Applied, apply, childSchemas } from '../schema/walk';
import { object, type Part, scalar, withItems, withMembers } from './part';

/**
 * What serde takes and nobody writes, in the form that everybody reads: `{ "alloy": null }` as `"alloy"`, and a struct
 * written as an array of all its fields as an object.
 * @param bundle schema of a kind of the SDK
 */
export function plainForms(part: Part, bundle: JsonSchema): Part {
  return plain(part, [{ schema: bundle, advisory: false }], bundle);
}

function plain(part: Part, schemas: readonly Applied[], bundle: JsonSchema): Part {
  // Without a node every branch of a union counts, so that what stands beside `null` is seen.
  const applied = schemas
    .flatMap(({ schema, advisory }) => apply(bundle, schema, undefined, advisory))
    .filter(({ advisory }) => !advisory);
  const below = (value: Part, step: string | number) => plain(value, childSchemas(applied, step), bundle);
  if (part.type === 'array') return plainArray(part, applied, below);
  if (part.type !== 'object') return part;
  const [only] = part.members;
  const isVariant = part.members.length === 1 && only?.part.type === 'null';
  if (isVariant && applied.some(({ schema }) => schema.enum?.includes(only.name)))
    return scalar(only.name, part);
  return withMembers(
    part,
    part.members.map((member) => {
      const value = below(member.part, member.name);
      return value === member.part ? member : { ...member, part: value };
    }),
  );
}

function plainArray(
  part: Part,
  applied: readonly Applied[],
  below: (value: Part, step: string | number) => Part,
): Part {
  const struct = applied.find(({ schema }) => schema.properties)?.schema.properties;
  const isList = applied.some(({ schema }) => [schema.type ?? []].flat().includes('array'));
  const names = Object.keys(struct ?? {});
  if (!struct || isList || names.length !== part.items.length) {
    return withItems(
      part,
      part.items.map((item, index) => below(item, index)),
    );
  }
  return object(
    names.map((name, index) => [name, part.items[index] && below(part.items[index], name)] as const),
    part,
  );
}
