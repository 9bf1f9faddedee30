import type { Edit } from '../problem';
import { applyEdits, insertMember, removeProperty, renameKey, SourceText } from './edits';
import { memberOf, membersOf, type Node, valueAt } from './node';
import { parse } from './parse';
import { textEdits } from './text-edits';

/** Property names and array indexes from the root. */
export type Path = readonly (string | number)[];

/** One change to a document's text; a change that has nothing to do there gives no edits. */
export type Change = (text: string, root: Node) => readonly Edit[];

/** The order in which an object at a path has its properties; empty puts new ones at the end. */
export type OrderAt = (root: Node, path: Path) => readonly string[];

/**
 * Does several changes one after the other, each on what the one before has left, and says what that comes to as
 * edits of the first text. Changes name places by path, so that they need not know of each other.
 * @returns the smallest edits; none when a change leaves no JSON value behind
 */
export function compose(text: string, changes: readonly Change[]): Edit[] {
  let current = text;
  for (const change of changes) {
    const { root } = parse(current);
    if (!root) return [];
    current = applyEdits(current, change(current, root));
  }
  return textEdits(text, current);
}

/** Takes a member away, with its comma and line; of a repeated key the last one. */
export function removeAt(path: Path): Change {
  return (text, root) => {
    const object = valueAt(root, ...path.slice(0, -1));
    const member = memberOf(object, String(path.at(-1)));
    return object && member ? removeProperty(text, object, member.property) : [];
  };
}

/** Takes an element of an array away, with its comma. */
export function removeElement(path: Path): Change {
  return (text, root) => {
    const array = valueAt(root, ...path.slice(0, -1));
    const element = valueAt(root, ...path);
    return array && element ? removeProperty(text, array, element) : [];
  };
}

/** Adds JSON text to an array as its last element, on a line of its own where the last one has its own. */
export function appendAt(path: Path, content: string): Change {
  return (text, root) => {
    const array = valueAt(root, ...path);
    if (array?.type !== 'array') return [];
    const last = array.children?.at(-1);
    if (!last) return [{ offset: array.offset, length: array.length, content: `[${content}]` }];
    const line = /[\r\n]+[ \t]*$/.exec(text.slice(array.offset, last.offset))?.[0];
    return [{ offset: last.offset + last.length, length: 0, content: `,${line ?? ' '}${content}` }];
  };
}

/** Replaces a value by JSON text. */
export function replaceAt(path: Path, content: string): Change {
  return (_, root) => {
    const node = valueAt(root, ...path);
    return node ? [{ offset: node.offset, length: node.length, content }] : [];
  };
}

/** Renames a member's key where it stands. */
export function renameAt(path: Path, name: string): Change {
  return (_, root) => {
    const member = memberOf(valueAt(root, ...path.slice(0, -1)), String(path.at(-1)));
    return member ? [renameKey(member.key, name)] : [];
  };
}

/**
 * Puts a member into an object, in schema order, and makes the objects on the way that are not there. What is
 * already at the place stays as it is: the caller decides what to do about that.
 * @param path of the new member
 * @param value what it holds: a JSON value, or source text that is taken as it is
 */
export function insertAt(path: Path, value: unknown, orderAt: OrderAt): Change {
  return (text, root) => {
    const [holder, depth] = deepest(root, path);
    if (holder.type !== 'object' || depth >= path.length) return [];
    const name = String(path[depth]);
    const content = wrapped(path.slice(depth + 1), value);
    // A key that is being typed has no value yet: it is completed instead of standing there twice.
    if (membersOf(holder).some((member) => member.name === name && member.value === undefined)) return [];
    return [insertMember(text, holder, name, content, orderAt(root, path.slice(0, depth)))];
  };
}

/** The innermost value on a path that exists, and how many steps lead to it. */
function deepest(root: Node, path: Path): [Node, number] {
  for (let depth = path.length; depth > 0; depth--) {
    const node = valueAt(root, ...path.slice(0, depth));
    if (node) return [node, depth];
  }
  return [root, 0];
}

function wrapped(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => ({ [String(step)]: inner }), value);
}

/** The source of a value as something to insert elsewhere, word for word. */
export function sourceText(text: string, node: Node): SourceText {
  return new SourceText(text.slice(node.offset, node.offset + node.length));
}
