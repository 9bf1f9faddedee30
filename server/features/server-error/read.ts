import { isObject } from '../../document/value';

/** What an answer of the API, or an error of the crate that reads a file, says about the place of a mistake. */
export interface ServerError {
  /** What it says in words. */
  readonly message: string;
  /** The place as a path of keys and indexes: `session.tools[0].strict`. */
  readonly path: readonly (string | number)[] | undefined;
  /** Where reading stopped, both from 1, as serde counts: the column in bytes. */
  readonly at: { readonly line: number; readonly column: number } | undefined;
  /** Values and keys that the words quote, likeliest first. */
  readonly quoted: readonly string[];
  /** Whether a key is too many, is missing, or has a wrong value. */
  readonly about: 'unknown' | 'missing' | 'value';
}

/**
 * Reads what somebody pasted: the API's answer as JSON, whole or in a line of a log, its message alone, or an error of serde. Forms
 * of messages: the answers quoted in public issue threads of API clients, and serde_json's own.
 * @returns undefined where the text is empty
 */
export function readServerError(text: string): ServerError | undefined {
  const said = errorIn(text);
  const message = said?.message ?? text.trim();
  if (message === '') return undefined;
  const param = said?.param ?? paramOf(message);
  return {
    message,
    path: param === undefined ? undefined : pathOf(param),
    at: placeOf(message),
    quoted: quotedIn(message),
    about: aboutOf(message),
  };
}

function aboutOf(message: string): ServerError['about'] {
  if (/\bunknown (parameter|field)|\bunrecognized|\bunexpected/i.test(message)) return 'unknown';
  return /\bmissing\b|must provide/i.test(message) ? 'missing' : 'value';
}

/** The object with the words, wherever in the answer it is. */
function errorIn(text: string): { message: string; param: string | undefined } | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  return errorOf(parsed(text.slice(start, end + 1)));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function errorOf(value: unknown): { message: string; param: string | undefined } | undefined {
  if (Array.isArray(value)) return firstError(value);
  if (!isObject(value)) return undefined;
  const { message, param } = value;
  if (typeof message === 'string')
    return { message, param: typeof param === 'string' && param !== '' ? param : undefined };
  return firstError(Object.values(value));
}

function firstError(values: readonly unknown[]): ReturnType<typeof errorOf> {
  for (const value of values) {
    const found = errorOf(value);
    if (found) return found;
  }
  return undefined;
}

const paramForms = [
  /parameters?: ["'`]?([\w.[\]-]+?)["'`.]*(?:\s|$)/i,
  /^invalid (?:type for )?["'`]([\w.[\]-]+)["'`]/i,
  /^the ["'`]([\w.[\]-]+)["'`] parameter/i,
  /(?:missing|duplicate|unknown) field `([^`]+)`/,
];

function paramOf(message: string): string | undefined {
  for (const form of paramForms) {
    const found = form.exec(message)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `session.tools[0].strict` as keys and indexes. */
function pathOf(param: string): (string | number)[] {
  return [...param.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
}

function placeOf(message: string): ServerError['at'] {
  const [, line, column] = /at line (\d+) column (\d+)/.exec(message) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}

function quotedIn(message: string): string[] {
  // What could stand there instead is in no document.
  const [said = ''] = message.split(
    /supported values|value must|expected (?:one of|a|an)\b|supported combinations/i,
  );
  return [...said.matchAll(/'([^']+)'|"([^"]+)"|`([^`]+)`/g)].flatMap(
    ([, one, two, three]) => one ?? two ?? three ?? [],
  );
}
