import type { Scanner } from './scanner';

/** A string that holds a value only its program knows. */
export const INTERPOLATED = Symbol('interpolated');

/**
 * Reads a string literal of JavaScript or Python: its quotes, prefixes and escapes (ECMA-262 12.9.4 and 12.9.6; The Python
 * Language Reference 2.4.1).
 * @returns undefined where no string begins, or it does not end
 */
export function readString(scanner: Scanner): string | typeof INTERPOLATED | undefined {
  const start = scanner.offset;
  const [, prefix = '', quote = ''] = scanner.match(/([rbuf]{0,2})("""|'''|["'`])/iy) ?? [];
  if (quote === '') return undefined;
  const isRaw = /r/i.test(prefix);
  let text = '';
  while (!scanner.isAtEnd) {
    if (scanner.take(quote)) {
      const isFormat = /f/i.test(prefix) && /\{(?!\{)/.test(text.replaceAll('{{', ''));
      return isFormat ? INTERPOLATED : unbraced(text, prefix);
    }
    // A line ends what a single quote began.
    if (quote.length === 1 && quote !== '`' && /[\r\n]/.test(scanner.here)) break;
    if (quote === '`' && scanner.sees('${')) return skipTemplate(scanner);
    text += scanner.here === '\\' ? readEscape(scanner, isRaw) : takeOne(scanner);
  }
  scanner.offset = start;
  return undefined;
}

const unbraced = (text: string, prefix: string) =>
  /f/i.test(prefix) ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text;

function takeOne(scanner: Scanner): string {
  const one = scanner.here;
  scanner.offset += 1;
  return one;
}

const named: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '0': '\0',
  '\n': '',
};

function readEscape(scanner: Scanner, isRaw: boolean): string {
  if (isRaw) return takeOne(scanner) + takeOne(scanner);
  const coded = scanner.match(/\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2}))/y);
  const code = Number.parseInt(coded?.slice(1).find((group) => group !== undefined) ?? '', 16);
  // A half of a pair stays a half: the other one follows.
  if (coded)
    return code > 0xffff && code <= 0x10ffff
      ? String.fromCodePoint(code)
      : String.fromCharCode(code & 0xffff);
  scanner.offset += 1;
  if (scanner.take('\r\n')) return '';
  const one = takeOne(scanner);
  return named[one] ?? one;
}

/** Passes over the rest of a template with values in it. */
function skipTemplate(scanner: Scanner): typeof INTERPOLATED {
  let depth = 0;
  while (!scanner.isAtEnd) {
    if (scanner.take('\\')) scanner.offset += 1;
    else if (scanner.take('${')) depth++;
    else if (depth > 0 && scanner.take('}')) depth--;
    else if (depth === 0 && scanner.take('`')) break;
    else scanner.offset += 1;
  }
  return INTERPOLATED;
}
