import { stringOf } from '../document/node';
import type { Rule } from './rule';

/** Source: the types of openai 7.57.0. */
export const truncationDisabled: Rule = {
  id: 'truncation-disabled',
  severity: 'info',
  summary: 'A conversation that fills the context ends in an error.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const node = session?.value('truncation');
    if (!node || stringOf(node) !== 'disabled') return;
    yield {
      at: node,
      message:
        'Nothing is forgotten here: once the conversation fills the context, answers fail with an error. "auto" drops the oldest turns instead.',
    };
  },
};
