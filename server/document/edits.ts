import type { FormattingOptions } from 'jsonc-parser';
import type { Edit } from '../problem';
import { indexIn, membersOf, type Node } from './node';

/** Indentation and line ends. Edits keep what the document has. */
export interface Layout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly eol: string;
}

/**
 * Reads the layout off a text: the line end of its first line break and the indent of its first indented
 * line that does more than close a bracket; two spaces and `\n` where there is none.
 */
export function layoutOf(text: string): Layout {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const indent = /(?:\r\n|\n|\r)([ \t]+)[^\s}\]]/.exec(text)?.[1] ?? '  ';
  return {
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    insertSpaces: !indent.startsWith('\t'),
    eol,
  };
}

/** `layoutOf` in the form that jsonc-parser takes. */
export function formattingOptions(layout: Layout): FormattingOptions {
  return { tabSize: layout.tabSize, insertSpaces: layout.insertSpaces, eol: layout.eol };
}

/**
 * The line break that jsonc-parser 3.3.1 leaves undefined: it reads past its cache of line breaks when a line
 * is indented by exactly 200 characters, and would have "undefined" written into the document.
 */
export const afterCache = (eol: string, indent: string) => eol + indent.repeat(200);

/** JSON text that is written as it stands, so that number literals and escapes stay those of its author. */
export class SourceText {
  constructor(readonly source: string) {}
}

/** JSON text of a value with the document's indentation, its later lines indented by `level` steps. */
export function stringify(value: unknown, layout: Layout, level = 0): string {
  const step = layout.insertSpaces ? ' '.repeat(layout.tabSize) : '\t';
  if (value instanceof SourceText) return reindented(value.source, layout.eol, step.repeat(level));
  if (!holdsSource(value)) {
    return JSON.stringify(value, null, step).replaceAll('\n', layout.eol + step.repeat(level));
  }
  const line = layout.eol + step.repeat(level + 1);
  const end = layout.eol + step.repeat(level);
  if (Array.isArray(value)) {
    const items = value.map((item) => line + stringify(item, layout, level + 1));
    return `[${items.join(',')}${end}]`;
  }
  const members = Object.entries(value).map(
    ([name, item]) => `${line}${JSON.stringify(name)}: ${stringify(item, layout, level + 1)}`,
  );
  return `{${members.join(',')}${end}}`;
}

/** Whether there is source text anywhere in a value. */
function holdsSource(value: unknown): value is object {
  if (value instanceof SourceText) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSource);
}

/** The lines after the first, which are indented for where they came from, indented for where they go. */
function reindented(source: string, eol: string, indent: string): string {
  const [first = '', ...rest] = source.split(/\r\n|\n|\r/);
  const closing = /^[ \t]*/.exec(rest.at(-1) ?? '')?.[0] ?? '';
  return [
    first,
    ...rest.map(
      (line) => indent + (line.startsWith(closing) ? line.slice(closing.length) : line.trimStart()),
    ),
  ].join(eol);
}

/** How deep a node lies: 0 for the root. */
export function levelOf(node: Node): number {
  let level = 0;
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'object' || current.type === 'array') level++;
  }
  return level;
}

/** Replaces a node's text by a value's, indented for its place. */
export function replaceNode(text: string, node: Node, value: unknown): Edit {
  return {
    offset: node.offset,
    length: node.length,
    content: stringify(value, layoutOf(text), levelOf(node)),
  };
}

/**
 * Inserts a member into an object, after the last existing member that comes before it in `order`, with the
 * commas that are needed and the layout of its neighbours: an object on one line stays on one line.
 * @param order names of the object's properties in schema order
 */
export function insertMember(
  text: string,
  object: Node,
  name: string,
  value: unknown,
  order: readonly string[],
): Edit {
  const members = membersOf(object);
  const layout = layoutOf(text);
  const level = levelOf(object) + 1;
  const onOneLine =
    members.length > 0 && !/[\r\n]/.test(text.slice(object.offset, members[0]?.property.offset));
  const step = layout.insertSpaces ? ' '.repeat(layout.tabSize) : '\t';
  const content = `${JSON.stringify(name)}: ${onOneLine ? oneLine(value) : stringify(value, layout, level)}`;
  const separator = onOneLine ? ' ' : layout.eol + step.repeat(level);
  const earlier = order.slice(0, Math.max(order.indexOf(name), 0));
  const after = members.findLast((member) => earlier.includes(member.name));
  if (after) {
    const offset = endOfProperty(after.property);
    return { offset, length: 0, content: `,${separator}${content}` };
  }
  const first = members[0];
  if (first) return { offset: first.property.offset, length: 0, content: `${content},${separator}` };
  return {
    offset: object.offset,
    length: object.length,
    content: `{${separator}${content}${layout.eol}${step.repeat(level - 1)}}`,
  };
}

/** A value on one line, with a blank after each colon and comma. */
export function oneLine(value: unknown): string {
  if (value instanceof SourceText) return value.source;
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${oneLine(item)}`);
  return `{${members.join(', ')}}`;
}

/** Removes one property of an object (of a duplicate key this one and no other), or one element of an array. */
export function removeProperty(text: string, object: Node, property: Node): Edit[] {
  const properties = object.children ?? [];
  const index = indexIn(properties, property);
  if (index < 0) return [];
  const end = endOfProperty(property);
  const next = properties[index + 1];
  const previous = properties[index - 1];
  if (next) return [{ offset: property.offset, length: next.offset - property.offset, content: '' }];
  if (previous) {
    const start = endOfProperty(previous);
    return [{ offset: start, length: end - start, content: '' }];
  }
  const last = object.offset + object.length - 1;
  const close = last >= end && /[}\]]/.test(text.charAt(last)) ? last : end;
  return [{ offset: object.offset + 1, length: close - object.offset - 1, content: '' }];
}

/** Where a property ends as far as it has been written: the parser lets one without a value go on too far. */
function endOfProperty({ type, children = [], colonOffset, offset, length }: Node): number {
  if (type !== 'property') return offset + length;
  const [key, value] = children;
  if (value) return value.offset + value.length;
  if (colonOffset !== undefined) return colonOffset + 1;
  return key ? key.offset + key.length : offset;
}

/** Renames a key, leaving everything around it. */
export function renameKey(key: Node, name: string): Edit {
  return { offset: key.offset, length: key.length, content: JSON.stringify(name) };
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.offset - a.offset)) {
    result = result.slice(0, edit.offset) + edit.content + result.slice(edit.offset + edit.length);
  }
  return result;
}
