import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server that can be started. */
export interface ServerCommand {
  readonly name: string;
  /** The JavaScript file that serves on `--stdio`. */
  readonly script: string;
  readonly languageId: string;
  readonly initializationOptions: object;
  /** Tells the server what its own client would tell it before the first document. */
  readonly prepare: (connection: ProtocolConnection) => void;
}

/** A running language server. */
export interface ServerProcess {
  readonly command: ServerCommand;
  readonly connection: ProtocolConnection;
  /** Milliseconds from the start of the process to the answer to `initialize`. */
  readonly startMs: number;
  /** Resident memory in bytes; undefined where the system does not tell. */
  readonly memory: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** What VS Code says of itself, as far as it changes what these servers do. */
const capabilities: InitializeParams['capabilities'] = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** Starts a server on the Node that runs this, and initializes it. */
export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, [command.script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const { initializationOptions } = command;
  const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions };
  await connection.sendRequest('initialize', params);
  const startMs = performance.now() - start;
  await connection.sendNotification('initialized', {});
  command.prepare(connection);
  return { command, connection, startMs, memory: () => memoryOf(child), stop: () => stop(child, connection) };
}

async function stop(child: ChildProcess, connection: ProtocolConnection): Promise<void> {
  const ended = child.exitCode === null ? once(child, 'exit') : undefined;
  await connection.sendRequest('shutdown').catch(() => undefined);
  await connection.sendNotification('exit').catch(() => undefined);
  await ended;
  connection.dispose();
}

function memoryOf(child: ChildProcess): number | undefined {
  if (process.platform === 'win32' || child.pid === undefined) return undefined;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) * 1024;
}
