import { memberOf } from '../document/node';
import type { Rule } from './rule';

/** Own reading of the types of openai 7.57.0. */
export const retentionRatioEdge: Rule = {
  id: 'retention-ratio-edge',
  severity: 'info',
  summary: 'A retention ratio of 0 or 1 does not do what it is for.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const node = memberOf(session?.value('truncation'), 'retention_ratio')?.value;
    if (node?.value !== 0 && node?.value !== 1) return;
    yield {
      at: node,
      message:
        node.value === 0
          ? 'At 0 everything is forgotten each time the context is full. Something like 0.8 keeps most of the conversation.'
          : 'At 1 as little as possible is forgotten, so it happens again at every turn. Something like 0.8 makes room for a while.',
    };
  },
};
