import type { SyntaxIssue } from '../document/syntax';
import type { JsonType } from './types';

/**
 * Every sentence that the syntax and schema checks can say. Cause, consequence, remedy: a message names the
 * key, says what the reader of the file will do about it, and what to write instead.
 */

/** What becomes of a file with an Error in it, per dialect; the last sentence of each error message. */
export const consequences = {
  sdk: 'The SDK refuses the whole file.',
  ga: (whole: string) => `The API refuses the whole ${whole}.`,
  gaKey: (whole: string) => `The API refuses the whole ${whole} because of this key.`,
  beta: (whole: string) => `The preview API refused the whole ${whole}.`,
  betaKey: (whole: string) => `The preview API refused the whole ${whole} because of this key.`,
} as const;
export type Consequence = string;

const typeNames: Record<JsonType, string> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

/** `a string`, `a number or null`, `a string, an array or null`. */
export function listTypes(types: readonly JsonType[]): string {
  return join(types.map((type) => typeNames[type]));
}

/** `a`, `a or b`, `a, b or c`. */
export function join(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A JSON text short enough for a message. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 37)}…` : line;
}

/** A name in mid-sentence: `The document` and `Entry 2 of …` lose their capital. */
export const inside = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const sentence = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ');

export const messages = {
  wrongType: (name: string, types: readonly JsonType[], actual: string, consequence: Consequence) =>
    sentence(`${name} must be ${listTypes(types)}; this is ${actual}.`, consequence),
  structAsArray: (name: string, fields: readonly string[]) =>
    `The SDK reads ${inside(name)} from an array too, field by field in a fixed order (${fields.map((field) => `"${field}"`).join(', ')}). Nothing else does: write it as an object.`,
  structLength: (name: string, fields: number, actual: number, consequence: Consequence) =>
    sentence(
      `${name} must be an object; as an array it would need all ${fields} fields, and this has ${actual}.`,
      consequence,
    ),
  enumAsMap: (name: string, value: string) =>
    `The SDK reads {"${value}": null} as "${value}" for ${inside(name)}. Nothing else does: write the string.`,
  invalidValue: (name: string, actual: string, hint: string, consequence: Consequence) =>
    sentence(`${name} cannot be ${actual}.`, hint, consequence),
  didYouMean: (value: string, others: number) =>
    others > 0
      ? `Did you mean ${value}? (${others === 1 ? 'One other value is' : `${others} other values are`} possible.)`
      : `Did you mean ${value}?`,
  allowed: (values: readonly string[]) =>
    values.length <= 6
      ? `It takes ${join(values)}.`
      : `It takes ${values.slice(0, 3).join(', ')} and ${values.length - 3} others.`,
  missing: (name: string, owner: string, consequence: Consequence) =>
    sentence(`"${name}" is missing${owner ? ` in ${owner}` : ''}.`, consequence),
  duplicateKnown: (name: string) =>
    `"${name}" stands twice in this object. The SDK refuses the whole file; keep one of them.`,
  duplicate: (name: string) =>
    `"${name}" stands twice in this object. Only the last one counts; remove the other.`,
  dropped: (name: string, hint: string) => sentence(`The SDK drops "${name}" when it loads this file.`, hint),
  belongs: (path: readonly string[]) =>
    path.length === 1 ? 'It belongs at the root of the document.' : `It belongs in "${path.join('.')}".`,
  misplacedKey: (name: string, path: readonly string[], consequence: Consequence) =>
    path.length === 1
      ? sentence(`"${name}" belongs at the root of the document.`, consequence)
      : sentence(`"${name}" belongs in "${path.join('.')}".`, consequence),
  otherBranch: (name: string, branch: { actual: unknown; wanted: unknown }, consequence: Consequence) =>
    sentence(
      `"${name}" goes with ${JSON.stringify(branch.wanted)} only, and this is ${JSON.stringify(branch.actual)}.`,
      consequence,
    ),
  refusedKey: (name: string, hint: string, consequence: Consequence) =>
    sentence(`"${name}" is not a key of this object.`, hint, consequence),
  belowMinimum: (name: string, range: string, actual: string, consequence: Consequence) =>
    sentence(`${name} must be ${range}; this is ${actual}.`, consequence),
  notWhole: (name: string, actual: string, consequence: Consequence) =>
    sentence(`${name} must be a whole number; this is ${actual}.`, consequence),
  numberLiteral: (name: string, actual: string, better: string | undefined, consequence: Consequence) =>
    sentence(
      `${name} must be a whole number in plain digits; this is ${actual}.`,
      better === undefined ? undefined : `Write ${better}.`,
      consequence,
    ),
  numberTooLarge: (name: string, actual: string, consequence: Consequence) =>
    sentence(`${actual} is too large a number for ${inside(name)}.`, consequence),
  tooLong: (name: string, limit: number, actual: number, consequence: Consequence) =>
    sentence(
      `${name} may have at most ${limit.toLocaleString('en')} characters; this has ${actual.toLocaleString('en')}.`,
      consequence,
    ),
  tooShort: (name: string, limit: number, actual: number, consequence: Consequence) =>
    sentence(
      `${name} needs at least ${limit} ${limit === 1 ? 'character' : 'characters'}; this has ${actual}.`,
      consequence,
    ),
  tooMany: (name: string, limit: number, actual: number, consequence: Consequence) =>
    sentence(
      `${name} may have at most ${limit} ${limit === 1 ? 'entry' : 'entries'}; this has ${actual}.`,
      consequence,
    ),
  tooFew: (name: string, limit: number, actual: number, consequence: Consequence) =>
    sentence(
      `${name} needs at least ${limit} ${limit === 1 ? 'entry' : 'entries'}; this has ${actual}.`,
      consequence,
    ),
  wrongPattern: (name: string, pattern: string, rule: string | undefined, consequence: Consequence) =>
    sentence(
      rule === undefined
        ? `${name} does not have the form it must have (${pattern}).`
        : `${name} is not written as it must be. ${rule}`,
      consequence,
    ),
  notUri: (name: string, consequence: Consequence) =>
    sentence(`${name} must be a whole address, such as "https://example.com/mcp".`, consequence),
  badDate: (name: string, reason: string, consequence: Consequence) =>
    sentence(
      `${name} is not a date and time that the SDK can read: ${reason}. Write it like "2026-01-31T09:30:00Z".`,
      consequence,
    ),
  lenientDate: (name: string, reason: string) =>
    `${name} is not written the RFC 3339 way: ${reason}. The SDK may still read it, others will not; write it like "2026-01-31T09:30:00Z".`,
  loneSurrogate: (consequence: Consequence) =>
    sentence(
      'This text holds half of a surrogate pair (an escape such as \\ud800 without its partner).',
      consequence,
      'Write the character itself.',
    ),
  nesting: (limit: number) =>
    `Values are nested ${limit} levels deep here. The SDK refuses files that go that deep.`,
  schemaKey: (whole: string, kind: string) =>
    `The API does not know "$schema", and refuses the whole ${whole} if it is sent along. Remove it; a file name such as "name.${kind}.realtime.json" keeps the kind.`,
  removedApi: (date: string, successor: string | undefined) =>
    sentence(
      `OpenAI removed the preview API that this document was written for on ${date}; it is refused today.`,
      successor === undefined ? undefined : `Write it as "${successor}".`,
    ),
  removedApiOnAzure: (date: string, successor: string | undefined) =>
    sentence(
      `On Azure, the preview API that this document is written for is deprecated since ${date}.`,
      successor === undefined ? undefined : `Write it as "${successor}".`,
    ),
  liveApi:
    'This is a document of the GPT-Live API. That is another API with shapes of its own, so nothing is checked here; a Realtime session names a model such as "gpt-realtime-2.1".',
  callBody:
    'This is the body of a WebRTC call: an "sdp" and perhaps a "session". It is not checked; put the session into a file of its own to have that checked.',
  advice: 'The model may be shown a broken argument list.',
  adviceUnknown: (name: string, hint: string) => sentence(`JSON Schema has no keyword "${name}".`, hint),
} as const;

/** What a syntax problem says. Strict JSON is what the SDK and the API read; nothing more lenient helps. */
export function syntaxMessage(issue: SyntaxIssue): string {
  const found = excerpt(issue.text ?? '');
  switch (issue.kind) {
    case 'empty':
      return 'The file is empty, so there is no session to load. Completion offers whole documents to start from.';
    case 'byte-order-mark':
      return 'The file starts with a byte order mark, which JSON readers refuse. Save it as UTF-8 without a mark.';
    case 'too-deep':
      return 'Values are nested more than 512 levels deep here. What lies deeper was not checked.';
    case 'comment':
      return 'JSON has no comments; whatever loads this file refuses it. Remove the comment.';
    case 'trailing-comma':
      return 'There is a comma but nothing after it. Remove the comma.';
    case 'extra-comma':
      return 'There is a comma too many here. Remove it.';
    case 'single-quotes':
      return 'JSON strings stand in double quotes. Replace the single quotes.';
    case 'unquoted':
      return `${found} needs double quotes around it.`;
    case 'bad-literal':
      return `${found} is no JSON value. JSON knows true, false and null, in small letters.`;
    case 'bad-number':
      return `${found} is no JSON number: no leading zero, plus sign or bare point, and digits after a point or an exponent.`;
    case 'bad-escape':
      return 'This string has an escape that JSON does not know. A backslash itself is written \\\\.';
    case 'control-character':
      return 'This string holds a bare control character. Write it as an escape, such as \\t or \\n.';
    case 'unclosed-string':
      return 'This string does not end on its line. Close it with a double quote; a line break inside is written \\n.';
    case 'unclosed':
      return 'A bracket that was opened before is never closed. Add the closing bracket.';
    case 'missing-comma':
      return 'A comma is missing after this.';
    case 'missing-colon':
      return 'A colon and a value are missing after this key.';
    case 'missing-value':
      return 'A value is missing here.';
    case 'missing-key':
      return 'A key in double quotes was expected here.';
    case 'after-end':
      return 'The document has ended before this. Remove what follows.';
    case 'unexpected':
      return `${found} is not expected here.`;
  }
}
