import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import { documentInfoChanged } from '../server/protocol';
import { clientOptions } from './client-options';
import { restartLimit } from './restart-limit';

/** `off`: not needed yet, or stopped on purpose. `down`: it died and was given up. */
export type ServerState = 'off' | 'starting' | 'running' | 'down';

/** Makes a client of the host at hand, not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server as the rest of the client sees it: started on first use, replaced when it dies. */
export interface ServerConnection extends Disposable {
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
  const stateChanged = new EventEmitter<ServerState>();
  const infoChanged = new EventEmitter<string>();
  let state: ServerState = 'off';
  let client: BaseLanguageClient | undefined;
  let ready: Promise<BaseLanguageClient> | undefined;
  let mayRestart = restartLimit();

  const enter = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    if (next === 'down') ready = undefined;
    stateChanged.fire(next);
  };
  const errorHandler = crashHandler(() => state === 'running' && mayRestart(performance.now()));

  const launch = async (): Promise<BaseLanguageClient> => {
    const fresh = createClient(clientOptions(output, errorHandler));
    client = fresh;
    // The library would pop up a message of its own next to ours.
    fresh.error = (message: string, data?: unknown) => output.error(message, ...(data ? [data] : []));
    fresh.onDidChangeState(() => {
      // The library passes through "stopped" when it restarts a crashed server: look once it has settled.
      queueMicrotask(() => {
        if (client === fresh) enter(stateOf(fresh.state));
      });
    });
    fresh.onNotification(documentInfoChanged, ({ uri }: { uri: string }) => infoChanged.fire(uri));
    await fresh.start();
    return fresh;
  };
  const connected = (): Promise<BaseLanguageClient> => {
    if (!ready) {
      enter('starting');
      ready = launch();
      // Also reached when no client could be made at all.
      ready.catch(() => enter('down'));
    }
    return ready;
  };
  const stop = async (): Promise<void> => {
    const old = client;
    client = undefined;
    ready = undefined;
    mayRestart = restartLimit();
    enter('off');
    await old?.dispose().catch((error: unknown) => output.warn('The server did not stop cleanly.', error));
  };

  return {
    state: () => state,
    onDidChangeState: stateChanged.event,
    onDidChangeDocumentInfo: infoChanged.event,
    start: async () => void (await connected()),
    restart: async () => {
      await stop();
      await connected();
    },
    stop,
    request: async <Result>(method: string, params: unknown) =>
      (await connected()).sendRequest<Result>(method, params),
    dispose: () => {
      stateChanged.dispose();
      infoChanged.dispose();
    },
  };
}

function crashHandler(mayRestart: () => boolean): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => ({ action: mayRestart() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
  };
}

function stateOf(state: State): ServerState {
  if (state === State.Starting) return 'starting';
  return state === State.Running ? 'running' : 'down';
}
