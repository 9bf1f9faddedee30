import { betaSession } from './beta-session';
import type { Conversion } from './conversion';
import { notes } from './messages';
import { get, object, type Part, without } from './part';

/** The preview's flat session with its `client_secret`: the request for a client secret, with the session in it. */
export const betaClientSecret: Conversion = {
  id: 'beta-client-secret',
  convert: (document, context) => {
    const secret = get(document, 'client_secret');
    const asked = secret && lifetimeIn(secret);
    for (const { name, part } of secret?.members ?? []) {
      if (part !== asked) context.note(part, notes.serverOwned(name));
    }
    return object([
      ['expires_after', asked],
      ['session', betaSession.convert(without(document, 'client_secret'), context)],
    ]);
  },
};

/** Conversations call it `expires_after`, transcriptions `expires_at`; a number is what a server has answered. */
function lifetimeIn(secret: Part): Part | undefined {
  return ['expires_after', 'expires_at']
    .map((name) => get(secret, name))
    .find((part) => part?.type === 'object');
}
