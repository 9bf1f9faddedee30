import { membersOf, type Node, pathOf } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { isStrict } from '../document/syntax';
import { textEdits } from '../document/text-edits';
import type { Edit } from '../problem';
import { schemaOfKind } from '../schema/bundle';
import { propertyOrder } from '../schema/property-order';
import type { JsonSchema } from '../schema/types';
import { schemasAt } from '../schema/walk';

/**
 * Puts the keys of every object into schema order. Members trade places with all their text, so the layout between
 * them stays; what no schema orders (a tool's `parameters`, `metadata`) stays as it is, and keys that the schema does not know come
 * last. The last of a key that is written twice stays the last.
 * @returns no edits where all is in order, undefined where the text is broken or the kind unknown
 */
export function sortKeys(doc: RealtimeDocument, kind: string): Edit[] | undefined {
  const bundle = schemaOfKind(kind);
  if (!bundle || !doc.root || !isStrict(doc.syntax)) return undefined;
  const { offset, length } = doc.root;
  const sorted = sortedText(doc, bundle, doc.root);
  return textEdits(doc.text, doc.text.slice(0, offset) + sorted + doc.text.slice(offset + length));
}

/** The text of a node with everything in it in order. */
function sortedText(doc: RealtimeDocument, bundle: JsonSchema, node: Node): string {
  const parts = node.type === 'object' ? inOrder(doc, bundle, node) : node.children;
  let text = '';
  let end = node.offset;
  node.children?.forEach((child, index) => {
    text += doc.text.slice(end, child.offset) + sortedText(doc, bundle, parts?.[index] ?? child);
    end = child.offset + child.length;
  });
  return text + doc.text.slice(end, node.offset + node.length);
}

function inOrder(doc: RealtimeDocument, bundle: JsonSchema, object: Node): readonly Node[] {
  const applied = schemasAt(bundle, doc.root, pathOf(object)).filter(({ advisory }) => !advisory);
  const order = ['$schema', ...propertyOrder(applied)];
  const members = membersOf(object);
  // An object whose keys are the author's own is in the author's order.
  if (order.length < 2) return members.map(({ property }) => property);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return members.sort((a, b) => rank(a.name) - rank(b.name)).map(({ property }) => property);
}
