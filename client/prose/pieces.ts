/**
 * A JSON string seen from both sides: how its source writes it, and how a text document shows it. Every edit of the text
 * is made here on pieces, so that what it does not touch keeps its source, byte by byte.
 */

/**
 * A stretch of a string. Where source and text are the same it may be cut anywhere; all others, such as an escape, stay
 * whole. Line ends are `\n` in the text, whatever they are in the source.
 */
export interface Piece {
  readonly source: string;
  readonly text: string;
}

/** What is written between the quotes. */
export function sourceOf(pieces: readonly Piece[]): string {
  return pieces.map(({ source }) => source).join('');
}

/** What a text document shows, with `\n` for every line end. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Whether any part of a piece can stand alone. */
export const isPlain = ({ source, text }: Piece) => source === text && !source.startsWith('\\');

const SHORT: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** An escape, a pair of halves, a single half, or a run of anything else. */
const TOKEN =
  /\\(?:u[\da-fA-F]{4}|[\ud800-\udbff][\udc00-\udfff]|[\s\S]|$)|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g;

/**
 * Reads a string. In: what stands between its quotes, however wrong: an escape that JSON does not have is shown as it is
 * written. Out: its pieces in order.
 */
export function readString(source: string): Piece[] {
  const pieces: Piece[] = [];
  let run = '';
  const flush = () => {
    if (run !== '') pieces.push({ source: run, text: run });
    run = '';
  };
  for (const { unit, token } of joined(source.match(TOKEN) ?? [])) {
    if (unit === token && !token.startsWith('\\') && !isAwkward(unit)) run += token;
    else {
      flush();
      pieces.push({ source: token, text: shown(unit) });
    }
  }
  flush();
  return pieces;
}

/** The value that a token stands for; an escape that there is not stands for itself. */
function meaningOf(token: string): string {
  if (!token.startsWith('\\')) return token;
  if (token.length === 6) return String.fromCharCode(Number.parseInt(token.slice(2), 16));
  return SHORT[token.slice(1)] ?? token;
}

/** Tokens with their values; the halves of a character, and the two parts of a line end, are one. */
function joined(tokens: readonly string[]): { unit: string; token: string }[] {
  const units: { unit: string; token: string }[] = [];
  for (const token of tokens) {
    const unit = meaningOf(token);
    const last = units.at(-1);
    const belongs = last && (isPair(last.unit, unit) || (last.unit === '\r' && unit === '\n'));
    if (belongs) units[units.length - 1] = { unit: last.unit + unit, token: last.token + token };
    else units.push({ unit, token });
  }
  return units;
}

const isPair = (high: string, low: string) => /^[\ud800-\udbff]$/.test(high) && /^[\udc00-\udfff]$/.test(low);

const LINE_END = /^(?:\r\n|\r|\n)$/;

/** What a file of text cannot hold, or what an editor would make a fuss about. */
const UNFIT = /^[\0\u2028\u2029\ufeff\ud800-\udfff]$/;

const isAwkward = (unit: string) => UNFIT.test(unit) || LINE_END.test(unit);

function shown(unit: string): string {
  if (LINE_END.test(unit)) return '\n';
  return UNFIT.test(unit) ? standIn(unit) : unit;
}

const hex = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What the text shows for a unit that it cannot hold. */
const standIn = (unit: string) => `⟦${hex(unit)}⟧`;

const STAND_IN = /^⟦\\u[\da-f]{4}⟧$/;
const STAND_INS = /(⟦\\u[\da-f]{4}⟧)/;

/** The stand-ins that pieces have, as texts. */
export function standInsOf(pieces: readonly Piece[]): string[] {
  return pieces.filter(({ source, text }) => source !== text && STAND_IN.test(text)).map(({ text }) => text);
}

/** How new text is written. */
export interface Style {
  /** The line end: what the string has most of. */
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** Whether letters beyond ASCII are escaped, as some programs write all of theirs. */
  readonly ascii: boolean;
}

/** The manner in which a string is written. */
export function styleOf(pieces: readonly Piece[]): Style {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  let [escaped, raw] = [false, false];
  for (const { source, text } of pieces) {
    const end = lineEndOf({ source, text });
    if (end) counts[end]++;
    else if (source === text) raw ||= !isAscii(text);
    else escaped ||= !isAscii(text) && !STAND_IN.test(text);
  }
  const lineEnd =
    counts['\r\n'] > counts['\n'] ? '\r\n' : counts['\r'] > counts['\n'] + counts['\r\n'] ? '\r' : '\n';
  return { lineEnd, ascii: escaped && !raw };
}

const isAscii = (text: string) => !/[\u0080-\uffff]/.test(text);

/** Which line end a piece is; undefined for any other piece. */
export function lineEndOf({ source, text }: Piece): Style['lineEnd'] | undefined {
  if (text !== '\n') return undefined;
  const value = (source.match(TOKEN) ?? []).map(meaningOf).join('');
  return value === '\r\n' || value === '\r' ? value : '\n';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\r\n': '\\r\\n',
};

/**
 * Writes new text. In: text with `\n` as its line ends; how to write it; the stand-ins that stand for what they name: all
 * others are text like any other. Out: its pieces.
 */
export function writeText(text: string, style: Style, standIns: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(STAND_INS)) {
    if (standIns.has(part)) pieces.push({ source: part.slice(1, -1), text: part });
    else for (const unit of part.match(TOKEN_OF_TEXT) ?? []) pieces.push(written(unit, style));
  }
  return merged(pieces);
}

const TOKEN_OF_TEXT = /[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g;

function written(unit: string, { lineEnd, ascii }: Style): Piece {
  if (unit === '\n') return { source: ESCAPES[lineEnd] ?? '\\n', text: unit };
  const short = ESCAPES[unit];
  if (short) return { source: short, text: unit };
  const isForeign = ascii && !isAscii(unit);
  const isEscaped = isForeign || UNFIT.test(unit) || unit < ' ';
  return { source: isEscaped ? unit.split('').map(hex).join('') : unit, text: unit };
}

/** The same pieces with plain neighbours put together. */
export function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let run: string[] = [];
  const flush = () => {
    const text = run.join('');
    if (text !== '') result.push({ source: text, text });
    run = [];
  };
  for (const piece of pieces) {
    if (isPlain(piece)) run.push(piece.text);
    else {
      flush();
      result.push(piece);
    }
  }
  flush();
  return result;
}

/** The same text with all its line ends of one sort. */
export function withLineEnds(pieces: readonly Piece[], lineEnd: Style['lineEnd']): Piece[] {
  return pieces.map((piece) => {
    const own = lineEndOf(piece);
    return own && own !== lineEnd ? { source: ESCAPES[lineEnd] ?? '\\n', text: '\n' } : piece;
  });
}
