import { distance } from 'fastest-levenshtein';

/**
 * The candidate a writer most likely meant: the same but for case, dashes, underscores, blanks or a plural
 * `s`; else the one with the smallest edit distance, if it is small for the length of the word.
 * @returns undefined when nothing is near
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = fold(word);
  const same = candidates.find((candidate) => fold(candidate) === plain);
  if (same !== undefined) return same;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = distance(plain, fold(candidate));
    if (steps < least) [best, least] = [candidate, steps];
  }
  return least <= Math.max(1, Math.floor(plain.length / 3)) ? best : undefined;
}

/** Undoes the spellings that people mix up: camelCase, kebab-case, capitals, plurals. */
function fold(word: string): string {
  const plain = word.toLowerCase().replace(/[-_\s.]/g, '');
  return plain.length > 3 && plain.endsWith('s') ? plain.slice(0, -1) : plain;
}
