import data from '../../schemas/secrets.json';
import type { Span } from '../problem';
import { membersOf, type Node, stringOf } from './node';
import type { RealtimeDocument } from './parse';

/** A string that is, or very likely is, a secret. */
export interface Secret {
  /** The string; a key where a key has the shape of a secret. */
  readonly node: Node;
  /** The secret itself, which may be a part of the string. */
  readonly text: string;
  /** What it looks like, with its article: `an API key`; undefined where only its key tells. */
  readonly shape: string | undefined;
  /** The key that holds it; that of the array for an element. */
  readonly key: string;
  /** Whether it is written like a variable that something is to fill in. */
  readonly isPlaceholder: boolean;
}

const shapes = data.shapes.map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern) }));
const anyShape = new RegExp(data.shapes.map(({ pattern }) => `(?:${pattern})`).join('|'), 'g');
const placeholder = new RegExp(data.placeholder.pattern);
const keys: readonly string[] = [...data.keys.reported, ...data.keys.hidden];
const holders: Readonly<Record<string, readonly string[]>> = data.keys.holders;
const known = new WeakMap<RealtimeDocument, readonly Secret[]>();

/** The secrets in a document, by their shape or by the key that holds them, in source order. */
export function secretsIn(doc: RealtimeDocument): readonly Secret[] {
  const secrets = known.get(doc) ?? find(doc);
  known.set(doc, secrets);
  return secrets;
}

function find({ root }: RealtimeDocument): Secret[] {
  const secrets: Secret[] = [];
  const look = (node: Node | undefined, isSecret: boolean, key: string) => {
    const text = stringOf(node);
    if (!node || !text) return;
    const shape = shapes.find(({ pattern }) => pattern.test(text));
    if (!shape && !isSecret) return;
    const part = shape?.pattern.exec(text)?.[0] ?? text;
    secrets.push({ node, text: part, shape: shape?.name, key, isPlaceholder: placeholder.test(text) });
  };
  const visit = (node: Node | undefined, isSecret: boolean, key: string) => {
    look(node, isSecret, key);
    for (const { name, key: keyNode, value } of membersOf(node)) {
      look(keyNode, false, name);
      visit(value, keys.includes(name.toLowerCase()) || isHeldBy(key, name), name);
    }
    if (node?.type === 'array') for (const element of node.children ?? []) visit(element, isSecret, key);
  };
  visit(root, false, '');
  return secrets;
}

const isHeldBy = (holder: string, key: string) =>
  Object.hasOwn(holders, holder) && holders[holder]?.includes(key) === true;

/** Whether a text has the shape of a secret anywhere. */
export function looksSecret(text: string): boolean {
  return text.search(anyShape) >= 0;
}

/**
 * Where the source has secrets, so that it can be shown without them: in source order, not overlapping. Text that
 * cannot be parsed is searched for their shapes as well.
 */
export function secretSpans(doc: RealtimeDocument): Span[] {
  const byShape = [...doc.text.matchAll(anyShape)].map(({ 0: text, index }) => ({
    offset: index,
    length: text.length,
  }));
  const within = ({ offset, length }: Span) =>
    byShape.some((one) => one.offset > offset && one.offset < offset + length);
  // A string that only shows its shape once its escapes are read is covered as a whole.
  const byNode = secretsIn(doc)
    .filter(({ node, shape }) => !shape || !within(node))
    .map(({ node }) => ({ offset: node.offset + 1, length: Math.max(0, node.length - 2) }));
  return merged([...byShape, ...byNode]);
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.offset - b.offset)) {
    const last = result.at(-1);
    if (!last || last.offset + last.length <= span.offset) result.push(span);
    else {
      const end = Math.max(last.offset + last.length, span.offset + span.length);
      result[result.length - 1] = { offset: last.offset, length: end - last.offset };
    }
  }
  return result;
}
