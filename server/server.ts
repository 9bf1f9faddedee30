import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientSettings } from './client-settings';
import { parsedDocuments } from './documents';
import { FIX_ALL } from './features/code-actions';
import { REWRITE } from './features/rewrites';
import { fileSettings } from './file-settings';
import { workspaceCheck } from './handlers/check-workspace';
import { answerCommands } from './handlers/commands';
import { followChanges } from './handlers/follow-changes';
import { answerFeatures } from './handlers/language-features';
import { answerNavigation, renameProvider } from './handlers/navigation';
import { tellOfFaults } from './handlers/project-faults';
import type { Host } from './host';
import { projectFiles } from './project-files';
import { type InitializationOptions, readFileRequest, serverCommands } from './protocol';
import { type Client, type Held, openDocument, type Session, setFolders } from './session';

/**
 * Serves one client over a connection that is not listening yet. With the handlers the only place that knows the
 * protocol: each finds the document and calls a pure function.
 */
export function startServer(connection: Connection, host: Host): void {
  const client: Client = { name: '', capabilities: {}, options: {}, folders: [], folderUris: [] };
  const held = hold(connection, client, host);
  const session: Session = {
    connection,
    host,
    client,
    held,
    open: (uri) => openDocument(uri, held),
    inBackground: (work) => inBackground(connection, work),
    get options() {
      return client.options;
    },
  };
  connection.onInitialize((params) => initialize(client, params));
  const workspace = workspaceCheck(session);
  followChanges(session, workspace);
  answerFeatures(session);
  answerNavigation(session);
  answerCommands(session, workspace);
  held.texts.listen(connection);
  connection.listen();
}

function hold(connection: Connection, client: Client, host: Host): Held {
  const editor = clientSettings(connection, () => client.capabilities.workspace?.configuration ?? false);
  // A client may reach files that this process cannot, such as those of a virtual workspace.
  const readText = (uri: string) =>
    client.options.canReadFiles
      ? connection.sendRequest<string | null>(readFileRequest, { uri }).then((text) => text ?? undefined)
      : host.readText(uri);
  const projects = projectFiles(readText, (file) => tellOfFaults(connection, file));
  const failed = new Set<string>();
  const settings = fileSettings({
    editor: editor.of,
    projects,
    folders: () => client.folders,
    today: host.today,
    onRuleError: (id) => {
      if (failed.has(id)) return;
      failed.add(id);
      connection.console.error(`The rule "${id}" failed; it says nothing about this document.`);
    },
  });
  return {
    texts: new TextDocuments(TextDocument),
    parsed: parsedDocuments(),
    editor,
    projects,
    settings,
    readText,
  };
}

/**
 * Work that nobody waits for: a failure of it is logged, and never ends the process. What a failure of ours says may
 * quote the document, secrets included, so that only its place in our code is told; the client's own words are safe.
 */
function inBackground(connection: Connection, work: () => Promise<unknown>): void {
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      const frames = error instanceof Error ? (error.stack?.match(/^ {4}at .*$/gm) ?? []) : [];
      const told = error instanceof ResponseError ? error.message : 'A task in the background failed.';
      connection.console.error([told, ...frames].join('\n'));
    })
    // The client has gone: nobody is left to tell.
    .catch(() => undefined);
}

function initialize(client: Client, params: InitializeParams): InitializeResult {
  client.name = params.clientInfo?.name ?? '';
  client.capabilities = params.capabilities;
  client.options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
  setFolders(client, params.workspaceFolders ?? []);
  return {
    serverInfo: { name: 'realtime-config' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { triggerCharacters: client.options.opensStrings ? [':'] : ['"', ':'] },
      hoverProvider: true,
      inlayHintProvider: true,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, REWRITE, FIX_ALL] },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: renameProvider(client),
      documentLinkProvider: {},
      workspaceSymbolProvider: true,
      ...(client.options.canEditText ? { codeLensProvider: {} } : {}),
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      executeCommandProvider: { commands: Object.values(serverCommands) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
