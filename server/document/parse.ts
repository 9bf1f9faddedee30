import { createScanner, type Node, type ParseError, parseTree, SyntaxKind } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describeSyntax, type SyntaxIssue } from './syntax';

/**
 * A parsed document. Never changed after it was made: a new version of the text is a new object, so whatever
 * is derived from one may be kept as long as the object itself.
 */
export interface RealtimeDocument {
  readonly uri: string;
  readonly text: string;
  /** The tree of what could be recovered; undefined when there is no value at all. */
  readonly root: Node | undefined;
  readonly syntax: readonly SyntaxIssue[];
  /** Translates between offsets and zero-based line/UTF-16 positions. */
  readonly positions: TextDocument;
}

/**
 * Nesting beyond this is not parsed: every walker of the tree is recursive and must not run out of stack.
 * Far above anything a session needs (serde itself refuses 128).
 */
export const MAX_DEPTH = 512;

/**
 * Parses strict JSON, tolerantly: whatever the text, a document comes back.
 * @param text the document's text, with or without a byte order mark (which is reported)
 * @param uri only carried along
 */
export function parse(text: string, uri = ''): RealtimeDocument {
  const positions = TextDocument.create(uri, 'realtime-json', 0, text);
  const deepAt = offsetDeeperThan(text, MAX_DEPTH);
  if (deepAt !== undefined) {
    return {
      uri,
      text,
      root: undefined,
      positions,
      syntax: [{ kind: 'too-deep', offset: deepAt, length: 1 }],
    };
  }
  const errors: ParseError[] = [];
  // The scanner takes a byte order mark for an unknown symbol and then loses the root value.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  return { uri, text, root, positions, syntax: describeSyntax(text, errors) };
}

/** Offset of the first bracket nested deeper than `limit`, or undefined. */
function offsetDeeperThan(text: string, limit: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      depth++;
      if (depth > limit) return scanner.getTokenOffset();
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      depth--;
    }
  }
  return undefined;
}

/** Depth of the nesting of a value: 0 for a scalar, 1 for `{}` or `[]`. */
export function depthOf(node: Node | undefined): number {
  if (!node || (node.type !== 'object' && node.type !== 'array')) return 0;
  let deepest = 0;
  for (const child of node.children ?? []) {
    const value = child.type === 'property' ? child.children?.[1] : child;
    deepest = Math.max(deepest, depthOf(value));
  }
  return deepest + 1;
}
