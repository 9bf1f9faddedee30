import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { Host } from './host';
import { startServer } from './server';

/** A browser: it has a clock, and files only where the client hands them over. */
const host: Host = {
  today: () => new Date().toISOString().slice(0, 10),
  readText: () => Promise.resolve(undefined),
};

/**
 * Starts the language server inside a Web Worker; it talks to the script that made the worker.
 * @param worker the worker's global scope
 */
export function startWebServer(worker: unknown): void {
  // Its type belongs to the browser's library, which would let the rest of the project use a browser too.
  const port = worker as ConstructorParameters<typeof BrowserMessageReader>[0];
  const reader = new BrowserMessageReader(port);
  startServer(createConnection(ProposedFeatures.all, reader, new BrowserMessageWriter(port)), host);
}
