import type { Conversion } from './conversion';
import { get } from './part';
import { sessionFromFlat, withoutVadBlock } from './to-session';

/** The SDK's request, config or response: what stands in `config` comes up beside the rest. */
export const sdkSession: Conversion = {
  id: 'sdk-session',
  convert: (document, context) => {
    const config = get(document, 'config');
    const outer = document.members.filter(({ part }) => part !== config || config.type !== 'object');
    const inner = withoutVadBlock(config?.type === 'object' ? config.members : [], context);
    const flat = config?.type === 'object' ? [...outer, ...inner] : withoutVadBlock(outer, context);
    return sessionFromFlat(flat, 'realtime', context);
  },
};
