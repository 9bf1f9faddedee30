import { MessageType, type Range, ShowMessageRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../document/edits';
import { toRange } from '../features/ranges';
import type { Edit } from '../problem';
import type { EditResult } from '../protocol';
import type { OpenDocument, Session } from '../session';

/** Tells the user why nothing was done. */
export async function refuse(
  session: Session,
  message: string,
): Promise<Extract<EditResult, { outcome: 'refused' }>> {
  await ask(session, MessageType.Error, message, []);
  return { outcome: 'refused', message };
}

/** Tells the user something that needs no answer. */
export async function tell(session: Session, message: string): Promise<void> {
  await ask(session, MessageType.Info, message, []);
}

/**
 * Shows a message; with actions it waits for one of them, without any it does not wait to be read.
 * @returns the title of the action; undefined when there was none, or none was chosen
 */
export async function ask(
  session: Session,
  type: MessageType,
  message: string,
  actions: readonly string[],
): Promise<string | undefined> {
  if (actions.length === 0) {
    await session.connection.sendNotification('window/showMessage', { type, message });
    return undefined;
  }
  const request = { type, message, actions: actions.map((title) => ({ title })) };
  return (await session.connection.sendRequest(ShowMessageRequest.type, request))?.title;
}

/**
 * Finds the document that a command is about.
 * @param args the command's first argument
 * @returns what the user was told, where it is not one of ours
 */
export async function openFor(
  session: Session,
  args: unknown,
): Promise<OpenDocument | Extract<EditResult, { outcome: 'refused' }>> {
  const uri = (args as { uri?: unknown } | null | undefined)?.uri;
  if (typeof uri !== 'string')
    return refuse(session, 'This command needs { uri }, the document that it is about.');
  const found = await session.open(uri);
  return (
    found ??
    refuse(session, 'This document is not open in the language server. Open it as realtime-json first.')
  );
}

/** Whether `openFor` has refused. */
export function isRefused(
  found: OpenDocument | Extract<EditResult, { outcome: 'refused' }>,
): found is Extract<EditResult, { outcome: 'refused' }> {
  return 'outcome' in found;
}

/**
 * Makes edits in one step, so that one undo takes them back.
 * @param doc the document that the edits were reckoned for; refused when it is not like that any more
 * @param edits in source order, at least one
 */
export async function applyTo(
  session: Session,
  { doc }: OpenDocument,
  edits: readonly Edit[],
): Promise<Exclude<EditResult, { outcome: 'cancelled' }>> {
  // A question may have stood for a while: what it was about must still be the text.
  const now = await session.open(doc.uri);
  if (!now) return refuse(session, 'The document has been closed in the meantime. Nothing was changed.');
  if (now.doc.text !== doc.text)
    return refuse(session, 'The document has changed in the meantime. Run the command again.');
  const changes = edits.map((edit) => ({ range: toRange(doc, edit), newText: edit.content }));
  const { applied } = await session.connection.workspace.applyEdit({ changes: { [doc.uri]: changes } });
  if (!applied) return refuse(session, 'The editor did not accept the change. The file may be read-only.');
  return { outcome: 'applied', range: rangeAfter(doc.text, edits) };
}

/** Where the changed text stands once the edits are done: from the start of the first to the end of the last. */
function rangeAfter(text: string, edits: readonly Edit[]): Range {
  const after = TextDocument.create('', '', 0, applyEdits(text, edits));
  const [first, last] = [edits[0], edits.at(-1)];
  const before = edits.slice(0, -1).reduce((sum, { length, content }) => sum + content.length - length, 0);
  const end = last ? last.offset + before + last.content.length : 0;
  return { start: after.positionAt(first?.offset ?? 0), end: after.positionAt(end) };
}
