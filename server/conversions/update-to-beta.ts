import { objectIn } from './beta-update';
import type { Conversion } from './conversion';
import { get, scalar, set } from './part';
import { flatObject } from './to-flat';

/** An update event of today becomes the preview's: transcriptions had an event of their own. */
export const updateToBeta: Conversion = {
  id: 'update-to-beta',
  convert: (document, context) => {
    const isTranscription = context.to.session.family === 'transcription';
    const name = isTranscription ? 'transcription_session.update' : 'session.update';
    const event = set(document, 'type', scalar(name, get(document, 'type')));
    return set(event, 'session', flatObject(objectIn(document, 'session'), context));
  },
};
