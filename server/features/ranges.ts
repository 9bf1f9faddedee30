import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../document/parse';
import type { Edit, Span } from '../problem';

/** A span of offsets as the protocol's zero-based UTF-16 range. */
export function toRange(doc: RealtimeDocument, span: Span): Range {
  return {
    start: doc.positions.positionAt(span.offset),
    end: doc.positions.positionAt(span.offset + span.length),
  };
}

/** Edits by offset as those of the protocol. */
export function toTextEdits(doc: RealtimeDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(doc, edit), newText: edit.content }));
}
