import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/**
 * A document as text. In: its value and the indent the user writes with. Out: strict JSON that ends in one
 * newline.
 */
export function documentText(body: unknown, indent: string): string {
  return `${JSON.stringify(body, null, indent)}\n`;
}

/**
 * Where a value stands in a text. In: JSON text and an RFC 6901 pointer. Out: offset and length, of a string
 * without its quotes so that typing replaces just the words; undefined when the pointer leads nowhere.
 */
export function findValue(text: string, pointer: string): { offset: number; length: number } | undefined {
  const root = parseTree(text);
  if (!root) return undefined;
  let node = root;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const child = findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key]);
    if (!child) return undefined;
    node = child;
  }
  const quote = node.type === 'string' ? 1 : 0;
  return { offset: node.offset + quote, length: node.length - 2 * quote };
}
