import { branchesOf } from '../drift/branches';
import type { ObjectShape, Shape } from '../drift/shape';
import { isObject, type Json } from './json';

/** A value of a document and what its type takes there. */
export interface Place {
  /** The steps to it, as in a JSON pointer. */
  readonly steps: readonly (string | number)[];
  /** As in the drift check, up to the branch that the value takes. */
  readonly path: string;
  readonly value: Json;
  readonly shape: Shape;
  /** The way in which an object is filled. */
  readonly object?: ObjectShape;
  /** The same as `path`, with the branch of an object. */
  readonly inside: string;
  /** Whether its key has to be there by the type. */
  readonly required: boolean;
}

/** Every value of a document that its type speaks about, the document itself first. */
export function placesOf(document: Json, shape: Shape): Place[] {
  const places: Place[] = [];
  const visit = (
    value: Json,
    shape: Shape,
    steps: readonly (string | number)[],
    path: string,
    required: boolean,
  ): void => {
    const branch = isObject(value) && shape !== 'any' ? branchOf(value, shape.objects) : undefined;
    const inside = path + (branch?.label ?? '');
    const object = branch?.types ? { object: branch.types } : {};
    places.push({ steps, path, value, shape, inside, required, ...object });
    if (Array.isArray(value) && shape !== 'any' && shape.items) {
      for (const [index, item] of value.entries())
        visit(item, shape.items, [...steps, index], `${path}[]`, false);
    }
    if (!isObject(value) || !branch?.types) return;
    const { properties, free } = branch.types;
    for (const [name, member] of Object.entries(value)) {
      const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const at = own ? (inside === '' ? name : `${inside}.${name}`) : `${inside}{}`;
      const next = own?.shape ?? free;
      if (next) visit(member, next, [...steps, name], at, own?.required ?? false);
    }
  };
  visit(document, shape, [], '', true);
  return places;
}

/** The branch whose listed values the object has; absent keys fit any. */
function branchOf(value: Record<string, Json>, objects: readonly ObjectShape[]) {
  return branchesOf(objects, [])?.find(({ types }) =>
    Object.entries(types?.properties ?? {}).every(([name, { shape }]) => {
      const values = shape === 'any' ? undefined : shape.scalars.string?.values;
      const own = value[name];
      return typeof own !== 'string' || !values || values.includes(JSON.stringify(own));
    }),
  );
}
