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
  return secrets.reduce((shown, secret) => hideOne(shown, secret), text);
}

/** Every way in which a message may write the secrets of a document; the longest first. */
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
  return [...forms].sort((a, b) => b.length - a.length);
}

function hideOne(text: string, secret: string): string {
  if (secret.length < SHORT) return text.replaceAll(`"${secret}"`, `"${MASK}"`);
  const head = secret.slice(0, TELLTALE);
  let result = text;
  for (let at = result.indexOf(head); at >= 0; at = result.indexOf(head, at + MASK.length)) {
    let end = at;
    while (end < result.length && result.charAt(end) === secret.charAt(end - at)) end++;
    result = result.slice(0, at) + MASK + result.slice(end);
  }
  return result;
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
