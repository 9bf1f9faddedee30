import type { Hover } from 'vscode-languageserver-types';
import { type Node, nodeAtOffset, pathOf } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { kindById } from '../kinds/catalogue';
import { modelsFor } from '../kinds/models';
import { schemaOfKind } from '../schema/bundle';
import { type Facts, factsOf } from '../schema/facts';
import type { JsonSchema } from '../schema/types';
import { apply } from '../schema/walk';
import { explain, typeText } from './markdown';
import { childFacts, requiredAt, schemasAround } from './place-facts';
import { toRange } from './ranges';

/**
 * What a key or a value means. Text of secret values never appears.
 * @returns undefined where no schema speaks: white space, punctuation, keys that nothing knows
 */
export function hover(doc: RealtimeDocument, kind: string, offset: number): Hover | undefined {
  const bundle = schemaOfKind(kind);
  const node = nodeAtOffset(doc.root, offset);
  if (!bundle || !node || node.type === 'property' || !isWord(node, offset, doc)) return undefined;
  const isKey = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  const value = isKey ? node.parent?.children?.[1] : node;
  const text = describe(bundle, doc, kind, isKey ? (node.parent as Node) : node, value, isKey);
  return text ? { contents: { kind: 'markdown', value: text }, range: toRange(doc, node) } : undefined;
}

/** Inside an object or array only its own brackets stand for it. */
function isWord(node: Node, offset: number, doc: RealtimeDocument): boolean {
  if (node.type !== 'object' && node.type !== 'array') return true;
  return /[[\]{}]/.test(doc.text.charAt(offset)) || offset === node.offset;
}

function describe(
  bundle: JsonSchema,
  doc: RealtimeDocument,
  kindId: string,
  place: Node,
  value: Node | undefined,
  isKey: boolean,
): string | undefined {
  const kind = kindById(kindId);
  const path = pathOf(place);
  const step = path.at(-1);
  const dialect = kind?.dialect ?? '';
  if (step === undefined) {
    const root = apply(bundle, bundle, place);
    const facts = factsOf(bundle, [{ schema: bundle, advisory: false }], root);
    return explain(facts, {
      heading: `**${kind?.title ?? kindId}** \`${kind?.type}\``,
      required: true,
      dialect,
      asOf: bundle['x-asOf'],
    });
  }
  if (path.length === 1 && step === '$schema') {
    return '**$schema**\n\nFixes which kind of document this is. The SDK ignores the key; nothing is fetched.';
  }
  const parents = schemasAround(bundle, doc.root, place);
  const facts = childFacts(bundle, parents, step, value);
  if (!facts || (!facts.description && facts.values.length === 0)) return undefined;
  return explain(
    { ...facts, reference: facts.reference ?? bundle['x-reference'] },
    {
      heading: `**${pathText(path)}** \`${typeText(facts)}\``,
      required: requiredAt(parents).has(String(step)),
      dialect,
      value: valueLine(facts, value, isKey, dialect),
      measure: measure(facts, value),
      asOf: bundle['x-asOf'],
    },
  );
}

/** `config.tools[0].name` */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  );
}

/** What the value at hand means: its own text for a known value, dates for a model. */
function valueLine(
  facts: Facts,
  value: Node | undefined,
  isKey: boolean,
  dialect: string,
): string | undefined {
  if (!value || isKey || facts.secret)
    return facts.secret && value && !isKey ? '`••••` is hidden here.' : undefined;
  const known = facts.values.find((one) => one.value === value.value);
  if (known?.description) return `\`${JSON.stringify(known.value)}\` — ${known.description}`;
  const model = facts.catalogue && modelsFor(dialect).find(({ id }) => id === value.value);
  return model ? `\`${model.id}\` — ${model.description}` : undefined;
}

/** Lengths of texts that people ask for: characters as the API counts them. */
function measure(facts: Facts, value: Node | undefined): string | undefined {
  if (value?.type !== 'string' || facts.secret || facts.values.length > 0) return undefined;
  const length = [...String(value.value)].length;
  return length > 40 ? `${length.toLocaleString('en')} characters` : undefined;
}
