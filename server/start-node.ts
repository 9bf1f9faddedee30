import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Host } from './host';
import { startServer } from './server';
import { findFilesBelow } from './start-node-files';

/** Node.js on a machine with files and a clock. */
const host: Host = {
  today: () => new Date().toISOString().slice(0, 10),
  readText: async (uri) => {
    if (!uri.startsWith('file:')) return undefined;
    // Most folders have no such file, and one that cannot be read is as good as none.
    return readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
  },
  findFiles: findFilesBelow,
};

/**
 * Starts the language server on the channel that the arguments name: `--stdio`, `--node-ipc` or `--socket=N`.
 * @param argv the process's arguments
 * @throws Error when no channel is named
 */
export function startNodeServer(argv: readonly string[]): void {
  if (!argv.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)/.test(arg))) {
    throw new Error('Say how to talk to the server: --stdio, --node-ipc or --socket=PORT.');
  }
  startServer(createConnection(ProposedFeatures.all), host);
}
