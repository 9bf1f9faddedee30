import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/**
 * Starts the language server on the channel that the arguments name: `--stdio`, `--node-ipc` or `--socket=N`.
 * @param argv the process's arguments
 * @throws Error when no channel is named
 */
export function startNodeServer(argv: readonly string[]): void {
  if (!argv.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)/.test(arg))) {
    throw new Error('Say how to talk to the server: --stdio, --node-ipc or --socket=PORT.');
  }
  startServer(createConnection(ProposedFeatures.all));
}
