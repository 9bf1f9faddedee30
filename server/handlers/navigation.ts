import {
  LSPErrorCodes,
  type Position,
  type RenameOptions,
  ResponseError,
  type SymbolInformation,
} from 'vscode-languageserver';
import { documentLinks } from '../features/navigation/links';
import { definitions, highlights, references } from '../features/navigation/places';
import { prepareRename, type Refusal, rename } from '../features/navigation/rename';
import { toolSymbols } from '../features/navigation/workspace-symbols';
import type { Client, OpenDocument, Session } from '../session';
import { workspaceDocuments } from '../workspace-files';

/** More than anyone looks through; typing on narrows the list. */
const MOST_SYMBOLS = 500;

/** What is said of renaming: a client that does not ask first must not be told that it can. */
export function renameProvider({ capabilities }: Client): true | RenameOptions {
  return capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true;
}

/** Answers where names stand, and what can be followed from a document. */
export function answerNavigation(session: Session): void {
  const { connection, client, open } = session;
  const at = async <T>(
    { textDocument, position }: { textDocument: { uri: string }; position: Position },
    answer: (found: OpenDocument, offset: number) => T,
  ): Promise<T | null> => {
    const found = await open(textDocument.uri);
    return found ? answer(found, found.doc.positions.offsetAt(position)) : null;
  };
  connection.onDefinition((params) =>
    at(params, ({ doc, detected }, offset) => {
      const links = definitions(doc, detected.kind, offset);
      if (client.capabilities.textDocument?.definition?.linkSupport) return links;
      return links.map((link) => ({ uri: link.targetUri, range: link.targetSelectionRange }));
    }),
  );
  connection.onReferences((params) =>
    at(params, ({ doc, detected }, offset) =>
      references(doc, detected.kind, offset, params.context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight((params) =>
    at(params, ({ doc, detected }, offset) => highlights(doc, detected.kind, offset)),
  );
  connection.onPrepareRename((params) =>
    at(params, ({ doc, detected }, offset) => orRefused(prepareRename(doc, detected.kind, offset))),
  );
  connection.onRenameRequest((params) =>
    at(params, ({ doc, detected }, offset) => ({
      changes: { [doc.uri]: orRefused(rename(doc, detected.kind, offset, params.newName)) },
    })),
  );
  connection.onDocumentLinks(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    return found ? documentLinks(found.doc, found.detected.kind) : [];
  });
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const found: SymbolInformation[] = [];
    for await (const { doc, detected } of workspaceDocuments(session, token)) {
      found.push(...toolSymbols(doc, detected.kind, query));
      if (found.length >= MOST_SYMBOLS) break;
    }
    return found.slice(0, MOST_SYMBOLS);
  });
}

/** Clients show the message of a failed request to the one who asked. */
function orRefused<T extends object>(answer: T | Refusal): T {
  if ('refused' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer as T;
}
