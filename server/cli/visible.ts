/** Characters that move the cursor, change colours or turn the writing around: a terminal must not get them. */
const HARMFUL = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text from a document, fit for a terminal: what is not to be seen is written as an escape. */
export function visible(text: string): string {
  return text.replace(HARMFUL, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const NO_COLUMN = /^[\p{M}\u200b-\u200d\ufeff]$/u;
const TWO_COLUMNS =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]$/u;

/** How many columns a terminal gives to a text. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!NO_COLUMN.test(character)) columns += TWO_COLUMNS.test(character) ? 2 : 1;
  }
  return columns;
}
