import type { Facts } from '../../schema/facts';

/** Text in the LSP snippet syntax; indentation inside is one tab a level. */
export type Snippet = string;

/** Escapes text for use in a snippet. */
export function escapeSnippet(text: string): Snippet {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Numbers tab stops as they are written. */
interface Stops {
  next: () => number;
}

function counter(): Stops {
  let count = 0;
  return { next: () => ++count };
}

/**
 * The value that a key is inserted with: choices where there are some, the default preselected, objects with
 * their required keys as tab stops.
 * @param member finds the facts of an object's property
 */
export function valueSnippet(facts: Facts, member: (name: string) => Facts): Snippet {
  return snippetFor(facts, member, counter(), 1);
}

function snippetFor(facts: Facts, member: (name: string) => Facts, stops: Stops, depth: number): Snippet {
  const choices = choicesOf(facts);
  if (choices.length > 1) return choiceSnippet(choices, stops);
  const type = facts.types.find((one) => one !== 'null');
  const value = facts.default;
  switch (type) {
    case 'string':
      // A form that has to be kept, such as a date's, comes filled in.
      if (value === undefined && typeof facts.snippets[0]?.body === 'string')
        return bodySnippet(facts.snippets[0].body);
      return stringSnippet(String(typeof value === 'string' ? value : (onlyChoice(choices) ?? '')), stops);
    case 'number':
    case 'integer':
      return `\${${stops.next()}:${numberFor(facts)}}`;
    case 'array':
      return arraySnippet(facts, stops);
    case 'object':
      return facts.required.length > 0 && depth < MAX_LEVELS
        ? objectSnippet(facts, member, stops, depth)
        : `{\n${'\t'.repeat(depth)}$${stops.next()}\n${'\t'.repeat(depth - 1)}}`;
    default:
      if (facts.snippets[0]) return bodySnippet(facts.snippets[0].body, depth - 1);
      return `\${${stops.next()}:${escapeSnippet(JSON.stringify(value ?? facts.examples[0] ?? null))}}`;
  }
}

/** The text that there is no choice about. */
function onlyChoice(choices: readonly unknown[]): unknown {
  return choices.length === 1 ? choices[0] : undefined;
}

/** Objects inside objects get their skeletons down to this level. */
const MAX_LEVELS = 4;

/** A list of plain values comes as its default; one of objects as its first skeleton. */
function arraySnippet(facts: Facts, stops: Stops): Snippet {
  const value = facts.default;
  if (Array.isArray(value) && value.length > 0) {
    return `[\${${stops.next()}:${escapeSnippet(value.map((item) => JSON.stringify(item)).join(', '))}}]`;
  }
  const skeleton = facts.snippets.find(({ body }) => Array.isArray(body) && typeof body[0] === 'object');
  return skeleton ? bodySnippet(skeleton.body) : `[$${stops.next()}]`;
}

function numberFor(facts: Facts): number {
  const known = [facts.default, ...facts.examples].find((value) => typeof value === 'number');
  return known ?? facts.range.minimum ?? 0;
}

function stringSnippet(text: string, stops: Stops): Snippet {
  const inner = JSON.stringify(text).slice(1, -1);
  return inner ? `"\${${stops.next()}:${escapeSnippet(inner)}}"` : `"$${stops.next()}"`;
}

/** The texts to choose from, the default first. */
function choicesOf(facts: Facts): unknown[] {
  const values: unknown[] = isSwitch(facts) ? [true, false] : facts.values.map(({ value }) => value);
  const likeliest = isSwitch(facts) ? likelyBoolean(facts) : facts.default;
  const listed = values.filter((value) => value !== null && value !== likeliest);
  return values.includes(likeliest) ? [likeliest, ...listed] : listed;
}

/** The boolean that a place is given by default or for example. */
export function likelyBoolean(facts: Facts): boolean | undefined {
  return [facts.default, facts.examples[0]].find((value) => typeof value === 'boolean');
}

/** Takes true and false, and is mostly given one of them: of schemas, which may be objects too, only some are. */
export function isSwitch(facts: Facts): boolean {
  if (!facts.types.includes('boolean')) return false;
  return facts.types[0] === 'boolean' || likelyBoolean(facts) !== undefined;
}

function choiceSnippet(choices: readonly unknown[], stops: Stops): Snippet {
  const quoted = choices.every((choice) => typeof choice === 'string');
  const texts = choices.map((choice) =>
    quoted ? JSON.stringify(choice).slice(1, -1) : JSON.stringify(choice),
  );
  const list = `\${${stops.next()}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
  return quoted ? `"${list}"` : list;
}

function objectSnippet(facts: Facts, member: (name: string) => Facts, stops: Stops, depth: number): Snippet {
  const indent = '\t'.repeat(depth);
  const lines = facts.required.map((name) => {
    const own = member(name);
    // Deeper objects come as their defaults: a skeleton of skeletons is more to delete than to fill in.
    const value =
      own.isObject && own.default !== undefined
        ? literalSnippet(own.default, depth)
        : snippetFor(own, member, stops, MAX_LEVELS);
    return `${indent}"${escapeSnippet(name)}": ${value}`;
  });
  return `{\n${lines.join(',\n')}\n${'\t'.repeat(depth - 1)}}`;
}

/**
 * A snippet from a VS Code `defaultSnippets` body: a JSON value whose strings may hold tab stops, and whose
 * strings that start with `^` are inserted without quotes.
 * @param level how deep the value stands, for the indentation of its later lines
 */
export function bodySnippet(body: unknown, level = 0): Snippet {
  // JSON's own backslashes are text to the snippet; tab stops have none.
  const quoted = (value: unknown) => JSON.stringify(value).replaceAll('\\', '\\\\');
  const scalar = (value: unknown) =>
    typeof value === 'string' && value.startsWith('^') ? value.slice(1) : quoted(value);
  return layOut(body, level, scalar, quoted);
}

/** A value that is inserted as it is: whatever looks like a tab stop in it is text. */
export function literalSnippet(value: unknown, level = 0): Snippet {
  const quoted = (item: unknown) => escapeSnippet(JSON.stringify(item));
  return layOut(value, level, quoted, quoted);
}

/** Lays a JSON value out: a key a line, lists of plain values on one line. */
function layOut(
  value: unknown,
  level: number,
  scalar: (value: unknown) => string,
  name: (key: string) => string,
): string {
  const indent = '\t'.repeat(level);
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null))
      return `[${value.map(scalar).join(', ')}]`;
    const items = value.map((item) => `${indent}\t${layOut(item, level + 1, scalar, name)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return scalar(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${indent}\t${name(key)}: ${layOut(item, level + 1, scalar, name)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

/**
 * The same snippet without line breaks, for clients that know no snippets. They do not indent what is inserted, and
 * Neovim before 0.11 even writes a NUL character for each line break. Formatting lays the line out.
 */
export function onOneLine(snippet: Snippet): Snippet {
  return snippet
    .replace(/([[{])\n\t*(\$\d+)?\n\t*([\]}])/g, '$1$2$3')
    .replace(/\{\n\t*/g, '{ ')
    .replace(/\n\t*\}/g, ' }')
    .replace(/,\n\t*/g, ', ')
    .replace(/\n\t*/g, '');
}

/**
 * What a snippet becomes when it is accepted and left as it is: for clients that know no snippets, and tests.
 * @param indent the text of one level of indentation
 */
export function plainText(snippet: Snippet, indent = '  '): string {
  return readText(snippet.replaceAll('\t', indent), 0, '').text;
}

/** Reads until an unescaped `until` (the end, if it is empty). */
function readText(snippet: string, from: number, until: string): { text: string; end: number } {
  let text = '';
  let at = from;
  while (at < snippet.length) {
    const char = snippet.charAt(at);
    if (char === '\\' && at + 1 < snippet.length && /[\\$}]/.test(snippet.charAt(at + 1))) {
      text += snippet.charAt(at + 1);
      at += 2;
    } else if (char === until) {
      return { text, end: at + 1 };
    } else {
      const stop = char === '$' ? readStop(snippet, at) : undefined;
      text += stop?.text ?? char;
      at = stop?.end ?? at + 1;
    }
  }
  return { text, end: at };
}

/** Reads `$1`, `${1}`, `${1:text}` or `${1|a,b|}`; undefined for a bare dollar sign. */
function readStop(snippet: string, at: number): { text: string; end: number } | undefined {
  const head = /^\$(?:(\d+)|\{\d+([:|}]))/.exec(snippet.slice(at));
  if (!head) return undefined;
  const end = at + head[0].length;
  if (head[2] === ':') return readText(snippet, end, '}');
  if (head[2] !== '|') return { text: '', end };
  const list = /^((?:\\.|[^|\\])*)\|\}/.exec(snippet.slice(end));
  const first = /^(?:\\.|[^,\\])*/.exec(list?.[1] ?? '')?.[0] ?? '';
  return { text: first.replace(/\\(.)/g, '$1'), end: end + (list?.[0].length ?? 0) };
}
