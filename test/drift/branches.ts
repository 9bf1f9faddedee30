import type { ObjectShape, Scalar } from './shape';

/** The same alternative on both sides; one side is missing where only the other knows it. */
export interface Branch {
  /** `<server_vad>`, or `<message><user>` where two keys decide; empty where there is no choice. */
  readonly label: string;
  readonly types?: ObjectShape;
  readonly ours?: ObjectShape;
}

/**
 * Pairs the ways to fill an object on both sides by the keys that decide between them. Where one side has a
 * single object for what the other keeps apart, that object stands for each of the alternatives.
 * @returns undefined when no key tells the alternatives apart
 */
export function branchesOf(
  types: readonly ObjectShape[],
  ours: readonly ObjectShape[],
): readonly Branch[] | undefined {
  return pair(types, ours, '', []);
}

function pair(
  types: readonly ObjectShape[],
  ours: readonly ObjectShape[],
  label: string,
  decided: readonly string[],
): readonly Branch[] | undefined {
  if (types.length <= 1 && ours.length <= 1) {
    const [theirs, own] = [types[0], ours[0]];
    return [{ label, ...(theirs ? { types: theirs } : {}), ...(own ? { ours: own } : {}) }];
  }
  const key = decidingKey([...types, ...ours], decided);
  if (key === undefined) return undefined;
  const values = new Set([...types, ...ours].flatMap((object) => valuesUnder(object, key) ?? []));
  const branches: Branch[] = [];
  for (const value of values) {
    const only = (objects: readonly ObjectShape[]) =>
      objects.flatMap((object) => with_(object, key, value) ?? []);
    const deeper = pair(only(types), only(ours), `${label}<${JSON.parse(value)}>`, [...decided, key]);
    if (!deeper) return undefined;
    branches.push(...deeper);
  }
  return branches;
}

/** The first key whose values are listed in all objects, and not the same in all. */
function decidingKey(objects: readonly ObjectShape[], decided: readonly string[]): string | undefined {
  const names = Object.keys(objects[0]?.properties ?? {}).filter((name) => !decided.includes(name));
  return names.find((name) => {
    const lists = objects.map((object) => valuesUnder(object, name));
    return lists.every((list) => list !== undefined) && new Set(lists.map((list) => list.join())).size > 1;
  });
}

function listUnder(object: ObjectShape, name: string): Scalar | undefined {
  const shape = object.properties[name]?.shape;
  return shape === undefined || shape === 'any' ? undefined : shape.scalars.string;
}

const valuesUnder = (object: ObjectShape, name: string) => listUnder(object, name)?.values;

/** The object with the key fixed to one value; undefined when it does not take that value. */
function with_(object: ObjectShape, name: string, value: string): ObjectShape | undefined {
  const own = object.properties[name];
  if (!own || !valuesUnder(object, name)?.includes(value)) return undefined;
  const fixed = { scalars: { string: { values: [value], known: [] } }, objects: [] };
  return { ...object, properties: { ...object.properties, [name]: { ...own, shape: fixed } } };
}
