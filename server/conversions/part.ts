import { type Layout, SourceText, stringify } from '../document/edits';
import { isObject } from '../document/value';

/** A member of an object on its way. */
export interface PartMember {
  readonly name: string;
  /** The key as its author wrote it, quotes included. */
  readonly key: string;
  readonly part: Part;
}

/**
 * A JSON value on its way from one kind to another. It is never changed: what a conversion makes of it is a new one,
 * and what a conversion leaves alone keeps its author's text, number literals and escapes included.
 */
export interface Part {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Of a string, number or boolean. */
  readonly value?: unknown;
  readonly members: readonly PartMember[];
  readonly items: readonly Part[];
  /** The text of the whole value; undefined when it has to be written anew. */
  readonly source: string | undefined;
  /** JSON pointer to where it stood in the document; undefined for what a conversion has added. */
  readonly origin: string | undefined;
  /** Must not be shown. */
  readonly secret?: boolean;
}

/** Where a new value comes from, for notes about it. */
type Origin = Part | undefined;

/** A string, number, boolean or null of ours. */
export function scalar(value: string | number | boolean | null, origin?: Origin): Part {
  const type = value === null ? 'null' : (typeof value as Part['type']);
  return { type, value, members: [], items: [], source: JSON.stringify(value), origin: origin?.origin };
}

/** An object of ours; entries without a value are left out. */
export function object(entries: readonly (readonly [string, Part | undefined])[], origin?: Origin): Part {
  const members = entries.flatMap(([name, part]) =>
    part ? [{ name, key: JSON.stringify(name), part }] : [],
  );
  return withMembers(
    { type: 'object', members, items: [], source: undefined, origin: origin?.origin },
    members,
  );
}

/** An array of ours. */
export function array(items: readonly Part[], origin?: Origin): Part {
  return { type: 'array', members: [], items, source: undefined, origin: origin?.origin };
}

/** For notes about what was missing: the place, and no value. */
export const nothingIn = (object: Part): Part => ({ ...scalar(null, object), source: '' });

/** A plain JSON value as a part. */
export function partOfValue(value: unknown, origin?: Origin): Part {
  if (Array.isArray(value))
    return array(
      value.map((item) => partOfValue(item, origin)),
      origin,
    );
  if (!isObject(value)) return scalar(value as string | number | boolean | null, origin);
  return object(
    Object.entries(value).map(([name, item]) => [name, partOfValue(item, origin)]),
    origin,
  );
}

/** The same object with other members; as it is when they are the very same. */
export function withMembers(part: Part, members: readonly PartMember[]): Part {
  const same = members.length === part.members.length && members.every((one, at) => one === part.members[at]);
  return same ? part : { ...part, members, source: undefined };
}

/** The same array with other items; as it is when they are the very same. */
export function withItems(part: Part, items: readonly Part[]): Part {
  const same = items.length === part.items.length && items.every((one, at) => one === part.items[at]);
  return same ? part : { ...part, items, source: undefined };
}

/** The value of a member, or undefined. */
export function get(part: Part | undefined, ...path: readonly string[]): Part | undefined {
  let current = part;
  for (const name of path) current = current?.members.findLast((member) => member.name === name)?.part;
  return current;
}

/** An object without some of its members. */
export function without(part: Part, ...names: readonly string[]): Part {
  return withMembers(
    part,
    part.members.filter(({ name }) => !names.includes(name)),
  );
}

/** An object with one member set; its key stays where it was, or comes last. */
export function set(part: Part, name: string, value: Part): Part {
  const at = part.members.findLastIndex((member) => member.name === name);
  if (part.members[at]?.part === value) return part;
  const member = { name, key: part.members[at]?.key ?? JSON.stringify(name), part: value };
  return withMembers(part, at < 0 ? [...part.members, member] : part.members.with(at, member));
}

/** An object with a value put at a path, and the objects on the way; undefined where something is in the way. */
export function placed(part: Part, path: readonly string[], value: Part): Part | undefined {
  const [name, ...rest] = path;
  if (name === undefined || part.type !== 'object') return undefined;
  const there = get(part, name);
  if (rest.length === 0) return there ? undefined : set(part, name, value);
  const inner = placed(there ?? object([]), rest, value);
  return inner && set(part, name, inner);
}

/** The string that a part holds. */
export function textOf(part: Part | undefined): string | undefined {
  return part?.type === 'string' ? (part.value as string) : undefined;
}

/** JSON text of a part, its later lines indented by `level` steps. */
export function print(part: Part, layout: Layout, level = 0): string {
  if (part.source !== undefined) return stringify(new SourceText(part.source), layout, level);
  const step = layout.insertSpaces ? ' '.repeat(layout.tabSize) : '\t';
  const line = layout.eol + step.repeat(level + 1);
  const end = layout.eol + step.repeat(level);
  const list =
    part.type === 'array'
      ? part.items.map((item) => line + print(item, layout, level + 1))
      : part.members.map(({ key, part: value }) => `${line}${key}: ${print(value, layout, level + 1)}`);
  const [open, close] = part.type === 'array' ? '[]' : '{}';
  return list.length === 0 ? `${open}${close}` : `${open}${list.join(',')}${end}${close}`;
}

/** JSON text of a part on one line, as short as it gets; numbers and strings stay as they were written. */
export function compact(part: Part, mask?: string): string {
  if (part.type === 'array') return `[${part.items.map((item) => compact(item, mask)).join(',')}]`;
  if (part.type === 'object') {
    return `{${part.members.map(({ key, part: value }) => `${key}:${compact(value, mask)}`).join(',')}}`;
  }
  return part.secret && mask !== undefined ? `"${mask}"` : (part.source ?? 'null');
}

/** The key under which the author wrote a part; empty where there was none. */
export const lastStep = (part: Part) => part.origin?.split('/').at(-1) ?? '';
