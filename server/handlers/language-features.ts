import type { RealtimeDocument } from '../document/parse';
import { codeActions } from '../features/code-actions';
import { complete } from '../features/completion';
import { insideQuotes } from '../features/completion/inside-quotes';
import { diagnostics } from '../features/diagnostics';
import { editAsTextLenses } from '../features/edit-as-text';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { hoverIn, itemsIn } from '../features/plain-text';
import { foldingRanges, format, selectionRanges, symbols } from '../features/structure';
import type { Session } from '../session';
import { actionContext } from './action-context';

/** How Neovim introduces itself. */
const NEOVIM = 'Neovim';

/** Answers what editors ask about a document: finds it, and calls a pure function. */
export function answerFeatures(session: Session): void {
  const { connection, open, client } = session;
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const found = await open(textDocument.uri);
    if (!found) return [];
    const item = client.capabilities.textDocument?.completion?.completionItem;
    const options = {
      snippets: item?.snippetSupport ?? false,
      labelDetails: item?.labelDetailsSupport ?? false,
      trigger: context?.triggerCharacter,
      extra: found.settings.rules.extra,
    };
    const offset = found.doc.positions.offsetAt(position);
    const items = itemsIn(
      item?.documentationFormat,
      complete(found.doc, found.detected.kind, offset, options),
    );
    return client.name === NEOVIM ? insideQuotes(items, found.doc, offset) : items;
  });
  connection.onHover(async ({ textDocument, position }) => {
    const found = await open(textDocument.uri);
    const told = found && hover(found.doc, found.detected.kind, found.doc.positions.offsetAt(position));
    return told && hoverIn(client.capabilities.textDocument?.hover?.contentFormat, told);
  });
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    const items = found ? diagnostics(found.doc, found.detected.kind, found.settings.rules) : [];
    return { kind: 'full', items };
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const found = await open(textDocument.uri);
    return (
      found && codeActions(found.doc, found.detected.kind, range, actionContext(session, found, context.only))
    );
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const found = await open(textDocument.uri);
    if (!found || !(await session.held.editor.preferences(textDocument.uri)).inlayHints) return [];
    return inlayHints(found.doc, found.detected.kind, range);
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    return found && editAsTextLenses(found.doc, found.detected.kind);
  });
  answerStructure(session);
}

/** Outline, folding, selection and layout. */
function answerStructure({ connection, open }: Session): void {
  const withDoc = async <T>(
    uri: string,
    answer: (doc: RealtimeDocument, kind: string) => T[],
  ): Promise<T[]> => {
    const found = await open(uri);
    return found ? answer(found.doc, found.detected.kind) : [];
  };
  connection.onDocumentSymbol(({ textDocument }) => withDoc(textDocument.uri, symbols));
  connection.onFoldingRanges(({ textDocument }) => withDoc(textDocument.uri, foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    withDoc(textDocument.uri, (doc) => selectionRanges(doc, positions)),
  );
  connection.onDocumentFormatting(({ textDocument, options }) =>
    withDoc(textDocument.uri, (doc) => format(doc, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, options, range }) =>
    withDoc(textDocument.uri, (doc) => format(doc, options, range)),
  );
}
