import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { blindHost, type Host } from '../../server/host';
import { kindsAsOf } from '../../server/kinds/catalogue';
import { startServer } from '../../server/server';

/** What an editor is like, apart from its documents. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration` for one document; may throw. */
  readonly settings?: (uri: string | undefined) => unknown;
  /** What the user chooses when asked; undefined dismisses. Runs before the answer goes out. */
  readonly answer?: (
    message: string,
    actions: readonly string[],
  ) => string | undefined | Promise<string | undefined>;
  /** What the server's machine is like; a day of the catalogue and no files when left out. */
  readonly host?: Host;
  /** Whether `workspace/applyEdit` is accepted. */
  readonly accepts?: boolean;
}

/** One end of an in-memory connection; the server is at the other, and speaks the real protocol. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly result: InitializeResult;
  /** What was shown to the user, questions with their actions. */
  readonly shown: { message: string; actions: readonly string[] }[];
  /** Diagnostics as they were pushed. */
  readonly pushed: { uri: string; diagnostics: Diagnostic[] }[];
  /** Documents that `realtime/documentInfoChanged` named. */
  readonly infoChanged: string[];
  /** What the server logged as an error. */
  readonly errors: string[];
  /** Which documents settings were asked for. */
  readonly asked: (string | undefined)[];
  readonly refreshes: () => number;
  /** Opens a document; the name may be a whole URI. */
  readonly open: (text: string, name?: string) => Promise<string>;
  /** Changes a document by edits, each made after the one before, and tells the server as one change. */
  readonly change: (uri: string, ...edits: TextEdit[]) => Promise<void>;
  readonly textOf: (uri: string) => string;
  readonly positionAt: (uri: string, offset: number) => { line: number; character: number };
  readonly close: (uri: string) => Promise<void>;
  readonly request: <T = unknown>(method: string, params: unknown) => Promise<T>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  readonly stop: () => void;
}

/** What VS Code says of itself, as far as it matters here. */
export const vsCode: ClientCapabilities = {
  workspace: {
    configuration: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
  },
};

/** Connects an editor with a server of its own. */
export async function connect(options: EditorOptions = {}): Promise<Editor> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(
    createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)),
    options.host ?? blindHost(kindsAsOf),
  );
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const seen = listen(connection, options);
  const texts = new Map<string, TextDocument>();
  answerEdits(connection, texts, options.accepts ?? true);
  connection.listen();
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? vsCode,
    initializationOptions: options.initializationOptions,
    workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    result,
    ...seen,
    ...documents(connection, texts),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    // The streams stay: a server that still answers must not find them gone.
    stop: () => connection.dispose(),
  };
}

type Seen = Pick<Editor, 'shown' | 'pushed' | 'infoChanged' | 'errors' | 'asked' | 'refreshes'>;

function listen(connection: ProtocolConnection, { settings, answer }: EditorOptions): Seen {
  let refreshes = 0;
  const seen: Seen = {
    shown: [],
    pushed: [],
    infoChanged: [],
    errors: [],
    asked: [],
    refreshes: () => refreshes,
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => {
      // What holds without a document is asked for too.
      if (scopeUri !== undefined) seen.asked.push(scopeUri);
      // Most documents of these tests name the model "m".
      return settings ? settings(scopeUri) : { extraModels: ['m'] };
    }),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest(
    'window/showMessageRequest',
    async (params: { message: string; actions: { title: string }[] }) => {
      const actions = params.actions.map(({ title }) => title);
      seen.shown.push({ message: params.message, actions });
      const title = await answer?.(params.message, actions);
      return title === undefined ? null : { title };
    },
  );
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    seen.shown.push({ message, actions: [] });
  });
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) seen.errors.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', (published) => {
    seen.pushed.push(published);
  });
  connection.onNotification('realtime/documentInfoChanged', ({ uri }: { uri: string }) => {
    seen.infoChanged.push(uri);
  });
  return seen;
}

function answerEdits(
  connection: ProtocolConnection,
  texts: Map<string, TextDocument>,
  accepts: boolean,
): void {
  connection.onRequest(
    'workspace/applyEdit',
    async ({ edit }: { edit: { changes: Record<string, TextEdit[]> } }) => {
      if (!accepts) return { applied: false };
      for (const [uri, edits] of Object.entries(edit.changes)) await change(connection, texts, uri, edits);
      return { applied: true };
    },
  );
}

async function change(
  connection: ProtocolConnection,
  texts: Map<string, TextDocument>,
  uri: string,
  edits: readonly TextEdit[],
): Promise<void> {
  const document = texts.get(uri);
  assert.ok(document, `${uri} is not open.`);
  const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
  const version = document.version + 1;
  TextDocument.update(document, contentChanges, version);
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges,
  });
}

type Documents = Pick<Editor, 'open' | 'change' | 'textOf' | 'positionAt' | 'close'>;

function documents(connection: ProtocolConnection, texts: Map<string, TextDocument>): Documents {
  const documentOf = (uri: string) => {
    const document = texts.get(uri);
    assert.ok(document, `${uri} is not open.`);
    return document;
  };
  return {
    open: async (text, name = `untitled-${texts.size}.realtime.json`) => {
      const uri = name.includes(':') ? name : `file:///files/${name}`;
      texts.set(uri, TextDocument.create(uri, 'realtime-json', 1, text));
      const textDocument = { uri, languageId: 'realtime-json', version: 1, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      return uri;
    },
    change: (uri, ...edits) => change(connection, texts, uri, edits),
    textOf: (uri) => documentOf(uri).getText(),
    positionAt: (uri, offset) => documentOf(uri).positionAt(offset),
    close: async (uri) => {
      texts.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
  };
}

/** Waits until something holds, and fails when it does not within five seconds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 5000;
  while (!holds()) {
    assert.ok(performance.now() < end, `Waited in vain: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Runs a test with an editor, which is stopped whatever happens; the server must not have logged an error. */
export async function withEditor(
  options: EditorOptions,
  run: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await connect(options);
  try {
    await run(editor);
    assert.deepEqual(editor.errors, []);
  } finally {
    editor.stop();
  }
}

/** What is wrong with a document, as the server answers a pull. */
export async function pull(editor: Editor, uri: string): Promise<Diagnostic[]> {
  const report = await editor.request<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  assert.equal(report.kind, 'full');
  return report.items;
}
