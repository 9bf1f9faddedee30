import type { Conversion } from './conversion';
import { object, scalar } from './part';
import { sessionFromFlat } from './to-session';

/** The SDK's settings for one answer become the event that asks for it. */
export const sdkResponse: Conversion = {
  id: 'sdk-response',
  convert: (document, context) =>
    object([
      ['type', scalar('response.create')],
      ['response', sessionFromFlat(document.members, 'response', context)],
    ]),
};
