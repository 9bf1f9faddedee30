import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
} from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../../document/parse';
import { toRange } from '../ranges';
import { holderOf, insideQuotes, type NameUse, nameAt, namesIn, usesOf } from './names';

/**
 * Where the function, MCP server or server's tool that is named at an offset is defined. Of a server's tool that is
 * the server's own list where the document has one, else the server.
 * @returns links from the name to the whole tool; none where no name stands or nothing defines it
 */
export function definitions(doc: RealtimeDocument, kind: string, offset: number): LocationLink[] {
  const uses = namesIn(doc, kind);
  const one = nameAt(uses, offset);
  if (!one) return [];
  return definedBy(uses, one).map((definition) => ({
    originSelectionRange: toRange(doc, insideQuotes(one)),
    targetUri: doc.uri,
    targetRange: toRange(doc, holderOf(definition)),
    targetSelectionRange: toRange(doc, insideQuotes(definition)),
  }));
}

function definedBy(uses: readonly NameUse[], one: NameUse): NameUse[] {
  const own = usesOf(uses, one).filter(({ isDefinition }) => isDefinition);
  if (own.length > 0 || one.sort !== 'server-tool') return own;
  return uses.filter(
    ({ sort, name, isDefinition }) => sort === 'server' && isDefinition && name === one.server,
  );
}

/**
 * Every mention of what is named at an offset, in source order.
 * @param withDefinition whether the place that defines it counts as well
 */
export function references(
  doc: RealtimeDocument,
  kind: string,
  offset: number,
  withDefinition: boolean,
): Location[] {
  const uses = namesIn(doc, kind);
  const one = nameAt(uses, offset);
  if (!one) return [];
  return usesOf(uses, one)
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map((use) => ({ uri: doc.uri, range: toRange(doc, insideQuotes(use)) }));
}

/** The same as marks in the document itself: where it is defined, and where it is used. */
export function highlights(doc: RealtimeDocument, kind: string, offset: number): DocumentHighlight[] {
  const uses = namesIn(doc, kind);
  const one = nameAt(uses, offset);
  if (!one) return [];
  return usesOf(uses, one).map((use) => ({
    range: toRange(doc, insideQuotes(use)),
    kind: use.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
