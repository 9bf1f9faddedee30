import { modelsFor } from '../kinds/models';
import { objectIn } from './beta-update';
import type { Conversion } from './conversion';
import { notes } from './messages';
import { get, nothingIn, object, scalar, withMembers } from './part';

/** The session out of a request for a client secret, or out of an update event. */
export const sessionOfEnvelope: Conversion = {
  id: 'session-of-envelope',
  convert: (document, { to, note }) => {
    const session = objectIn(document, 'session');
    const expiry = get(document, 'expires_after');
    const event = get(document, 'event_id');
    if (expiry) note(expiry, notes.expiresAfter);
    if (event) note(event, notes.eventId);
    for (const { name, part } of document.members) {
      if (!['session', 'expires_after', 'event_id', 'type', '$schema'].includes(name)) {
        note(part, notes.unknown(name, to));
      }
    }
    if (to.session.family !== 'translation' || get(session, 'model')) return session;
    const [model] = modelsFor('ga', 'translation');
    if (!model) return session;
    note(nothingIn(session), notes.modelAdded(model.id));
    const added = object([['model', scalar(model.id)]]).members;
    return withMembers(session, [...added, ...session.members]);
  },
};
