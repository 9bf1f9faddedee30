import { type CancellationToken, type Event, EventEmitter, type LogOutputChannel } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  type LanguageClientOptions,
  ResponseError,
  State,
} from 'vscode-languageclient';
import { documentInfoChanged, findFilesRequest, readFileRequest } from '../server/protocol';
import { clientOptions } from './client-options';
import { findFiles } from './find-files';
import { readText } from './read-text';
import { restartLimit } from './restart-limit';

/** `off`: not needed yet, or stopped on purpose. `down`: it died and was given up. */
export type ServerState = 'off' | 'starting' | 'running' | 'down';

/** Makes a client of the host at hand, not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server as the rest of the client sees it: started on first use, replaced when it dies. */
export interface ServerConnection {
  state(): ServerState;
  onDidChangeState: Event<ServerState>;
  /** Fires with the URI of a document whose `realtime/documentInfo` may have changed. */
  onDidChangeDocumentInfo: Event<string>;
  /** Starts the server if need be. Rejects when it cannot be started. */
  start(): Promise<void>;
  /** Stops a running server and starts a new one. Rejects when it cannot be started. */
  restart(): Promise<void>;
  /** Never rejects. */
  stop(): Promise<void>;
  /** Sends a request, starting the server if need be. Rejects with the server's error. */
  request<Result>(method: string, params: unknown): Promise<Result>;
}

/**
 * Sets up the connection without starting anything. In: how to make a client on this host, and the log.
 * A client object serves one start only: a browser's worker cannot be started twice.
 */
export function connectLazily(createClient: CreateClient, output: LogOutputChannel): ServerConnection {
  const infoChanged = new EventEmitter<string>();
  const stateChanged = new EventEmitter<ServerState>();
  let state: ServerState = 'off';
  let current: { client: BaseLanguageClient; ready: Promise<void> } | undefined;

  const enter = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    stateChanged.fire(next);
  };
  const launch = (): { client: BaseLanguageClient; ready: Promise<void> } => {
    const client = quietClient(createClient, output, () => state === 'running');
    client.onRequest(readFileRequest, ({ uri }: { uri: string }) => readText(uri));
    client.onRequest(findFilesRequest, (_params: unknown, token: CancellationToken) => findFiles(token));
    client.onNotification(documentInfoChanged, ({ uri }: { uri: string }) => infoChanged.fire(uri));
    const ready = followState(client, (next) => {
      if (current?.client === client) enter(next);
    });
    return { client, ready };
  };
  const connected = async (): Promise<BaseLanguageClient> => {
    // A server that died is replaced by the next request.
    if (!current || state === 'down') {
      enter('starting');
      try {
        current = launch();
      } catch (error) {
        enter('down');
        throw error;
      }
    }
    const { client, ready } = current;
    return ready.then(() => client);
  };
  const stop = async (): Promise<void> => {
    const old = current?.client;
    current = undefined;
    enter('off');
    await old?.dispose().catch((error: unknown) => output.warn('The server did not stop cleanly.', error));
  };

  return {
    state: () => state,
    onDidChangeState: stateChanged.event,
    onDidChangeDocumentInfo: infoChanged.event,
    start: async () => void (await connected()),
    restart: () => stop().then(async () => void (await connected())),
    stop,
    request: async (method, params) => ask(await connected(), method, params),
  };
}

/** A client that logs and leaves talking to the user to us; the library's messages have no useful buttons. */
function quietClient(
  createClient: CreateClient,
  output: LogOutputChannel,
  isRunning: () => boolean,
): BaseLanguageClient {
  const client = createClient(clientOptions(output, crashHandler(isRunning)));
  client.error = (message: string, data?: unknown) => output.error(message, ...(data ? [data] : []));
  return client;
}

/** Starts a client and tells how it goes on from there. Rejects when it does not start. */
function followState(client: BaseLanguageClient, enter: (state: ServerState) => void): Promise<void> {
  const follow = (): void => enter(stateOf(client.state));
  // The library passes through "stopped" when it restarts a crashed server: look once it has settled.
  client.onDidChangeState(() => queueMicrotask(follow));
  const ready = client.start();
  ready.catch(() => queueMicrotask(follow));
  return ready;
}

/** A server that dies while it starts would only do so again: restarts are for one that was running. */
function crashHandler(wasRunning: () => boolean): ErrorHandler {
  const mayRestart = restartLimit();
  const restart = (): boolean => wasRunning() && mayRestart(performance.now());
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => ({ action: restart() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
  };
}

function stateOf(state: State): ServerState {
  if (state === State.Starting) return 'starting';
  return state === State.Running ? 'running' : 'down';
}

async function ask<Result>(client: BaseLanguageClient, method: string, params: unknown): Promise<Result> {
  try {
    return await client.sendRequest<Result>(method, params);
  } catch (error) {
    throw readable(error);
  }
}

/** The libraries' words for a failed request are about pending responses and method names. */
function readable(error: unknown): Error {
  if (!(error instanceof ResponseError)) return error instanceof Error ? error : new Error(String(error));
  const gone = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive];
  if (gone.some((code) => code === error.code)) {
    return new Error('The language server stopped before it answered. Try again.', { cause: error });
  }
  return new Error(error.message.replace(/^Request \S+ failed with message: /, ''), { cause: error });
}
