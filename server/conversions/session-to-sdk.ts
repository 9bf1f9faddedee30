import { modelsFor } from '../kinds/models';
import { rootProperties } from '../schema/root-properties';
import type { Conversion } from './conversion';
import { notes } from './messages';
import { nothingIn, object, type Part, scalar } from './part';
import { flatFromSession } from './to-flat';

/** A session of today becomes the SDK's request, or its config alone, for servers that were never updated. */
export const sessionToSdk: Conversion = {
  id: 'session-to-sdk',
  convert: (document, context) => {
    const flat = flatFromSession(document, context);
    if (context.to.id !== 'sdk.session-request') return object(flat);
    const own = rootProperties(context.to.id);
    const ofConfig = rootProperties('sdk.session-config');
    const isOuter = ([name]: readonly [string, Part]) => own.includes(name) || !ofConfig.includes(name);
    const outer = flat.filter(isOuter);
    const config = flat.filter((entry) => !isOuter(entry));
    if (!outer.some(([name]) => name === 'model')) {
      const [model] = modelsFor('ga', 'realtime');
      if (model) outer.push(['model', scalar(model.id)]);
      if (model) context.note(nothingIn(document), notes.modelAdded(model.id));
    }
    return object([...outer, ['config', config.length > 0 ? object(config) : undefined]]);
  },
};
