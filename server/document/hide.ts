import type { RealtimeDocument } from './parse';
import { looksSecret, secretSpans, secretsIn } from './secrets';

/** What stands for a secret. */
export const MASK = '••••';

/** So much of a secret tells nothing; messages cut long values, so beginnings count as much as the whole. */
const TELLTALE = 6;

/** Shorter ones may be everyday words: they are hidden where a text quotes them, and left alone elsewhere. */
const SHORT = 8;

const known = new WeakMap<RealtimeDocument, readonly string[]>();

/**
 * A text that people get to see, without the secrets of a document, or the beginnings of secrets, that it holds.
 * @returns the same text where it holds none
 */
export function withoutSecrets(doc: RealtimeDocument, text: string): string {
  const secrets = known.get(doc) ?? formsOf(doc);
  known.set(doc, secrets);
  const near = secrets.filter((secret) => text.includes(secret.slice(0, TELLTALE)));
  if (near.length === 0) return text;
  let shown = '';
  for (let at = 0; at < text.length; ) {
    const length = Math.max(...near.map((secret) => hiddenLength(text, at, secret)));
    shown += length > 0 ? MASK : text.charAt(at);
    at += Math.max(1, length);
  }
  return shown;
}

/** How much of a secret stands at a place of a text; 0 for so little that it tells nothing. */
function hiddenLength(text: string, at: number, secret: string): number {
  if (secret.length < SHORT) {
    const isQuoted = text.charAt(at - 1) === '"' && text.startsWith(`${secret}"`, at);
    return isQuoted ? secret.length : 0;
  }
  let length = 0;
  while (length < secret.length && text.charAt(at + length) === secret.charAt(length)) length++;
  return length < TELLTALE ? 0 : length;
}

/** Every way in which a message may write the secrets of a document. */
function formsOf(doc: RealtimeDocument): string[] {
  const forms = new Set<string>();
  const add = (text: string) => {
    forms.add(text);
    forms.add(JSON.stringify(text).slice(1, -1));
    forms.add(text.replaceAll('~', '~0').replaceAll('/', '~1'));
    // What follows "Bearer" is told apart from it by blanks, of which a message may keep fewer.
    const token = text.split(/\s+/).at(-1) ?? '';
    if (token.length >= SHORT && token !== text && looksSecret(text)) add(token);
  };
  for (const { text } of secretsIn(doc)) add(text);
  for (const { offset, length } of secretSpans(doc)) add(doc.text.slice(offset, offset + length));
  forms.delete('');
  return [...forms];
}

/** A stretch of the source with a dot in place of each character of a secret, so that columns stay the same. */
export function sourceWithoutSecrets(doc: RealtimeDocument, from: number, to: number): string {
  let shown = '';
  let at = from;
  for (const { offset, length } of secretSpans(doc)) {
    const [start, end] = [Math.max(at, offset), Math.min(to, offset + length)];
    if (start >= end) continue;
    shown += doc.text.slice(at, start) + '•'.repeat(end - start);
    at = end;
  }
  return shown + doc.text.slice(at, to);
}
