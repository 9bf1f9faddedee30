import { memberOf } from '../document/node';
import type { Rule } from './rule';

/** openai-python#2638, livekit/agents#3489: a preview endpoint refuses the keys of today's shape. */
export const azureEndpoint: Rule = {
  id: 'azure-endpoint',
  severity: 'hint',
  summary: 'A preview endpoint of Azure refuses documents of this shape.',
  dialects: ['ga'],
  *check({ session, settings }) {
    if (settings.target !== 'azure' || !session) return;
    const telling = ['type', 'output_modalities', 'audio'].map((key) => memberOf(session.node, key));
    const at = telling.find((member) => member !== undefined);
    if (!at) return;
    yield {
      at,
      message: `A preview endpoint of Azure (with "api-version" in its address) refuses "${at.name}". Send this to "/openai/v1/realtime".`,
    };
  },
};
