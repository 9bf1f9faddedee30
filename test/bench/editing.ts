import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerProcess } from './lsp-process';
import type { Sample } from './sample-documents';
import { timed } from './timing';

/** One thing that an editor asks a server for while a document is open. */
export interface Task {
  readonly name: string;
  /** @returns the milliseconds until the answer; throws when the answer is empty where it must not be */
  readonly run: (editor: Editor) => Promise<number>;
}

/** A document that is open in a server; edits leave it as it was. */
export interface Editor {
  readonly open: () => Promise<number>;
  readonly close: () => Promise<void>;
  /** Types text right before a mark, waits for the answer to a request about that place, and undoes it. */
  readonly type: (edit: Typing) => Promise<number>;
  /** Asks for something at a mark. */
  readonly ask: (method: string, mark: string, extra?: object) => Promise<number>;
}

/** Text that is typed, and what is asked for then. */
export interface Typing {
  readonly mark: string;
  readonly text: string;
  /** How many characters the cursor then goes back, as after an automatically closed quote. */
  readonly back?: number;
  readonly method: string;
  readonly wantsAnswer: boolean;
}

const PULL = 'textDocument/diagnostic';

/** An editor on one document. The URI says the kind, to both servers. */
export function editorOn(server: ServerProcess, sample: Sample, uri: string): Editor {
  const { connection, command } = server;
  const source = TextDocument.create(uri, command.languageId, 0, sample.text);
  const textDocument = { uri };
  const offsetOf = (mark: string) => {
    const offset = sample.text.lastIndexOf(mark);
    if (offset < 0) throw new Error(`${sample.name} lacks ${mark}`);
    return offset;
  };
  let version = 1;
  const request = async (method: string, params: object, wantsAnswer: boolean) => {
    const answer = await connection.sendRequest<unknown>(method, { textDocument, ...params });
    if (wantsAnswer && isEmpty(answer)) {
      throw new Error(`${command.name} has no answer to ${method} in ${sample.name}`);
    }
  };
  const change = (start: number, length: number, text: string) => {
    // All edits are on one line, so that the source tells the positions after an edit, too.
    const from = source.positionAt(start);
    const range = { start: from, end: { line: from.line, character: from.character + length } };
    return connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range, text }],
    });
  };
  return {
    open: () =>
      timed(async () => {
        const item = { uri, languageId: command.languageId, version, text: sample.text };
        await connection.sendNotification('textDocument/didOpen', { textDocument: item });
        await request(PULL, {}, true);
      }),
    close: () => connection.sendNotification('textDocument/didClose', { textDocument }),
    type: async ({ mark, text, back = 0, method, wantsAnswer }) => {
      const offset = offsetOf(mark);
      const { line, character } = source.positionAt(offset);
      const position = { line, character: character + text.length - back };
      const time = await timed(async () => {
        await change(offset, 0, text);
        await request(method, { position }, wantsAnswer);
      });
      await change(offset, text.length, '');
      await request(PULL, {}, true);
      return time;
    },
    ask: (method, mark, extra = {}) => {
      const position = source.positionAt(offsetOf(mark) + 1);
      return timed(() => request(method, { position, ...extra }, method.endsWith('hover')));
    },
  };
}

function isEmpty(answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  const items = Array.isArray(answer) ? answer : (answer as { items?: unknown[] }).items;
  return Array.isArray(items) && items.length === 0 && !('kind' in Object(answer));
}
