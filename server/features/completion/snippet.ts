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
      return stringSnippet(typeof value === 'string' ? value : '', stops);
    case 'number':
    case 'integer':
      return `\${${stops.next()}:${typeof value === 'number' ? value : (facts.examples.find(isNumber) ?? facts.range.minimum ?? 0)}}`;
    case 'array':
      return arraySnippet(facts, stops);
    case 'object':
      return facts.required.length > 0 && depth < MAX_LEVELS
        ? objectSnippet(facts, member, stops, depth)
        : `{\n${'\t'.repeat(depth)}$${stops.next()}\n${'\t'.repeat(depth - 1)}}`;
    default:
      if (facts.snippets[0]) return bodySnippet(facts.snippets[0].body, depth - 1);
      return value === undefined
        ? `$${stops.next()}`
        : `\${${stops.next()}:${escapeSnippet(JSON.stringify(value))}}`;
  }
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

const isNumber = (value: unknown): value is number => typeof value === 'number';

function stringSnippet(text: string, stops: Stops): Snippet {
  const inner = JSON.stringify(text).slice(1, -1);
  return inner ? `"\${${stops.next()}:${escapeSnippet(inner)}}"` : `"$${stops.next()}"`;
}

/** The texts to choose from, the default first. */
function choicesOf(facts: Facts): unknown[] {
  const values: unknown[] = facts.types.includes('boolean')
    ? [true, false]
    : facts.values.map(({ value }) => value);
  const listed = values.filter((value) => value !== null && value !== facts.default);
  return values.includes(facts.default) ? [facts.default, ...listed] : listed;
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
        ? bodySnippet(own.default, depth)
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
  const indent = '\t'.repeat(level);
  if (typeof body === 'string') {
    // JSON's own backslashes are text to the snippet; tab stops have none.
    return body.startsWith('^') ? body.slice(1) : JSON.stringify(body).replaceAll('\\', '\\\\');
  }
  if (Array.isArray(body)) {
    if (body.every((item) => typeof item !== 'object' || item === null)) {
      return `[${body.map((item) => bodySnippet(item)).join(', ')}]`;
    }
    return `[\n${body.map((item) => `${indent}\t${bodySnippet(item, level + 1)}`).join(',\n')}\n${indent}]`;
  }
  if (typeof body === 'object' && body !== null) {
    const members = Object.entries(body).map(
      ([key, value]) => `${indent}\t${JSON.stringify(key)}: ${bodySnippet(value, level + 1)}`,
    );
    return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(body);
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
