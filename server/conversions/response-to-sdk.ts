import type { Conversion } from './conversion';
import { notes } from './messages';
import { get, object } from './part';
import { flatObject } from './to-flat';

/** A request of today for an answer becomes the SDK's settings for one answer. */
export const responseToSdk: Conversion = {
  id: 'response-to-sdk',
  convert: (document, context) => {
    for (const { name, part } of document.members) {
      if (name === 'event_id') context.note(part, notes.eventId);
      else if (!['type', 'response', '$schema'].includes(name))
        context.note(part, notes.unknown(name, context.to));
    }
    const response = get(document, 'response');
    return response ? flatObject(response, context) : object([]);
  },
};
