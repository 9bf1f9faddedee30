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
 * Far above anything a session needs (serde itself refuses 128 levels in what it keeps).
 */
export const MAX_DEPTH = 512;

/**
 * Parses strict JSON, tolerantly: whatever the text, a document comes back.
 * @param text the document's text, with or without a byte order mark (which is reported)
 * @param uri only carried along
 */
export function parse(text: string, uri = ''): RealtimeDocument {
  const positions = TextDocument.create(uri, 'realtime-json', 0, text);
  const deep = deepStretches(text, MAX_DEPTH);
  const errors: ParseError[] = [];
  // The scanner takes a byte order mark for an unknown symbol and then loses the root value.
  const source = hollow(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, deep);
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const end = root && root.length > 0 ? root.offset + root.length : undefined;
  const tooDeep = deep.map(({ open }): SyntaxIssue => ({ kind: 'too-deep', offset: open, length: 1 }));
  return { uri, text, root, positions, syntax: [...describeSyntax(text, errors, end), ...tooDeep] };
}

/** Where something nested deeper than allowed opens, and where it closes (or the text ends). */
interface Stretch {
  readonly open: number;
  readonly close: number;
}

/** The outermost objects and arrays that are nested deeper than `limit`. */
function deepStretches(text: string, limit: number): Stretch[] {
  const stretches: Stretch[] = [];
  const scanner = createScanner(text, true);
  let depth = 0;
  let open = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      if (depth++ === limit) open = scanner.getTokenOffset();
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      if (--depth === limit) stretches.push({ open, close: scanner.getTokenOffset() });
    }
  }
  return depth > limit ? [...stretches, { open, close: text.length }] : stretches;
}

/** Blanks out what lies between the brackets of each stretch; every offset stays. */
function hollow(text: string, stretches: readonly Stretch[]): string {
  let result = '';
  let end = 0;
  for (const { open, close } of stretches) {
    result += text.slice(end, open + 1) + ' '.repeat(close - open - 1);
    end = close;
  }
  return result + text.slice(end);
}
