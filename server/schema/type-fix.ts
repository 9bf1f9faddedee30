import { compose, removeAt } from '../document/changes';
import { elementsOf, type Node, pathOf, stringOf } from '../document/node';
import { type Fix, lazyFix } from '../problem';
import { type CheckContext, sourceOf } from './context';
import type { JsonType } from './types';
import { schemasAt } from './walk';

/** Repairs of a value of the wrong type that says what is meant. */
export function typeFixes(ctx: CheckContext, node: Node, types: readonly JsonType[]): Fix[] {
  if (node.type === 'null') return leaveOut(ctx, node);
  const content = meantAs(ctx, node, types);
  if (content === undefined) return [];
  const shown = content.length > 40 ? 'the same in the right form' : content;
  return [
    {
      title: `Replace with ${shown}`,
      edits: [{ offset: node.offset, length: node.length, content }],
      preferred: true,
      safe: true,
    },
  ];
}

/** `null` for "nothing": an optional key is left out instead. */
function leaveOut({ bundle, doc }: CheckContext, node: Node): Fix[] {
  const path = pathOf(node);
  const name = path.at(-1);
  if (typeof name !== 'string' || node.parent?.type !== 'property') return [];
  const holder = schemasAt(bundle, doc.root, path.slice(0, -1));
  if (holder.some(({ schema }) => schema.required?.includes(name))) return [];
  const edits = () => compose(doc.text, [removeAt(path)]);
  return [lazyFix(`Remove "${name}"`, { preferred: true, safe: true }, edits)];
}

/** The same value in a type that fits: `"4096"` for 4096, `7` for "7", one entry for a list of it. */
function meantAs(ctx: CheckContext, node: Node, types: readonly JsonType[]): string | undefined {
  const source = sourceOf(ctx.doc, node);
  const text = stringOf(node)?.trim();
  const wantsNumber = types.includes('number') || types.includes('integer');
  if (text !== undefined && wantsNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return text;
  if (text !== undefined && types.includes('boolean') && /^(?:true|false)$/i.test(text))
    return text.toLowerCase();
  if (types.includes('string') && (node.type === 'number' || node.type === 'boolean'))
    return JSON.stringify(source);
  if (types.includes('array') && node.type !== 'array' && node.type !== 'object') return `[${source}]`;
  const [only, more] = elementsOf(node);
  if (only && !more && !types.includes('array') && types.includes(only.type as JsonType))
    return sourceOf(ctx.doc, only);
  return undefined;
}
