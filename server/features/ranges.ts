import type { Range } from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../document/parse';
import type { Span } from '../problem';

/** A span of offsets as the protocol's zero-based UTF-16 range. */
export function toRange(doc: RealtimeDocument, span: Span): Range {
  return {
    start: doc.positions.positionAt(span.offset),
    end: doc.positions.positionAt(span.offset + span.length),
  };
}
