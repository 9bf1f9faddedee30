import { betaSession } from './beta-session';
import { type Conversion, refusal } from './conversion';
import { refusals } from './messages';
import { get, type Part, scalar, set } from './part';

/** The preview's update events, of conversations and of transcriptions, become the one of today. */
export const betaUpdate: Conversion = {
  id: 'beta-update',
  convert: (document, context) => {
    const session = objectIn(document, 'session');
    const event = set(document, 'type', scalar('session.update', get(document, 'type')));
    return set(event, 'session', betaSession.convert(session, context));
  },
};

/**
 * The object that a document is about.
 * @throws a refusal when it is not there
 */
export function objectIn(document: Part, name: string): Part {
  const part = get(document, name);
  if (part?.type !== 'object') throw refusal(refusals.noSession(name), part?.origin ?? '');
  return part;
}
