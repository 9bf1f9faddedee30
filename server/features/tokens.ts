/**
 * About how many tokens a text is for the models of the Realtime API. Not a count: the models' own vocabulary is megabytes.
 * The weights below fit prompts in eight languages, which were counted with the vocabulary "o200k_base" on 2026-11-24:
 * English prose was off by 6 % at most, all else by a third at most; test/features/tokens.test.ts has the counts.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [part] of text.matchAll(PARTS)) tokens += weigh(part);
  return Math.round(tokens);
}

/** Line ends; blanks before something; words; up to three digits; signs. A single blank goes with the word behind it. */
const PARTS =
  /\n+|[^\S\n]+(?=\S)|[A-Za-z]+|\p{N}{1,3}|\p{sc=Han}|[\p{sc=Hiragana}\p{sc=Katakana}]+|\p{sc=Hangul}+|[\p{L}\p{M}]+|[^\p{L}\p{M}\p{N}\s]+/gu;

/** Words up to so many letters are mostly one token in English. */
const SHORT_WORD = 9;

function weigh(part: string): number {
  const { length } = part;
  if (/^[A-Za-z]/.test(part)) return length <= SHORT_WORD ? 1 : Math.ceil(length / 7);
  if (/^\s/.test(part)) return part.startsWith('\n') || length > 1 ? 1 : 0;
  if (/^\p{N}/u.test(part)) return 1;
  if (/^\p{sc=Han}/u.test(part)) return 0.8;
  if (/^[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(part)) return length * 0.75;
  if (/^\p{sc=Cyrillic}/u.test(part)) return Math.ceil(length / 5);
  if (/^[\p{L}\p{M}]/u.test(part)) return Math.ceil(length / 3.5);
  const signs = [...part].length;
  return /\p{Extended_Pictographic}/u.test(part) ? signs * 1.3 : Math.ceil(signs / 3);
}
