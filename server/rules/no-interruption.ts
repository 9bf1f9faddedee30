import { memberOf } from '../document/node';
import type { Rule } from './rule';

/** Source: the types of openai 7.57.0. */
export const noInterruption: Rule = {
  id: 'no-interruption',
  severity: 'info',
  summary: 'Turns get an answer, but cannot interrupt one.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const node = session?.family === 'realtime' ? session.value('turnDetection') : undefined;
    const interrupt = memberOf(node, 'interrupt_response');
    if (interrupt?.value?.value !== false) return;
    if (memberOf(node, 'create_response')?.value?.value === false) return;
    yield {
      at: interrupt,
      message:
        'Speech does not interrupt an answer, so a turn that ends while the model is still speaking may get none.',
    };
  },
};
