import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { SETTINGS_SECTION } from '../server/protocol';
import { CLIENT_NAME } from './client-options';

/**
 * A client for `dist/server.js` in a Node process of its own. In: the extension's context and the options all
 * hosts share. Out: a client that is not started yet. Errors come from its `start()`.
 */
export function createNodeClient(
  context: ExtensionContext,
  options: LanguageClientOptions,
): BaseLanguageClient {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  // The id is the settings section: the library reads `<id>.trace.server` by itself.
  return new LanguageClient(SETTINGS_SECTION, CLIENT_NAME, { run: server, debug }, options);
}
