import { toRange } from '../features/ranges';
import { findServerError } from '../features/server-error/find';
import type { FoundResult } from '../protocol';
import type { Session } from '../session';
import { isRefused, openFor, refuse } from './edit-document';

/**
 * `realtimeConfig.server.findServerError`: shows the place that a server's error is about, in clients that can be asked to.
 * @param args `{ uri, text }` with what the server said
 */
export async function runFindServerError(session: Session, args: unknown): Promise<FoundResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const { text } = args as { text?: unknown };
  if (typeof text !== 'string' || text.trim() === '')
    return refuse(session, 'This command needs { uri, text }, with what the server said.');
  const { doc, detected, settings } = found;
  const place = findServerError(doc, detected.kind, settings.rules, text);
  if (!place) return refuse(session, NOWHERE);
  const range = toRange(doc, place.span);
  if (session.client.capabilities.window?.showDocument?.support)
    await session.connection.window.showDocument({ uri: doc.uri, selection: range, takeFocus: true });
  const { problem } = place;
  return {
    outcome: 'found',
    range,
    ...(problem && { problem: problem.message }),
    canFix: (problem?.fixes.length ?? 0) > 0,
  };
}

const NOWHERE =
  'Nothing in this document fits what the server said. It may have been sent another document, or one that was changed on the way.';
