import { MessageType } from 'vscode-languageserver';
import { planInsert } from '../features/insert-default';
import { toRange } from '../features/ranges';
import { type InsertDefaultArgs, type InsertDefaultResult, insertables } from '../protocol';
import type { Session } from '../session';
import { applyTo, ask, isRefused, openFor, refuse, tell } from './edit-document';

const NEW_DOCUMENT = 'New Document';

/**
 * `realtimeConfig.server.insertDefault`: asks before it replaces, says why something cannot go where it was
 * asked for, and edits through `workspace/applyEdit`.
 * @param value the command's first argument; anything but `InsertDefaultArgs` is refused with a message
 */
export async function runInsertDefault(session: Session, value: unknown): Promise<InsertDefaultResult> {
  if (!isArgs(value)) return refuse(session, 'This command needs { uri, position, what }.');
  const found = await openFor(session, value);
  if (isRefused(found)) return found;
  const plan = planInsert(found.doc, found.detected.kind, value.what);
  switch (plan.type) {
    case 'edit':
      return applyTo(session, found, [plan.edit]);
    case 'nothing':
      await tell(session, plan.message);
      return { outcome: 'applied', range: toRange(found.doc, plan.node) };
    case 'ask':
      return (await ask(session, MessageType.Warning, plan.message, [plan.action])) === plan.action
        ? applyTo(session, found, [plan.edit])
        : { outcome: 'cancelled' };
    case 'refuse':
      return offerDocument(session, plan.message, plan.text);
  }
}

function isArgs(value: unknown): value is InsertDefaultArgs {
  const args = value as Partial<InsertDefaultArgs> | null | undefined;
  return typeof args?.uri === 'string' && args.what !== undefined && insertables.includes(args.what);
}

async function offerDocument(session: Session, message: string, text: string): Promise<InsertDefaultResult> {
  const actions = session.options.canOpenUntitled ? [NEW_DOCUMENT] : [];
  const answer = await ask(session, MessageType.Warning, message, actions);
  return answer === NEW_DOCUMENT ? { outcome: 'new-document', text } : { outcome: 'refused', message };
}
