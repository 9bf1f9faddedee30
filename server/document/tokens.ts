import { createScanner, SyntaxKind } from 'jsonc-parser';

/** What completion needs to know of a token; comments and white space are left out. */
export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'word';
  readonly offset: number;
  readonly end: number;
  /** A string's value, any other token's text. */
  readonly text: string;
  /** A string without its closing quote. */
  readonly open: boolean;
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
    const end = offset + scanner.getTokenLength();
    const raw = text.slice(offset, end);
    const isString = kind === SyntaxKind.StringLiteral;
    tokens.push({
      kind: punctuation[kind] ?? (isString ? 'string' : 'word'),
      offset,
      end,
      text: isString ? scanner.getTokenValue() : raw,
      open: isString && (raw.length < 2 || !raw.endsWith('"') || /(?:^|[^\\])(?:\\\\)*\\"$/.test(raw)),
    });
  }
  return tokens;
}
