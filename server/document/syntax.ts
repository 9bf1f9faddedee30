import { type ParseError, ParseErrorCode } from 'jsonc-parser';

/** What is wrong with the text as JSON, before any meaning. */
export type SyntaxKindOfIssue =
  | 'empty'
  | 'byte-order-mark'
  | 'too-deep'
  | 'comment'
  | 'trailing-comma'
  | 'single-quotes'
  | 'unquoted'
  | 'bad-literal'
  | 'bad-number'
  | 'bad-escape'
  | 'control-character'
  | 'unclosed-string'
  | 'unclosed'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'missing-key'
  | 'extra-comma'
  | 'after-end'
  | 'unexpected';

export interface SyntaxIssue {
  readonly kind: SyntaxKindOfIssue;
  readonly offset: number;
  readonly length: number;
  /** The offending text, for the message; may be empty. */
  readonly text?: string;
}

/** Whether a text is strict JSON as far as anybody reads it: a byte order mark is passed over. */
export function isStrict(issues: readonly SyntaxIssue[]): boolean {
  return issues.every(({ kind }) => kind === 'byte-order-mark');
}

/** Whether the tree of a text holds all of it: comments and a trailing comma hide nothing. */
export function isWhole(issues: readonly SyntaxIssue[]): boolean {
  return issues.every(({ kind }) => ['byte-order-mark', 'comment', 'trailing-comma'].includes(kind));
}

/**
 * Turns the parser's errors into our own issues: one a mistake (what follows on the same line from the same
 * slip stays silent), each at the smallest place to change.
 * @param end where the root value ends, if there is a whole one
 */
export function describeSyntax(
  text: string,
  errors: readonly ParseError[],
  end = Number.POSITIVE_INFINITY,
): SyntaxIssue[] {
  const issues: SyntaxIssue[] = [];
  if (text.startsWith('\uFEFF')) issues.push({ kind: 'byte-order-mark', offset: 0, length: 1 });
  if (text.replace('\uFEFF', '').trim() === '') {
    return [...issues, { kind: 'empty', offset: 0, length: 0 }];
  }
  let silentUntil = -1;
  const inOrder = [...errors].sort((a, b) => a.offset - b.offset);
  for (const [index, error] of inOrder.entries()) {
    if (error.offset <= silentUntil || followsFrom(text, error, inOrder[index - 1])) continue;
    const issue = describe(text, error, end);
    issues.push(issue);
    // A missing comma is noticed at the next token only, maybe lines farther down: those lines are not to blame.
    const lineEnd = issue.kind === 'comment' ? issue.offset + issue.length : endOfLine(text, issue.offset);
    silentUntil = Math.max(lineEnd, error.offset);
  }
  return issues;
}

/** A symbol that is no value is skipped by the parser, which then misses a value at the next token. */
function followsFrom(text: string, error: ParseError, previous: ParseError | undefined): boolean {
  if (error.error !== ParseErrorCode.ValueExpected) return false;
  if (previous?.error !== ParseErrorCode.InvalidSymbol) return false;
  return previousOffset(text, error.offset) < previous.offset + previous.length;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Offset of the last character before `offset` that is no white space, or -1. */
function previousOffset(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at--;
  return at;
}

function describe(text: string, error: ParseError, end: number): SyntaxIssue {
  const { offset, length } = error;
  const found = text.slice(offset, offset + length);
  const at = (kind: SyntaxKindOfIssue): SyntaxIssue => ({ kind, offset, length, text: found });
  switch (error.error) {
    case ParseErrorCode.InvalidCommentToken:
    case ParseErrorCode.UnexpectedEndOfComment:
      return at('comment');
    case ParseErrorCode.InvalidNumberFormat:
    case ParseErrorCode.UnexpectedEndOfNumber:
      return at('bad-number');
    case ParseErrorCode.InvalidEscapeCharacter:
    case ParseErrorCode.InvalidUnicode:
      return at('bad-escape');
    case ParseErrorCode.InvalidCharacter:
      return at('control-character');
    case ParseErrorCode.UnexpectedEndOfString:
      return at('unclosed-string');
    case ParseErrorCode.EndOfFileExpected:
      return at('after-end');
    case ParseErrorCode.InvalidSymbol:
      return offset >= end ? at('after-end') : describeToken(text, error, found);
    default:
      return describeToken(text, error, found);
  }
}

/** Issues that depend on what stands at, and before, the place where the parser stopped. */
function describeToken(text: string, error: ParseError, found: string): SyntaxIssue {
  const { offset, length } = error;
  const at = (kind: SyntaxKindOfIssue): SyntaxIssue => ({ kind, offset, length, text: found });
  const before = previousOffset(text, offset);
  const previous = text.charAt(before);
  if (found.startsWith("'") || found.startsWith('`')) return at('single-quotes');
  if (/^(\}|\])/.test(found) && previous === ',')
    return { kind: 'trailing-comma', offset: before, length: 1 };
  const number = numberAround(text, offset, found);
  if (number) return number;
  if (found === ',' && (previous === ',' || previous === '{' || previous === '[')) return at('extra-comma');
  // What is missing belongs after the last thing that is there, not on the next line.
  const afterPrevious = { offset: Math.max(before, 0), length: 1 };
  switch (error.error) {
    case ParseErrorCode.CommaExpected:
      if (/^[}\]]/.test(found)) return { kind: 'unclosed', ...afterPrevious };
      return /^[\w$+.-]/.test(found) && !/^["\d{[]/.test(found) && !/^(true|false|null)$/.test(found)
        ? at('unquoted')
        : { kind: 'missing-comma', ...afterPrevious };
    case ParseErrorCode.ColonExpected:
      return { kind: 'missing-colon', ...afterPrevious };
    case ParseErrorCode.CloseBraceExpected:
    case ParseErrorCode.CloseBracketExpected:
      return { kind: 'unclosed', ...afterPrevious };
    case ParseErrorCode.PropertyNameExpected:
      return /^[A-Za-z_$]/.test(found) ? at('unquoted') : at('missing-key');
    case ParseErrorCode.ValueExpected:
      return length > 0 && /^[},\]]/.test(found)
        ? { kind: 'missing-value', ...afterPrevious }
        : at('missing-value');
    case ParseErrorCode.InvalidSymbol:
      return describeSymbol(at, found);
    default:
      return at('unexpected');
  }
}

/** `01`, `0x10` and `1_000` come as a number with something stuck to it: the whole is meant. */
function numberAround(text: string, offset: number, found: string): SyntaxIssue | undefined {
  const front = /(?<![\w."])[+-]?\d[\w.+-]*$/.exec(text.slice(Math.max(offset - 40, 0), offset))?.[0];
  const back = /^[\w.+-]+/.exec(found)?.[0];
  if (front === undefined || back === undefined) return undefined;
  const whole = front + back;
  return { kind: 'bad-number', offset: offset - front.length, length: whole.length, text: whole };
}

function describeSymbol(at: (kind: SyntaxKindOfIssue) => SyntaxIssue, found: string): SyntaxIssue {
  if (/^[+.-]?\d|^[+-]|^\.|^(NaN|Infinity)$/i.test(found)) return at('bad-number');
  if (/^(true|false|null|none|undefined|yes|no)$/i.test(found)) return at('bad-literal');
  return /^[A-Za-z_$]/.test(found) ? at('unquoted') : at('unexpected');
}
