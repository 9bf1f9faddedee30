import type { JsonSchema } from '../../server/schema/types';
import { type ObjectShape, type Shape, shapeIn } from './shape';

/** Objects that meet a condition, and those that do not. Where a value decides that is not listed, they are both. */
export interface Split {
  readonly yes: readonly ObjectShape[];
  readonly no: readonly ObjectShape[];
}

/**
 * Divides the ways to fill an object by an `if`.
 * @throws Error on a condition that is written in another way than ours are
 */
export function split(objects: readonly ObjectShape[], condition: JsonSchema): Split {
  const strange = Object.keys(condition).find((key) => !['properties', 'required', 'anyOf'].includes(key));
  if (strange) throw new Error(`Teach test/drift/conditions.ts the condition "${strange}" first.`);
  let yes: readonly ObjectShape[] = objects;
  const no: ObjectShape[] = [];
  const narrow = (by: (object: ObjectShape) => Split) => {
    const parts = yes.map(by);
    no.push(...parts.flatMap((part) => part.no));
    yes = parts.flatMap((part) => part.yes);
  };
  for (const name of condition.required ?? []) narrow((object) => splitByPresence(object, name));
  for (const [name, value] of Object.entries(condition.properties ?? {})) {
    if (Object.keys(value).length > 0) narrow((object) => splitByValue(object, name, value));
  }
  if (condition.anyOf) {
    const any = splitByAny(yes, condition.anyOf);
    return { yes: any.yes, no: [...no, ...any.no] };
  }
  return { yes, no };
}

function splitByAny(objects: readonly ObjectShape[], conditions: readonly JsonSchema[]): Split {
  const yes: ObjectShape[] = [];
  let no = objects;
  for (const condition of conditions) {
    const parts = split(no, condition);
    yes.push(...parts.yes);
    no = parts.no;
  }
  return { yes, no };
}

const nothing: Shape = { scalars: {}, objects: [] };

function put(object: ObjectShape, name: string, shape: Shape, required: boolean): ObjectShape {
  return { ...object, properties: { ...object.properties, [name]: { shape, required } } };
}

function splitByPresence(object: ObjectShape, name: string): Split {
  const shape = shapeIn(object, name);
  const own = object.properties[name];
  const isForbidden = shape !== 'any' && JSON.stringify(shape) === JSON.stringify(nothing);
  return {
    yes: isForbidden ? [] : [put(object, name, shape, true)],
    no: own?.required ? [] : [put(object, name, nothing, false)],
  };
}

/** An `if` on a property's value holds where the property is absent, too. */
function splitByValue(object: ObjectShape, name: string, condition: JsonSchema): Split {
  const values = (condition.const === undefined ? condition.enum : [condition.const])?.map((value) =>
    JSON.stringify(value),
  );
  const odd = Object.keys(condition).some((key) => key !== 'const' && key !== 'enum');
  if (!values || odd) throw new Error(`Teach test/drift/conditions.ts the condition on "${name}" first.`);
  const shape = shapeIn(object, name);
  const allowed = shape === 'any' ? undefined : shape.scalars.string?.values;
  if (shape === 'any' || !allowed) return { yes: [object], no: [object] };
  const required = object.properties[name]?.required ?? false;
  const only = (wanted: (value: string) => boolean): Shape => {
    const left = allowed.filter(wanted);
    const { string: own, ...others } = shape.scalars;
    return {
      ...shape,
      scalars: left.length > 0 ? { ...others, string: { known: own?.known ?? [], values: left } } : others,
    };
  };
  const yes = only((value) => values.includes(value));
  const no = only((value) => !values.includes(value));
  const takesText = (one: Shape) => one !== 'any' && one.scalars.string !== undefined;
  return {
    yes: takesText(yes) || !required ? [put(object, name, yes, required)] : [],
    no: takesText(no) ? [put(object, name, no, true)] : [],
  };
}
