import { memberOf } from '../document/node';
import type { Rule } from './rule';

/** Own reading of the types of openai 7.57.0: the timeout asks for a response. */
export const idleWithoutResponse: Rule = {
  id: 'idle-without-response',
  severity: 'info',
  summary: 'An idle timeout has nothing to trigger.',
  dialects: ['ga'],
  *check({ session }) {
    const node = session?.value('turnDetection');
    const idle = memberOf(node, 'idle_timeout_ms');
    if (idle?.value?.type !== 'number' || memberOf(node, 'create_response')?.value?.value !== false) return;
    yield {
      at: idle,
      message:
        'The idle timeout makes the model speak up after a silence; with "create_response": false it has nothing to trigger.',
    };
  },
};
