import { elementsOf, membersOf, type Node } from '../document/node';
import { type CheckContext, nameOf, report, sourceOf } from './context';
import { excerpt, messages } from './messages';
import { structFields } from './serde-forms';
import { type Applied, apply, childSchemas, typesOf } from './walk';

/** serde_json gives up at this depth (its recursion limit), in everything that it keeps. */
const RECURSION_LIMIT = 128;

/** The escape of one half of a surrogate pair. */
const HALF_PAIR = /\\u[dD][89a-fA-F]/;

/** What serde keeps of a place: a value that these schemas describe, or any JSON at all. */
type Kept = readonly Applied[] | 'anything';

/**
 * Walks what serde keeps (unknown keys are skipped over unread, so they may hold anything) and reports half
 * surrogate pairs, numbers beyond a double, and nesting beyond the recursion limit.
 */
export function checkKeptText(ctx: CheckContext): void {
  const { root, text } = ctx.doc;
  // Hardly any document has such a thing anywhere; where one does, what is kept decides.
  if (!root || !(HALF_PAIR.test(text) || isSuspect(root, 1))) return;
  walk(ctx, root, keptAs(ctx, [{ schema: ctx.bundle, advisory: false }]), 1);
}

/** Whether numbers beyond a double, or nesting beyond the limit, are anywhere in a value. */
function isSuspect(node: Node, depth: number): boolean {
  if (node.type === 'number') return !Number.isFinite(node.value);
  const isBracketed = node.type === 'object' || node.type === 'array';
  if (isBracketed && depth >= RECURSION_LIMIT) return true;
  for (const child of node.children ?? []) if (isSuspect(child, isBracketed ? depth + 1 : depth)) return true;
  return false;
}

/** @param depth how many brackets are open once this value's own is, if it has one */
function walk(ctx: CheckContext, node: Node, kept: Kept, depth: number): void {
  if (node.type === 'number' && !Number.isFinite(node.value)) {
    const source = excerpt(sourceOf(ctx.doc, node));
    report(ctx, node, false, {
      code: 'number-literal',
      message: messages.numberTooLarge(nameOf(node), source, ctx.dialect.consequence),
    });
  }
  if (node.type === 'string') checkSurrogates(ctx, node);
  if (node.type !== 'array' && node.type !== 'object') return;
  if (depth === RECURSION_LIMIT) {
    report(ctx, node, false, {
      code: 'syntax',
      message: messages.nesting(RECURSION_LIMIT),
      span: { offset: node.offset, length: 1 },
    });
    return;
  }
  const below = childrenKept(ctx, node, kept);
  elementsOf(node).forEach((element, index) => {
    const inside = below(index);
    if (inside) walk(ctx, element, inside, depth + 1);
  });
  for (const { key, name, value } of membersOf(node)) {
    checkSurrogates(ctx, key);
    const inside = below(name);
    if (value && inside) walk(ctx, value, inside, depth + 1);
  }
}

/** What serde keeps of each child of a node; undefined for what it drops or refuses by its type. */
function childrenKept(
  ctx: CheckContext,
  node: Node,
  kept: Kept,
): (step: string | number) => Kept | undefined {
  if (kept === 'anything') return () => kept;
  const fields = node.type === 'array' ? structFields(ctx, kept) : undefined;
  const applied = kept.flatMap(({ schema }) => apply(ctx.bundle, schema, node));
  return (step) => {
    const field = typeof step === 'number' ? fields?.[step]?.[1] : undefined;
    const below = field ? [{ schema: field, advisory: false }] : childSchemas(applied, step);
    return below.some(({ advisory }) => !advisory) ? keptAs(ctx, below) : undefined;
  };
}

/** A place without a type (`serde_json::Value`) takes any JSON. */
function keptAs(ctx: CheckContext, schemas: readonly Applied[]): Kept {
  const firm = schemas.filter(({ advisory }) => !advisory);
  return firm.every(({ schema }) => typesOf(ctx.bundle, schema).length === 0) ? 'anything' : firm;
}

function checkSurrogates(ctx: CheckContext, node: Node): void {
  // Only an escape can make half a pair; text that came in as UTF-8 has none.
  if (!HALF_PAIR.test(sourceOf(ctx.doc, node))) return;
  if (/\p{Surrogate}/u.test(String(node.value))) {
    report(ctx, node, false, {
      code: 'syntax',
      message: messages.loneSurrogate(ctx.dialect.consequence),
      span: { offset: node.offset, length: node.length },
    });
  }
}
