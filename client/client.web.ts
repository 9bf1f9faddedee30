import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { SETTINGS_SECTION } from '../server/protocol';
import { CLIENT_NAME } from './client-options';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** What is used of a browser's worker; the project does without the types of a browser elsewhere. */
interface ServerWorker {
  addEventListener(
    type: 'error' | 'message' | 'messageerror',
    listener: () => void,
    options?: { once: boolean },
  ): void;
  terminate(): void;
}

declare const Worker: new (url: string) => ServerWorker;

/**
 * A client for `dist/server.web.js` in a Web Worker. In: the extension's context and the options all hosts share.
 * Out: a client that is not started yet; each start gets a worker of its own. Errors come from its `start()`.
 */
export function createWebClient(
  context: ExtensionContext,
  options: LanguageClientOptions,
): BaseLanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  const connect = async () => {
    const worker = await startWorker(script);
    return {
      reader: new WorkerReader(worker),
      writer: new BrowserMessageWriter(worker as unknown as Port),
    };
  };
  return new LanguageClient(SETTINGS_SECTION, CLIENT_NAME, connect, options);
}

/** A browser loads what has a web address; what lies elsewhere, as with a remote VS Code, has to be read for it. */
async function startWorker(script: Uri): Promise<ServerWorker> {
  if (/^https?$/.test(script.scheme)) return new Worker(script.toString(true));
  const code = new Blob([await workspace.fs.readFile(script)], { type: 'text/javascript' });
  const address = URL.createObjectURL(code);
  const worker = new Worker(address);
  // VS Code puts a script of its own before ours: the address has to hold until ours has run.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/**
 * Reads from a worker as from a process. The library would neither notice a worker that fails nor end one that is done
 * with: a script that does not load left the client starting for ever, and every restart left a worker behind.
 */
class WorkerReader extends BrowserMessageReader {
  private readonly worker: ServerWorker;

  constructor(worker: ServerWorker) {
    super(worker as unknown as Port);
    this.worker = worker;
    const end = () => {
      worker.terminate();
      this.fireClose();
    };
    for (const failure of ['error', 'messageerror'] as const) worker.addEventListener(failure, end);
  }

  override dispose(): void {
    super.dispose();
    this.worker.terminate();
  }
}
