import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientSettings, clientSettings } from './client-settings';
import type { RealtimeDocument } from './document/parse';
import { type ParsedDocuments, parsedDocuments } from './documents';
import { codeActions } from './features/code-actions';
import { complete } from './features/completion';
import { diagnostics } from './features/diagnostics';
import { hover } from './features/hover';
import { foldingRanges, format, selectionRanges, symbols } from './features/structure';
import { documentInfo } from './handlers/document-info';
import { runInsertDefault } from './handlers/insert-default';
import { pushDiagnostics } from './handlers/push-diagnostics';
import { kindById } from './kinds/catalogue';
import { type Detected, detectKind } from './kinds/detect';
import {
  documentInfoChanged,
  documentInfoRequest,
  type InitializationOptions,
  SETTINGS_SECTION,
  schemaRequest,
  serverCommands,
} from './protocol';
import { schemaOfKind } from './schema/bundle';
import type { Settings } from './settings';
import { folderOf, pathOfUri } from './uri';

/** An open document with its parsed text and its kind. */
export interface OpenDocument {
  readonly doc: RealtimeDocument;
  readonly detected: Detected;
  readonly settings: Settings;
}

/** What handlers need of the server. */
export interface Session {
  readonly connection: Connection;
  readonly options: InitializationOptions;
  readonly open: (uri: string) => Promise<OpenDocument | undefined>;
}

/** The capabilities that the answers depend on. */
interface Client {
  capabilities: ClientCapabilities;
  options: InitializationOptions;
  folders: string[];
}

/** What is remembered of the documents that are open. */
interface Held {
  readonly texts: TextDocuments<TextDocument>;
  readonly parsed: ParsedDocuments;
  readonly settings: ClientSettings;
}

/**
 * Serves one client over a connection that is not listening yet. The only place that knows the protocol:
 * every handler finds the document and calls a pure function.
 */
export function startServer(connection: Connection): void {
  const client: Client = { capabilities: {}, options: {}, folders: [] };
  const held: Held = {
    texts: new TextDocuments(TextDocument),
    parsed: parsedDocuments(),
    settings: clientSettings(connection, () => client.capabilities.workspace?.configuration ?? false),
  };
  const session: Session = {
    connection,
    open: (uri) => openDocument(uri, held, client.folders),
    get options() {
      return client.options;
    },
  };
  connection.onInitialize((params) => initialize(client, params));
  connection.onInitialized(() => {
    if (client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
      inBackground(connection, () => watchSettings(connection));
  });
  followChanges(session, client, held);
  answerFeatures(session, client);
  answerCommands(session);
  held.texts.listen(connection);
  connection.listen();
}

async function openDocument(
  uri: string,
  { texts, parsed, settings }: Held,
  folders: readonly string[],
): Promise<OpenDocument | undefined> {
  const text = texts.get(uri);
  if (!text) return undefined;
  // Positions of the request are those of the text as it is now, not as it may be once the client has answered.
  const doc = parsed.get(text);
  const own = await settings.of(uri);
  if (!texts.get(uri)) return undefined;
  const path = pathOfUri(uri);
  const detected = detectKind(path, doc.root, { ...own, root: folderOf(path, folders) });
  return { doc, detected, settings: own };
}

/** Forgets what does not hold any more, and tells the client what it has to know of it. */
function followChanges(session: Session, client: Client, { texts, parsed, settings }: Held): void {
  const { connection } = session;
  const pushes = () => !client.capabilities.textDocument?.diagnostic;
  const publish = pushDiagnostics(session, pushes);
  const changed = (uri: string) => {
    inBackground(connection, () => publish(uri));
    inBackground(connection, () => connection.sendNotification(documentInfoChanged, { uri }));
  };
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed?.[SETTINGS_SECTION]);
    for (const { uri } of texts.all()) changed(uri);
    if (client.capabilities.workspace?.diagnostics?.refreshSupport)
      inBackground(connection, () => connection.languages.diagnostics.refresh());
  });
  // A client may open anew what it never closed, with the version number starting over.
  texts.onDidOpen(({ document }) => {
    parsed.forget(document.uri);
  });
  texts.onDidChangeContent(({ document }) => {
    changed(document.uri);
  });
  texts.onDidClose(({ document }) => {
    parsed.forget(document.uri);
    settings.forget(document.uri);
    if (pushes())
      inBackground(connection, () => connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  });
}

/** Work that nobody waits for: a failure of it is logged, and never ends the process. */
function inBackground(connection: Connection, work: () => Promise<unknown>): void {
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    })
    // The client has gone: nobody is left to tell.
    .catch(() => undefined);
}

function watchSettings(connection: Connection): Promise<unknown> {
  return connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
}

function initialize(client: Client, params: InitializeParams): InitializeResult {
  client.capabilities = params.capabilities;
  client.options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
  client.folders = (params.workspaceFolders ?? []).map(({ uri }) => pathOfUri(uri));
  return {
    serverInfo: { name: 'realtime-config' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { triggerCharacters: ['"', ':'] },
      hoverProvider: true,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      executeCommandProvider: { commands: Object.values(serverCommands) },
    },
  };
}

function answerFeatures({ connection, open }: Session, client: Client): void {
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const found = await open(textDocument.uri);
    if (!found) return [];
    const item = client.capabilities.textDocument?.completion?.completionItem;
    const options = {
      snippets: item?.snippetSupport ?? false,
      labelDetails: item?.labelDetailsSupport ?? false,
      trigger: context?.triggerCharacter,
      extra: found.settings.extra,
    };
    return complete(found.doc, found.detected.kind, found.doc.positions.offsetAt(position), options);
  });
  connection.onHover(async ({ textDocument, position }) => {
    const found = await open(textDocument.uri);
    return found && hover(found.doc, found.detected.kind, found.doc.positions.offsetAt(position));
  });
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const found = await open(textDocument.uri);
    return { kind: 'full', items: found ? diagnostics(found.doc, found.detected.kind) : [] };
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const found = await open(textDocument.uri);
    return found && codeActions(found.doc, found.detected.kind, range, context.only);
  });
  const withDoc = async <T>(uri: string, answer: (doc: RealtimeDocument) => T[]): Promise<T[]> => {
    const found = await open(uri);
    return found ? answer(found.doc) : [];
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

function answerCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(({ command, arguments: args }) =>
    command === serverCommands.insertDefault ? runInsertDefault(session, args?.[0]) : undefined,
  );
  connection.onRequest(documentInfoRequest, async ({ uri }: { uri: string }) => {
    const found = await session.open(uri);
    return found ? documentInfo(found) : null;
  });
  connection.onRequest(schemaRequest, ({ kind }: { kind: string }) => {
    const schema = kindById(kind) && schemaOfKind(kind);
    return schema ? `${JSON.stringify(schema, null, 2)}\n` : null;
  });
}
