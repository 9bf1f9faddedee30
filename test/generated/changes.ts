import { typesOf } from '../drift/compare';
import type { Shape } from '../drift/shape';
import { copyOf, isObject, type Json } from './json';
import { liveRulesAt } from './live';
import type { Place } from './places';

/** One change that makes a document wrong. */
export interface Change {
  readonly what: ChangeName;
  /** A JSON pointer to what is wrong: for a missing key, where it would be. */
  readonly pointer: string;
  /** Whether the type refuses it, too, and not the live API alone. */
  readonly byType: boolean;
  readonly broken: Json;
}

/** The ways to break a document. */
export type ChangeName =
  | 'unknown key'
  | 'wrong type'
  | 'missing required'
  | 'bad value'
  | 'null where not allowed'
  | 'refused by the API';

type Steps = readonly (string | number)[];

/** Everything at one place that one change can break. */
export function changesAt(kind: string, document: Json, place: Place): Change[] {
  const { steps, path, shape, value, inside, object } = place;
  const live = liveRulesAt(kind, path);
  const changes: Change[] = [];
  const add = (what: ChangeName, at: Steps, to: Json | undefined, byType = true) =>
    changes.push({ what, pointer: pointerOf(at), byType, broken: put(document, at, to) });
  if (isObject(value) && object && !object.free) {
    for (const name of ['zz_unknown', 'Type', 'temperature']) {
      if (!(name in object.properties)) add('unknown key', [...steps, name], 'x');
    }
  }
  if (isObject(value) && inside.endsWith('tools[]<mcp>')) {
    const address = ['server_url', 'connector_id', 'tunnel_id'].find((name) => name in value);
    if (address) add('missing required', [...steps, address], undefined, false);
  }
  for (const { foreign, badKeys = [] } of live) {
    for (const name of isObject(value) ? badKeys : [])
      add('refused by the API', [...steps, name], 'x', false);
    const names = isObject(value) ? foreign?.[String(value.type)] : undefined;
    for (const name of names ?? []) add('unknown key', [...steps, name], 'x', false);
  }
  if (steps.length === 0) return changes;
  const isElement = typeof steps.at(-1) === 'number';
  if (!isElement && place.required) add('missing required', steps, undefined);
  else if (live.some((rule) => rule.required)) add('missing required', steps, undefined, false);
  for (const bad of live.flatMap((rule) => rule.bad ?? []))
    add('refused by the API', steps, bad as Json, false);
  if (shape === 'any') return changes;
  for (const wrong of wrongTypes(shape)) add('wrong type', steps, wrong);
  for (const wrong of badValues(shape)) add('bad value', steps, wrong);
  const takesNull = 'null' in shape.scalars || live.some((rule) => rule.nullable);
  if (!takesNull) add('null where not allowed', steps, null);
  return changes;
}

const samples: Record<string, Json> = {
  string: 'zz',
  number: 7,
  boolean: true,
  array: ['zz'],
  object: { zz: 1 },
};

function wrongTypes(shape: Shape): Json[] {
  const taken = typesOf(shape);
  return Object.entries(samples).flatMap(([type, sample]) => (taken.includes(type) ? [] : [sample]));
}

function badValues(shape: Shape): Json[] {
  if (shape === 'any') return [];
  const { string, number } = shape.scalars;
  const texts = string?.values?.map((value) => JSON.parse(value) as string);
  const odd = texts ? ['zz', '', `${texts[0]} `, texts[0]?.toUpperCase() ?? ''] : [];
  const numbers = number?.values?.map((value) => JSON.parse(value) as number);
  const other = numbers ? [16_000, 0, 48_000] : [];
  return [...odd.filter((text) => !texts?.includes(text)), ...other.filter((one) => !numbers?.includes(one))];
}

/** A copy with one value put in; `undefined` takes it out. */
function put(document: Json, steps: Steps, value: Json | undefined): Json {
  const copy = copyOf(document);
  const last = steps.at(-1);
  let owner: Json | undefined = copy;
  for (const step of steps.slice(0, -1)) owner = (owner as Record<string | number, Json>)[step];
  const record = owner as Record<string | number, Json>;
  if (last === undefined) return copy;
  if (value === undefined) delete record[last];
  else record[last] = copyOf(value);
  return copy;
}

/** RFC 6901. */
function pointerOf(steps: Steps): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
