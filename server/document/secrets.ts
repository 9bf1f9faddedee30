import data from '../../schemas/secrets.json';
import { membersOf, type Node, stringOf } from './node';
import type { RealtimeDocument } from './parse';

/** A string that is, or very likely is, a secret. */
export interface Secret {
  readonly node: Node;
  /** The secret itself, which may be a part of the string. */
  readonly text: string;
  /** What it looks like, with its article: `an API key`; undefined where only its key tells. */
  readonly shape: string | undefined;
}

const shapes = data.shapes.map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern) }));
const keys: readonly string[] = data.keys;
const holders = new Map<string, readonly string[]>(Object.entries(data.holders));
const known = new WeakMap<RealtimeDocument, readonly Secret[]>();

/** The secrets in a document, by their shape or by the key that holds them, in source order. */
export function secretsIn(doc: RealtimeDocument): readonly Secret[] {
  const secrets = known.get(doc) ?? find(doc);
  known.set(doc, secrets);
  return secrets;
}

function find({ root }: RealtimeDocument): Secret[] {
  const secrets: Secret[] = [];
  const visit = (node: Node | undefined, isSecret: boolean, key: string) => {
    const text = stringOf(node);
    const shape = text === undefined ? undefined : shapes.find(({ pattern }) => pattern.test(text));
    if (node && text && (shape || isSecret)) {
      secrets.push({ node, text: shape?.pattern.exec(text)?.[0] ?? text, shape: shape?.name });
    }
    for (const { name, value } of membersOf(node)) {
      visit(value, keys.includes(name.toLowerCase()) || (holders.get(key)?.includes(name) ?? false), name);
    }
    if (node?.type === 'array') for (const element of node.children ?? []) visit(element, isSecret, key);
  };
  visit(root, false, '');
  return secrets;
}

/** What stands for a secret. */
export const MASK = '••••';

/**
 * Messages cut long values, so a beginning of this length counts as much as the whole. What is shorter is no secret,
 * and could stand in any sentence.
 */
const TELLTALE = 6;

/** A text without the secrets, or the beginnings of secrets, that it holds. */
export function hidden(text: string, secrets: readonly Secret[]): string {
  let result = text;
  for (const { text: secret } of secrets) {
    if (secret.length < TELLTALE) continue;
    const head = secret.slice(0, TELLTALE);
    for (let at = result.indexOf(head); at >= 0; at = result.indexOf(head, at + MASK.length)) {
      let end = at;
      while (end < result.length && result.charAt(end) === secret.charAt(end - at)) end++;
      result = result.slice(0, at) + MASK + result.slice(end);
    }
  }
  return result;
}
