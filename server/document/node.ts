import type { Node } from 'jsonc-parser';

export type { Node } from 'jsonc-parser';

/** A member of an object as the source has it; `value` is missing while it is being typed. */
export interface Member {
  readonly name: string;
  readonly property: Node;
  readonly key: Node;
  readonly value: Node | undefined;
}

/** The members of an object in source order, duplicates included; none for any other node. */
export function membersOf(node: Node | undefined): Member[] {
  if (node?.type !== 'object') return [];
  const members: Member[] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key) members.push({ name: String(key.value), property, key, value });
  }
  return members;
}

/** The elements of an array; none for any other node. */
export function elementsOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The values right below a node: those of its members, or its elements. */
export function valuesIn(node: Node): Node[] {
  return [...membersOf(node).flatMap(({ value }) => value ?? []), ...elementsOf(node)];
}

/** Every object of a tree, outer ones first. */
export function objectsIn(node: Node): Node[] {
  const below = valuesIn(node).flatMap(objectsIn);
  return node.type === 'object' ? [node, ...below] : below;
}

/** The last member with this name (what every JSON reader keeps), or undefined. */
export function memberOf(node: Node | undefined, name: string): Member | undefined {
  return membersOf(node).findLast((member) => member.name === name);
}

/** Follows property names and indexes from a node; undefined where the path ends early. */
export function valueAt(node: Node | undefined, ...path: readonly (string | number)[]): Node | undefined {
  let current = node;
  for (const step of path) {
    current = typeof step === 'number' ? elementsOf(current)[step] : memberOf(current, step)?.value;
  }
  return current;
}

/** The string a node holds, or undefined when it is no string. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? (node.value as string) : undefined;
}

/** RFC 6901 pointer from path segments. */
export function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Path segments of an RFC 6901 pointer. Array indexes stay strings.
 * @throws never; text without a leading slash is taken as the root
 */
export function pathOfPointer(text: string): string[] {
  return text
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The node a pointer names, or undefined. */
export function nodeAtPointer(root: Node | undefined, text: string): Node | undefined {
  let current = root;
  for (const step of pathOfPointer(text)) {
    current = current?.type === 'array' ? current.children?.[Number(step)] : memberOf(current, step)?.value;
  }
  return current;
}

/** Property names and array indexes that lead from the root to a node (a property node counts as its value). */
export function pathOf(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  let current: Node | undefined = node;
  while (current) {
    const parent: Node | undefined = current.parent;
    if (current.type === 'property') path.unshift(String(current.children?.[0]?.value));
    else if (parent?.type === 'array') path.unshift(indexIn(parent.children ?? [], current));
    current = parent;
  }
  return path;
}

/** Where a child stands among its siblings, which lie in source order; -1 when it is none of them. */
export function indexIn(siblings: readonly Node[], child: Node): number {
  let low = 0;
  let high = siblings.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const offset = siblings[middle]?.offset ?? 0;
    if (offset === child.offset) return siblings[middle] === child ? middle : -1;
    if (offset < child.offset) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** RFC 6901 pointer of a node. */
export function pointerOf(node: Node): string {
  return pointer(pathOf(node));
}

/** The innermost node whose range holds the offset, ends included; undefined outside the root. */
export function nodeAtOffset(node: Node | undefined, offset: number): Node | undefined {
  if (!node || offset < node.offset || offset > node.offset + node.length) return undefined;
  for (const child of node.children ?? []) {
    const found = nodeAtOffset(child, offset);
    if (found) return found;
  }
  return node;
}

/**
 * The place to underline for "this object lacks something": the key that holds the object, or its opening
 * brace at the root and in arrays.
 */
export function nameRange(node: Node): { offset: number; length: number } {
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return key ? { offset: key.offset, length: key.length } : { offset: node.offset, length: 1 };
}

/** The plain JSON value of a node; the last of duplicate keys wins; a key still without a value is left out. */
export function toValue(node: Node | undefined): unknown {
  if (node?.type === 'array') return elementsOf(node).map(toValue);
  if (node?.type === 'object') {
    const entries = membersOf(node)
      .filter((member) => member.value)
      .map((member) => [member.name, toValue(member.value)] as const);
    return Object.fromEntries(entries);
  }
  return node?.value;
}
