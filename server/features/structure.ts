import {
  type DocumentSymbol,
  type FoldingRange,
  type FormattingOptions,
  getLanguageService,
  type Position,
  type Range,
  type SelectionRange,
  type TextEdit,
} from 'vscode-json-languageservice';
import { afterCache, layoutOf } from '../document/edits';
import { withoutSecrets } from '../document/hide';
import type { RealtimeDocument } from '../document/parse';
import { labelled } from './navigation/outline';

/**
 * What every JSON document has, schema or not; VS Code's own JSON service does it, and this is the only file
 * that calls it. Nothing is ever fetched: the service gets no way to.
 */
const service = getLanguageService({});

/** Nesting beyond what our own parser walks is left alone by everything. */
function isTooDeep(doc: RealtimeDocument): boolean {
  return doc.syntax.some(({ kind }) => kind === 'too-deep');
}

/** The outline: every key with its value or what it holds, tools by their names; secrets left out. */
export function symbols(doc: RealtimeDocument, kind: string): DocumentSymbol[] {
  if (isTooDeep(doc)) return [];
  const found = service.findDocumentSymbols2(doc.positions, service.parseJSONDocument(doc.positions));
  return labelled(doc, kind, found).map((symbol) => discreet(doc, symbol));
}

function discreet(doc: RealtimeDocument, symbol: DocumentSymbol): DocumentSymbol {
  const { name, detail, children } = symbol;
  // A value stands there without quotes, which short secrets are told by.
  const shown = detail && withoutSecrets(doc, JSON.stringify(detail)).slice(1, -1);
  return {
    ...symbol,
    name: withoutSecrets(doc, name),
    ...(shown === undefined || JSON.stringify(detail) === `"${shown}"` ? {} : { detail: shown }),
    ...(children ? { children: children.map((child) => discreet(doc, child)) } : {}),
  };
}

/** Objects, arrays and runs of them that can be folded. */
export function foldingRanges(doc: RealtimeDocument): FoldingRange[] {
  return service.getFoldingRanges(doc.positions, { rangeLimit: 5000 });
}

/** For each position, the chain of ever larger values around it. */
export function selectionRanges(doc: RealtimeDocument, positions: Position[]): SelectionRange[] {
  if (isTooDeep(doc)) return [];
  return service.getSelectionRanges(doc.positions, positions, service.parseJSONDocument(doc.positions));
}

/** Edits that lay the document, or a range of it, out afresh; minimal, and none for text that is too deep. */
export function format(doc: RealtimeDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  if (isTooDeep(doc)) return [];
  const indent = options.insertSpaces ? ' ' : '\t';
  return service.format(doc.positions, range ?? wholeRange(doc), options).map((edit) => ({
    range: edit.range,
    newText: (edit.newText as string | undefined) ?? afterCache(layoutOf(doc.text).eol, indent),
  }));
}

function wholeRange(doc: RealtimeDocument): Range {
  return { start: { line: 0, character: 0 }, end: doc.positions.positionAt(doc.text.length) };
}
