import { isObject } from '../../document/value';
import { Scanner } from './scanner';
import { INTERPOLATED, readString } from './string-literal';

/** Something that is no literal, such as a function or a variable: only its program knows what it is. */
export interface Omitted {
  /** Dotted path of the value. */
  readonly path: string;
  /** The code, on one line and cut short. */
  readonly code: string;
}

/** The object that was read, and what could not be. */
export interface Literal {
  readonly value: Readonly<Record<string, unknown>>;
  readonly omitted: readonly Omitted[];
}

const CODE = Symbol('code');
type Read = unknown | typeof CODE;

/**
 * Reads an object out of a piece of JavaScript, TypeScript or Python: the first object literal in it, or a call with named
 * arguments. What stands around it (a declaration, a call) is passed over; what is no literal is left out, and named. There is no
 * library that reads the literals of both.
 * @returns undefined where there is no object
 */
export function readLiteral(text: string): Literal | undefined {
  const start = startOf(text);
  if (start === undefined) return undefined;
  const scanner = new Scanner(text);
  scanner.offset = start;
  const reader = new LiteralReader(scanner);
  const value = reader.read('');
  return isObject(value) ? { value, omitted: reader.omitted } : undefined;
}

/** Where the object begins: its brace, or the name of what is called with named arguments. */
function startOf(text: string): number | undefined {
  const brace = text.indexOf('{');
  const call = /[A-Za-z_][\w.]*\(\s*[A-Za-z_]\w*\s*=(?![=>])/.exec(text)?.index ?? -1;
  const found = [brace, call].filter((offset) => offset >= 0);
  return found.length > 0 ? Math.min(...found) : undefined;
}

const DEEPEST = 100;

class LiteralReader {
  readonly omitted: Omitted[] = [];
  private depth = 0;

  constructor(private readonly scanner: Scanner) {}

  /** Reads a value; what is no literal is passed over, up to the comma or bracket after it. */
  read(path: string): Read {
    const { scanner } = this;
    scanner.skipBlank();
    const start = scanner.offset;
    const known = this.omitted.length;
    this.depth++;
    const value = this.depth > DEEPEST ? CODE : this.readKnown(path);
    this.depth--;
    scanner.skipBlank();
    if (value !== CODE && (scanner.isAtEnd || /[,}\]);]/.test(scanner.here) || path === '')) return value;
    if (/^as\s+const\b/.test(scanner.text.slice(scanner.offset, scanner.offset + 12))) {
      scanner.match(/as\s+const/y);
      return value;
    }
    // What was found inside goes with the whole.
    this.omitted.length = known;
    scanner.offset = start;
    return this.omit(path, skipExpression(scanner));
  }

  private omit(path: string, code: string): typeof CODE {
    const shown = code.replace(/\s+/g, ' ').trim();
    this.omitted.push({ path, code: shown.length > 60 ? `${shown.slice(0, 59)}…` : shown });
    return CODE;
  }

  private readKnown(path: string): Read {
    const { scanner } = this;
    if (scanner.take('{')) return this.readMembers(path, '}', ':');
    if (scanner.take('[')) return this.readElements(path, ']');
    if (scanner.take('(')) return this.readElements(path, ')', true);
    const text = this.readStrings();
    if (text !== undefined) return text === INTERPOLATED ? CODE : text;
    const number = readNumber(scanner);
    if (number !== undefined) return number;
    const [name] = scanner.match(/(?:new\s+|await\s+)?[A-Za-z_$][\w$.]*/y) ?? [];
    if (name === undefined) return CODE;
    // A schema of zod is built by calls, and is no JSON Schema.
    if (scanner.take('(')) return name.startsWith('z.') ? CODE : this.readCall(path);
    return Object.hasOwn(constants, name) ? constants[name] : CODE;
  }

  /** Strings that stand side by side, as in Python, or are joined by a plus sign. */
  private readStrings(): string | typeof INTERPOLATED | undefined {
    const { scanner } = this;
    const first = readString(scanner);
    if (typeof first !== 'string') return first;
    let text = first;
    for (;;) {
      const end = scanner.offset;
      scanner.skipBlank();
      if (scanner.take('+')) scanner.skipBlank();
      const next = readString(scanner);
      if (next === INTERPOLATED) return next;
      if (next === undefined) {
        scanner.offset = end;
        return text;
      }
      text += next;
    }
  }

  private readMembers(path: string, close: string, separator: ':' | '='): Read {
    const { scanner } = this;
    const members: [string, unknown][] = [];
    for (scanner.skipBlank(); !scanner.take(close); scanner.skipBlank()) {
      if (scanner.isAtEnd) return CODE;
      if (scanner.take(',')) continue;
      const before = scanner.offset;
      const key = this.readKey(separator);
      const place = key === undefined ? path : path === '' ? key : `${path}.${key}`;
      const value = key === undefined ? this.omit(place, skipExpression(scanner)) : this.read(place);
      if (value !== CODE && value !== undefined && key !== undefined) members.push([key, value]);
      // A bracket of another sort: this is no literal at all.
      if (scanner.offset === before) return CODE;
    }
    // Object.fromEntries takes a key like __proto__ for what it is.
    return Object.fromEntries(members);
  }

  /** A key with its colon or equals sign; undefined where a method, a spread or a shorthand stands. */
  private readKey(separator: ':' | '='): string | undefined {
    const { scanner } = this;
    const start = scanner.offset;
    const text = readString(scanner);
    const key = typeof text === 'string' ? text : scanner.match(/[A-Za-z_$][\w$]*|\d+/y)?.[0];
    scanner.skipBlank();
    if (key !== undefined && scanner.take(separator)) return key;
    scanner.offset = start;
    return undefined;
  }

  private readElements(path: string, close: string, isGroup = false): Read {
    const { scanner } = this;
    const elements: unknown[] = [];
    let hasComma = false;
    for (scanner.skipBlank(); !scanner.take(close); scanner.skipBlank()) {
      if (scanner.isAtEnd) return CODE;
      if (scanner.take(',')) {
        hasComma = true;
        continue;
      }
      const before = scanner.offset;
      const value = this.read(`${path}[${elements.length}]`);
      if (value !== CODE) elements.push(value);
      if (scanner.offset === before) return CODE;
    }
    // Brackets around one value only group it.
    return isGroup && !hasComma && elements.length === 1 ? elements[0] : elements;
  }

  /** What is called with named arguments, or with one object, stands for that object. */
  private readCall(path: string): Read {
    const { scanner } = this;
    scanner.skipBlank();
    if (/^[A-Za-z_]\w*\s*=(?![=>])/.test(scanner.text.slice(scanner.offset, scanner.offset + 200)))
      return this.readMembers(path, ')', '=');
    if (!scanner.sees('{')) return CODE;
    const value = this.read(path);
    scanner.skipBlank();
    scanner.take(',');
    scanner.skipBlank();
    return scanner.take(')') ? value : CODE;
  }
}

const constants: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
  True: true,
  False: false,
  None: null,
};

function readNumber(scanner: Scanner): number | undefined {
  const found = scanner.match(
    /[+-]?(?:0x[\da-f]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?)(?![\w$.])/iy,
  )?.[0];
  return found === undefined ? undefined : Number(found.replaceAll('_', ''));
}

/** Passes over an expression, whatever it is, up to the comma or bracket that ends it. */
function skipExpression(scanner: Scanner): string {
  const start = scanner.offset;
  let depth = 0;
  while (!scanner.isAtEnd) {
    if (/["'`]/.test(scanner.here) && readString(scanner) !== undefined) continue;
    if (depth === 0 && /[,}\])]/.test(scanner.here)) break;
    if (/[{[(]/.test(scanner.here)) depth++;
    if (/[}\])]/.test(scanner.here)) depth--;
    scanner.offset += 1;
  }
  return scanner.text.slice(start, scanner.offset);
}
