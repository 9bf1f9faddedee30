import type { Conversion } from './conversion';
import { get, set } from './part';
import { flatObject } from './to-flat';

/** A request of today for an answer becomes the preview's. */
export const responseToBeta: Conversion = {
  id: 'response-to-beta',
  convert: (document, context) => {
    const response = get(document, 'response');
    return response ? set(document, 'response', flatObject(response, context)) : document;
  },
};
