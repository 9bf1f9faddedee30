import type { Conversion } from './conversion';
import { object } from './part';

/** A session becomes the request for a client secret that opens it. */
export const clientSecret: Conversion = {
  id: 'client-secret',
  convert: (document) => object([['session', document]]),
};
