import type { Conversion } from './conversion';
import { flatObject } from './to-flat';

/** A session of today becomes the preview's flat one, for servers that were never updated. */
export const sessionToBeta: Conversion = {
  id: 'session-to-beta',
  convert: flatObject,
};
