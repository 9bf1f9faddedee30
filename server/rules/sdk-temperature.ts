import { factsOf } from '../schema/facts';
import { schemasAt } from '../schema/walk';
import type { Rule } from './rule';

/** RealtimeSessionCreateRequest in the types of the npm package openai has no such key. */
export const sdkTemperature: Rule = {
  id: 'sdk-temperature',
  severity: 'hint',
  summary: 'The temperature has no counterpart in the API of today.',
  dialects: ['sdk'],
  *check({ session, bundle, root }) {
    const node = session?.value('temperature');
    const path = session?.pathOf('temperature');
    if (node?.type !== 'number' || !path) return;
    const applied = schemasAt(bundle, root, path);
    const { minimum = node.value, maximum = node.value } = factsOf(bundle, applied, applied).apiRange ?? {};
    // That it is out of the range of its own API is more urgent.
    if (node.value < minimum || node.value > maximum) return;
    yield {
      at: node,
      message:
        'The API of today has no temperature and refuses the key, so it is left out when this is converted. Say in "instructions" how free answers may be.',
    };
  },
};
