import { memberOf, type Node } from '../document/node';
import type { JsonSchema } from './types';
import { type Applied, apply } from './walk';

/** Values of an object's deciding key, such as `type`: the one it has, and the one that goes with another key. */
export interface OtherBranch {
  readonly actual: unknown;
  readonly wanted: unknown;
}

/**
 * Whether an unknown key of an object belongs to another of its branches (`if`/`then` on a deciding key).
 * @param applied the subschemas that hold at the object
 * @returns undefined when no branch, or more than one, knows the key
 */
export function branchWith(
  bundle: JsonSchema,
  applied: readonly Applied[],
  node: Node,
  name: string,
): OtherBranch | undefined {
  const found = applied
    .flatMap(({ schema }) => [schema, ...(schema.allOf ?? [])])
    .map((schema) => otherBranch(bundle, schema, node, name))
    .filter((one) => one !== undefined);
  const wanted = new Set(found.map((one) => one.wanted));
  return wanted.size === 1 ? found[0] : undefined;
}

function otherBranch(
  bundle: JsonSchema,
  { if: condition, then: branch }: JsonSchema,
  node: Node,
  name: string,
): OtherBranch | undefined {
  const [key, decider] =
    Object.entries(condition?.properties ?? {}).find(([, schema]) => schema.const !== undefined) ?? [];
  const value = key === undefined ? undefined : memberOf(node, key)?.value;
  if (!branch || !decider || !value || value.value === decider.const) return undefined;
  const knows = apply(bundle, branch, undefined).some(({ schema }) =>
    Object.hasOwn(schema.properties ?? {}, name),
  );
  return knows ? { actual: value.value, wanted: decider.const } : undefined;
}
