import type { Hover } from 'vscode-languageserver-types';
import { withoutSecrets } from '../document/hide';
import { type Node, pathOf } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { kindById } from '../kinds/catalogue';
import { nameIn } from '../kinds/names';
import { schemaOfKind } from '../schema/bundle';
import { type Facts, factsOf } from '../schema/facts';
import type { JsonSchema } from '../schema/types';
import { type Applied, apply } from '../schema/walk';
import { PROMPT_KEY } from './edit-as-text';
import { codeText, explain, typeText } from './markdown';
import { childFacts, requiredAt, schemasAround } from './place-facts';
import { toRange } from './ranges';
import { estimateTokens } from './tokens';

/**
 * What a key or a value means. Text of secret values never appears.
 * @returns undefined where no schema speaks: white space, punctuation, keys that nothing knows
 */
export function hover(doc: RealtimeDocument, kind: string, offset: number): Hover | undefined {
  const bundle = schemaOfKind(kind);
  const node = nodeUnder(doc.root, offset);
  if (!bundle || !node || node.type === 'property' || !isOn(node, offset)) return undefined;
  const isKey = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  const value = isKey ? node.parent?.children?.[1] : node;
  const text = describe(bundle, doc, kind, isKey ? (node.parent as Node) : node, value, isKey);
  const range = toRange(doc, isContainer(node) ? { offset, length: 1 } : node);
  return text ? { contents: { kind: 'markdown', value: withoutSecrets(doc, text) }, range } : undefined;
}

const isContainer = (node: Node) => node.type === 'object' || node.type === 'array';

/** The innermost node that has the character at an offset: what follows a word is not the word any more. */
function nodeUnder(node: Node | undefined, offset: number): Node | undefined {
  let found = node && covers(node, offset) ? node : undefined;
  for (let inner = found; inner; inner = inner.children?.find((child) => covers(child, offset)))
    found = inner;
  return found;
}

const covers = ({ offset: start, length }: Node, offset: number) =>
  start <= offset && offset < start + length;

/** Of objects and arrays only their own brackets stand for them. */
function isOn(node: Node, offset: number): boolean {
  return !isContainer(node) || offset === node.offset || offset === node.offset + node.length - 1;
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
      dialect,
      asOf: bundle['x-asOf'],
    });
  }
  if (path.length === 1 && step === '$schema') {
    return schemaKeyText(kindId, dialect);
  }
  const parents = schemasAround(bundle, doc.root, place);
  const facts = childFacts(bundle, parents, step, value);
  if (!facts || (!facts.description && facts.values.length === 0)) return undefined;
  return explain(
    { ...facts, reference: facts.reference ?? bundle['x-reference'] },
    {
      heading: `**${pathText(path)}** \`${typeText(facts)}\``,
      required: isNamed(parents, step) ? requiredAt(parents).has(step) : undefined,
      dialect,
      value: valueLine(facts, value, isKey, dialect),
      measure: measure(facts, value, step),
      asOf: bundle['x-asOf'],
    },
  );
}

function schemaKeyText(kind: string, dialect: string): string {
  const text =
    dialect === 'sdk'
      ? 'Fixes which kind of document this is. The SDK ignores the key; nothing is fetched.'
      : `Fixes which kind of document this is; nothing is fetched. The API refuses the key, so a file name such as \`name.${kind}.realtime.json\` is the better place.`;
  return ['**$schema** `string`', text, ['optional', dialect].join(' · ')].join('\n\n');
}

/** Whether the schema itself has a key: elements, and keys that the author makes up, are never required. */
function isNamed(parents: readonly Applied[], step: string | number): step is string {
  return (
    typeof step === 'string' && parents.some(({ schema }) => Object.hasOwn(schema.properties ?? {}, step))
  );
}

/** `config.tools[0].name`; keys of the author's that are no plain names stand in brackets, as code. */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!/^[\w$-]+$/.test(step)) return `${text}[${codeText(JSON.stringify(step))}]`;
    return text ? `${text}.${step}` : step;
  }, '');
}

/** What the value at hand means: its own text for a known value, dates for a model. */
function valueLine(
  facts: Facts,
  value: Node | undefined,
  isKey: boolean,
  dialect: string,
): string | undefined {
  if (!value || isKey) return undefined;
  if (facts.secret) return '`••••` is hidden here.';
  const known = facts.values.find((one) => one.value === value.value);
  const name = facts.catalogue && nameIn(facts.catalogue, value.value, dialect);
  const description = known?.description || name?.description;
  if (!description) return undefined;
  const meaning = `\`${JSON.stringify(value.value)}\` — ${description}`;
  return name?.facts ? `${meaning}\n\n${name.facts}` : meaning;
}

/** Lengths of texts that people ask for, and how much there may be: characters as the API counts them. */
function measure(facts: Facts, value: Node | undefined, step: string | number): string | undefined {
  if (value?.type !== 'string' || facts.secret || facts.values.length > 0) return undefined;
  const text = String(value.value);
  const length = [...text].length;
  const characters = `${length.toLocaleString('en')} character${length === 1 ? '' : 's'}`;
  if (facts.maxLength !== undefined) {
    return `${length.toLocaleString('en')} of ${facts.maxLength.toLocaleString('en')} characters`;
  }
  if (step !== PROMPT_KEY) return length > 40 ? characters : undefined;
  const tokens = estimateTokens(text);
  return `${characters} · about ${tokens.toLocaleString('en')} token${tokens === 1 ? '' : 's'} (an estimate)`;
}
