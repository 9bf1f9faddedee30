import { type Disposable, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../server/protocol';
import { CLIENT_NAME } from './client-options';
import { registerCommands } from './commands/index';
import { type CreateClient, connectLazily, type ServerConnection } from './connection';
import { providePreviews } from './conversion/previews';
import { offerLanguage } from './offer-language';
import { openStrings } from './open-strings';
import { provideTexts } from './prose/index';
import { reportCrash } from './report-crash';
import { provideSchemas } from './schema-document';
import { showStatus } from './status';

/**
 * Sets up everything that does not depend on the host. In: the extension's context and how this host makes a
 * language client. Out: the connection, for the entry to stop. Never throws; the server starts with the first
 * document of ours or the first request.
 */
export function activateClient(context: ExtensionContext, createClient: CreateClient): ServerConnection {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const server = connectLazily(createClient, output);
  const { openText, texts } = provideTexts(context, output);
  const client = { extension: context, server, output, openText };
  context.subscriptions.push(
    output,
    showStatus(server),
    reportCrash(server, output),
    provideSchemas(server),
    providePreviews(),
    ...registerCommands(client),
    offerLanguage(client),
    openStrings(),
    texts,
    startWithFirstDocument(server),
  );
  return server;
}

function startWithFirstDocument(server: ServerConnection): Disposable {
  const consider = (document: TextDocument): void => {
    if (document.languageId !== LANGUAGE_ID || server.state() !== 'off') return;
    // A failure reaches the user through the server's state.
    server.start().catch(() => undefined);
  };
  workspace.textDocuments.forEach(consider);
  return workspace.onDidOpenTextDocument(consider);
}
