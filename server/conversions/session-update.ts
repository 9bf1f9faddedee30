import type { Conversion } from './conversion';
import { notes } from './messages';
import { get, object, scalar, without } from './part';

/** A session becomes the event that sets it up. The model of a translation cannot be in it. */
export const sessionUpdate: Conversion = {
  id: 'session-update',
  convert: (document, { to, note }) => {
    const model = to.session.family === 'translation' ? get(document, 'model') : undefined;
    if (model) note(model, notes.updateModel);
    return object([
      ['type', scalar('session.update')],
      ['session', model ? without(document, 'model') : document],
    ]);
  },
};
