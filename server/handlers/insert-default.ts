import { MessageType, type Range, ShowMessageRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../document/edits';
import { planInsert } from '../features/insert-default';
import { toRange } from '../features/ranges';
import type { Edit } from '../problem';
import { type InsertDefaultArgs, type InsertDefaultResult, insertables } from '../protocol';
import type { OpenDocument, Session } from '../session';

const NEW_DOCUMENT = 'New Document';

/**
 * `realtimeConfig.server.insertDefault`: asks before it replaces, says why something cannot go where it was
 * asked for, and edits through `workspace/applyEdit`.
 * @param value the command's first argument; anything but `InsertDefaultArgs` is refused with a message
 */
export async function runInsertDefault(session: Session, value: unknown): Promise<InsertDefaultResult> {
  if (!isArgs(value)) return refuse(session, 'This command needs { uri, position, what }.');
  const found = await session.open(value.uri);
  if (!found)
    return refuse(
      session,
      'This document is not open in the language server. Open it as realtime-json first.',
    );
  const plan = planInsert(found.doc, found.detected.kind, value.what);
  switch (plan.type) {
    case 'edit':
      return apply(session, found, plan.edit);
    case 'nothing':
      await ask(session, MessageType.Info, plan.message, []);
      return { outcome: 'applied', range: toRange(found.doc, plan.node) };
    case 'ask':
      return (await ask(session, MessageType.Warning, plan.message, [plan.action])) === plan.action
        ? apply(session, found, plan.edit)
        : { outcome: 'cancelled' };
    case 'refuse':
      return offerDocument(session, plan.message, plan.text);
  }
}

function isArgs(value: unknown): value is InsertDefaultArgs {
  const args = value as Partial<InsertDefaultArgs> | null | undefined;
  return typeof args?.uri === 'string' && args.what !== undefined && insertables.includes(args.what);
}

async function refuse(session: Session, message: string): Promise<InsertDefaultResult> {
  await ask(session, MessageType.Error, message, []);
  return { outcome: 'refused', message };
}

async function offerDocument(session: Session, message: string, text: string): Promise<InsertDefaultResult> {
  const actions = session.options.canOpenUntitled ? [NEW_DOCUMENT] : [];
  const answer = await ask(session, MessageType.Warning, message, actions);
  return answer === NEW_DOCUMENT ? { outcome: 'new-document', text } : { outcome: 'refused', message };
}

/** Shows a message; with actions it waits for one of them, without any it does not wait to be read. */
async function ask(
  session: Session,
  type: MessageType,
  message: string,
  actions: string[],
): Promise<string | undefined> {
  if (actions.length === 0) {
    await session.connection.sendNotification('window/showMessage', { type, message });
    return undefined;
  }
  const request = { type, message, actions: actions.map((title) => ({ title })) };
  return (await session.connection.sendRequest(ShowMessageRequest.type, request))?.title;
}

async function apply(session: Session, { doc }: OpenDocument, edit: Edit): Promise<InsertDefaultResult> {
  // The question may have stood for a while: what it was about must still be the text.
  const now = await session.open(doc.uri);
  if (!now) return refuse(session, 'The document has been closed in the meantime. Nothing was changed.');
  if (now.doc.text !== doc.text)
    return refuse(session, 'The document has changed in the meantime. Run the command again.');
  const edits = [{ range: toRange(doc, edit), newText: edit.content }];
  const { applied } = await session.connection.workspace.applyEdit({ changes: { [doc.uri]: edits } });
  if (!applied) return refuse(session, 'The editor did not accept the change. The file may be read-only.');
  return { outcome: 'applied', range: rangeAfter(doc.text, edit) };
}

/** Where the inserted text stands once the edit is done. */
function rangeAfter(text: string, edit: Edit): Range {
  const after = TextDocument.create('', '', 0, applyEdits(text, [edit]));
  return { start: after.positionAt(edit.offset), end: after.positionAt(edit.offset + edit.content.length) };
}
