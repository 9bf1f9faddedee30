import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';

/** What completion needs to know of a token; comments and white space are left out. */
export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'word';
  readonly offset: number;
  readonly end: number;
  /** A string's value, any other token's text; of a word in single quotes what is between them. */
  readonly text: string;
}

const punctuation: Partial<Record<number, Token['kind']>> = {
  [SyntaxKind.OpenBraceToken]: '{',
  [SyntaxKind.CloseBraceToken]: '}',
  [SyntaxKind.OpenBracketToken]: '[',
  [SyntaxKind.CloseBracketToken]: ']',
  [SyntaxKind.ColonToken]: ':',
  [SyntaxKind.CommaToken]: ',',
};

/** All tokens of a text, however broken; numbers, literals and stray words are `word`. */
export function tokensOf(text: string): Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const raw = text.slice(offset, offset + scanner.getTokenLength());
    const isString = kind === SyntaxKind.StringLiteral;
    // The scanner takes a backslash at the end of a line for an escape and reads on; no string goes that far.
    const line = isString ? (/^[^\r\n]*/.exec(raw)?.[0] ?? raw) : raw;
    const end = offset + line.length;
    const value = scanner.getTokenValue();
    if (line.length < raw.length) scanner.setPosition(end);
    tokens.push({
      kind: punctuation[kind] ?? (isString ? 'string' : 'word'),
      offset,
      end,
      text: isString ? value : raw.replace(/^'|'$/g, ''),
    });
  }
  return tokens;
}

/** Whether an offset lies inside a comment, the end of a line comment included. JSON has none, people write them. */
export function isInComment(text: string, offset: number): boolean {
  if (!/\/[/*]/.test(text)) return false;
  const scanner = createScanner(text, false);
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    if (start >= offset) return false;
    const end = start + scanner.getTokenLength();
    const isOpen = kind === SyntaxKind.LineCommentTrivia || scanner.getTokenError() !== ScanError.None;
    const isComment = kind === SyntaxKind.LineCommentTrivia || kind === SyntaxKind.BlockCommentTrivia;
    if (isComment && (offset < end || (isOpen && offset === end))) return true;
  }
  return false;
}
