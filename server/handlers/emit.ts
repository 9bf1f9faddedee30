import { emit, emitForms, formsOf } from '../emit/index';
import type { Choice, EditResult, Written } from '../protocol';
import type { Session } from '../session';
import { isRefused, openFor, refuse } from './edit-document';

/** `realtimeConfig.server.forms`: the forms that a document can take. */
export async function listForms(session: Session, args: unknown): Promise<Choice[]> {
  const found = await openFor(session, args);
  if (isRefused(found)) return [];
  return formsOf(found.doc, found.detected.kind).map(({ id, title, description }) => ({
    id,
    title,
    description,
  }));
}

/**
 * `realtimeConfig.server.emit`: writes a document in a form.
 * @param args `{ uri, as }` with the id of a form
 */
export async function runEmit(
  session: Session,
  args: unknown,
): Promise<Written | Extract<EditResult, { outcome: 'refused' }>> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const form = emitForms.find(({ id }) => id === (args as { as?: unknown }).as);
  if (!form) {
    const ids = emitForms.map(({ id }) => id).join(', ');
    return refuse(session, `This command needs { uri, as }, with one of ${ids}.`);
  }
  const outcome = emit(found.doc, found.detected.kind, form);
  return 'refused' in outcome ? refuse(session, outcome.refused) : { outcome: 'text', ...outcome };
}
