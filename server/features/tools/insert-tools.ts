import type { Path } from '../../document/changes';
import {
  applyEdits,
  insertMember,
  layoutOf,
  levelOf,
  oneLine,
  replaceNode,
  stringify,
} from '../../document/edits';
import { elementsOf, memberOf, type Node, valueAt } from '../../document/node';
import { parse, type RealtimeDocument } from '../../document/parse';
import type { Edit } from '../../problem';
import { propertyOrder } from '../../schema/property-order';
import { schemasAt } from '../../schema/walk';
import { finishMember, reuseTrailingComma } from '../insert-default';
import type { Refusal, ToolPlace } from './tool-place';

/**
 * Plans tools at the end of a document's list of tools; the list, and the objects that lead to it, are made where they
 * are absent, in schema order and the document's layout.
 * @param tools JSON values or source text, at least one
 * @returns one edit; or why there can be none
 */
export function planTools(
  doc: RealtimeDocument,
  place: ToolPlace,
  tools: readonly unknown[],
): Edit | Refusal {
  const planned = editFor(doc, place, tools);
  if ('refused' in planned) return planned;
  // In broken text the place is a guess: what comes of it tells whether it was a good one.
  const before = elementsOf(valueAt(doc.root, ...place.path)).length;
  const after = parse(applyEdits(doc.text, [planned]));
  const count = elementsOf(valueAt(after.root, ...place.path)).length;
  const isSound = doc.text.trim() === '' || after.syntax.length <= doc.syntax.length;
  if (count === before + tools.length && isSound) return planned;
  return {
    refused:
      'The text around "tools" cannot be read, so a tool would end up in a wrong place. Repair it first.',
  };
}

function editFor(
  { root, text }: RealtimeDocument,
  place: ToolPlace,
  tools: readonly unknown[],
): Edit | Refusal {
  const { path } = place;
  if (text.trim() === '') {
    const { eol, ...layout } = layoutOf(text);
    const content = `${stringify(wrapped(place, 0, tools), { ...layout, eol })}${eol}`;
    return { offset: 0, length: text.length, content };
  }
  if (root?.type !== 'object')
    return { refused: 'This document is no JSON object, so there is nothing to insert a tool into.' };
  let holder = root;
  for (const [index, step] of path.entries()) {
    const member = memberOf(holder, String(step));
    const isList = index === path.length - 1;
    const inner = isList ? tools : wrapped(place, index + 1, tools);
    if (!member) {
      const order = orderAt(place, root, path.slice(0, index));
      return reuseTrailingComma(text, insertMember(text, holder, String(step), inner, order));
    }
    if (!member.value) return finishMember(text, holder, member, inner);
    if (member.value.type === 'null') return replaced(text, member.value, inner);
    if (isList && member.value.type === 'array') return appended(text, member.value, tools);
    if (isList || member.value.type !== 'object') {
      const name = path.slice(0, index + 1).join('.');
      return {
        refused: `"${name}" is no ${isList ? 'list' : 'object'}, so a tool cannot go into it. Make it one first.`,
      };
    }
    holder = member.value;
  }
  return { refused: 'There is no place for a tool.' };
}

/** What a place of the path holds when it is made: the rest of the path, with the `type` that the API wants of objects. */
function wrapped({ path, along, kind }: ToolPlace, from: number, tools: readonly unknown[]): unknown {
  return path.slice(from).reduceRight<unknown>((inner, step, index) => {
    const own = kind.dialect === 'sdk' ? {} : along[from + index];
    return { ...own, [String(step)]: inner };
  }, tools);
}

function orderAt({ bundle }: ToolPlace, root: Node, path: Path): string[] {
  return propertyOrder(schemasAt(bundle, root, path));
}

/** A value in place of an empty one: on one line where the object that holds it is. */
function replaced(text: string, node: Node, value: unknown): Edit {
  const holder = node.parent?.parent ?? node;
  const isOneLine = !/[\r\n]/.test(text.slice(holder.offset, holder.offset + holder.length));
  return isOneLine
    ? { offset: node.offset, length: node.length, content: oneLine(value) }
    : replaceNode(text, node, value);
}

/** Values at the end of an array: each on lines of its own where the last element, or the array, is on several. */
function appended(text: string, array: Node, values: readonly unknown[]): Edit {
  const last = array.children?.at(-1);
  if (!last) return replaced(text, array, values);
  const start = last.offset + last.length;
  const line = /[\r\n]+[ \t]*$/.exec(text.slice(array.offset, last.offset))?.[0];
  const isOneLine = !/[\r\n]/.test(text.slice(array.offset, start));
  const level = levelOf(array) + (line === undefined ? 0 : 1);
  const written = values.map((value) =>
    isOneLine ? oneLine(value) : stringify(value, layoutOf(text), level),
  );
  const content = written.map((value) => `,${line ?? ' '}${value}`).join('');
  // Whoever wrote a comma means that comma.
  const comma = /^\s*,(?=\s*(?:\]|$))/.exec(text.slice(start))?.[0];
  return comma === undefined
    ? { offset: start, length: 0, content }
    : { offset: start + comma.length, length: 0, content: content.slice(1) };
}
