import {
  type Change,
  compose,
  insertAt,
  type OrderAt,
  type Path,
  removeAt,
  renameAt,
  sourceText,
} from '../document/changes';
import { layoutOf, levelOf, oneLine, stringify } from '../document/edits';
import { type Member, type Node, pathOf } from '../document/node';
import { type Fix, lazyFix } from '../problem';
import { propertyOrder } from '../schema/property-order';
import { schemasAt } from '../schema/walk';
import type { RuleContext } from './rule';

/** How sure a fix is: `preferred` is the one to take, at most one a problem; `safe` chooses nothing for the author. */
export interface FixOptions {
  readonly preferred: boolean;
  readonly safe: boolean;
}

export const SAFE: FixOptions = { preferred: true, safe: true };
export const SUGGESTED: FixOptions = { preferred: true, safe: false };
export const ALTERNATIVE: FixOptions = { preferred: false, safe: false };

/** A fix made of several changes; see document/changes. */
export function changeFix(
  { doc }: Pick<RuleContext, 'doc'>,
  title: string,
  options: FixOptions,
  changes: readonly Change[],
): Fix {
  return lazyFix(title, options, () => compose(doc.text, changes));
}

/** Replaces a value by JSON text: `Replace with "alloy"`. */
export function replaceFix(
  node: Node,
  content: string,
  options: FixOptions,
  title = `Replace with ${content}`,
): Fix {
  return { title, edits: [{ offset: node.offset, length: node.length, content }], ...options };
}

/** Takes a member away: `Remove "temperature"`. */
export function removeFix(
  context: Pick<RuleContext, 'doc'>,
  path: Path,
  options: FixOptions,
  title = `Remove ${JSON.stringify(path.at(-1))}`,
): Fix {
  return changeFix(context, title, options, [removeAt(path)]);
}

/** Adds a member in schema order, and the objects on the way: `Add "rate": 24000`. */
export function addFix(
  context: Pick<RuleContext, 'doc' | 'bundle'>,
  path: Path,
  value: unknown,
  options: FixOptions,
  title = `Add ${JSON.stringify(path.at(-1))}: ${JSON.stringify(value)}`,
): Fix {
  return changeFix(context, title, options, [insertAt(path, value, orderIn(context))]);
}

/** Renames a key where it stands: `Rename to "voice"`. */
export function renameFix(
  context: Pick<RuleContext, 'doc'>,
  path: Path,
  name: string,
  options: FixOptions,
): Fix {
  return changeFix(context, `Rename to "${name}"`, options, [renameAt(path, name)]);
}

/** JSON text for the place of a node: on one line where the node, or what it stands in, is on one line. */
export function valueText({ doc }: Pick<RuleContext, 'doc'>, node: Node, value: unknown): string {
  const holder = node.type === 'object' || node.type === 'array' ? node : (node.parent?.parent ?? node);
  const isOneLine = !/[\r\n]/.test(doc.text.slice(holder.offset, holder.offset + holder.length));
  return isOneLine ? oneLine(value) : stringify(value, layoutOf(doc.text), levelOf(node));
}

/**
 * Moves a member to another place of the document, in schema order.
 * @param to the path of the member there
 * @param value what it holds there: JSON, or source text; the very text that it has now when left out
 */
export function moveChanges(
  { doc, bundle }: Pick<RuleContext, 'doc' | 'bundle'>,
  from: Member,
  to: Path,
  value: unknown = from.value ? sourceText(doc.text, from.value) : null,
): Change[] {
  return [removeAt(pathOf(from.property)), insertAt(to, value, orderIn({ bundle }))];
}

/** The order of an object's properties by the kind's schema. */
export function orderIn({ bundle }: Pick<RuleContext, 'bundle'>): OrderAt {
  return (root, path) => propertyOrder(schemasAt(bundle, root, path));
}
