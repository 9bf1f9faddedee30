import { memberOf } from '../document/node';
import type { Rule } from './rule';

/** Source: the types of openai 7.57.0, hypha-web#2346. */
export const vadEventsOnly: Rule = {
  id: 'vad-events-only',
  severity: 'info',
  summary: 'Turn detection neither answers nor interrupts.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const node = session?.family === 'realtime' ? session.value('turnDetection') : undefined;
    const create = memberOf(node, 'create_response');
    if (create?.value?.value !== false) return;
    if (memberOf(node, 'interrupt_response')?.value?.value !== false) return;
    yield {
      at: create,
      message:
        'With both switches off the server only reports speech: it never answers by itself, so your code has to send response.create after each turn.',
    };
  },
};
