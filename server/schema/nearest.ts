import { distance } from 'fastest-levenshtein';

/**
 * The candidate a writer most likely meant: the same but for case, dashes, underscores, blanks or a plural
 * `s`; else the one with the smallest edit distance (a swap of neighbours is one step), if it is small for the length
 * of the word.
 * @returns undefined when nothing is near
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // What all have in common, such as `connector_`, makes no two of them alike.
  const head = candidates.length > 2 ? commonHead([word, ...candidates]) : 0;
  const tail = (text: string) => fold(text.slice(head));
  const plain = tail(word);
  const same = candidates.find((candidate) => fold(candidate) === fold(word));
  if (same !== undefined) return same;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = isSwap(plain, tail(candidate)) ? 1 : distance(plain, tail(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  // One step makes any single letter of any other.
  const most = plain.length < 2 ? 0 : Math.max(1, Math.floor(plain.length / 3));
  return least <= most ? best : undefined;
}

/** Whether two letters side by side have changed places: one slip, though two letters differ. */
function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== other.charAt(index));
  return at >= 0 && word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2) === other;
}

/** The length of the words that all texts start with, up to and with a separator. */
function commonHead(texts: readonly string[]): number {
  const [first = '', ...others] = texts;
  let length = 0;
  for (let at = 0; at < first.length; at++) {
    if (others.some((other) => other.charAt(at) !== first.charAt(at))) break;
    if (/[-_.]/.test(first.charAt(at))) length = at + 1;
  }
  return length;
}

/** Undoes the spellings that people mix up: camelCase, kebab-case, capitals, plurals. */
function fold(word: string): string {
  const plain = word.toLowerCase().replace(/[-_\s.]/g, '');
  return plain.length > 3 && plain.endsWith('s') ? plain.slice(0, -1) : plain;
}
