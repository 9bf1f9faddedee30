import { Range, Selection, type TextDocument, type TextEditor, window } from 'vscode';
import type { EditResult } from '../server/protocol';
import type { ClientContext } from './commands/command';
import { realtimeEditor } from './open-config';

/**
 * Has the server run one of its commands. In: the command and its one argument. Out: what it answers. Rejects when it
 * gives no answer, or cannot be reached.
 */
export async function askServer<Result>(
  { server }: ClientContext,
  command: string,
  args: object,
): Promise<Result> {
  const result = await server.request<Result | null>('workspace/executeCommand', {
    command,
    arguments: [args],
  });
  if (result === null) throw new Error('The language server gave no answer. Restart it and try again.');
  return result;
}

/**
 * Has the server change the document in front, and brings what it changed into view. Without a Realtime config in front
 * it offers one first.
 */
export async function editByServer(context: ClientContext, command: string): Promise<void> {
  const editor = await realtimeEditor();
  if (!editor) return;
  const result = await askServer<EditResult>(context, command, { uri: editor.document.uri.toString() });
  if (result.outcome === 'applied') await reveal(editor.document, result.range, editor.viewColumn);
  // The server has told the user already.
  else if (result.outcome === 'refused') context.output.info(result.message);
}

/** Shows a document with a range in view and the cursor at its start. */
export async function reveal(
  document: TextDocument,
  { start, end }: Extract<EditResult, { outcome: 'applied' }>['range'],
  viewColumn?: TextEditor['viewColumn'],
): Promise<void> {
  const editor = await window.showTextDocument(document, viewColumn);
  const range = new Range(start.line, start.character, end.line, end.character);
  // The cursor goes along, else the next key would scroll away from what was changed.
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range);
}
