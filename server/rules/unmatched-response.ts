import { membersOf } from '../document/node';
import type { Rule } from './rule';

/** RealtimeResponseCreateParams in the types of the npm package openai: `none` adds nothing to the conversation. */
export const unmatchedResponse: Rule = {
  id: 'unmatched-response',
  severity: 'info',
  summary: 'An answer that stands apart from the conversation has no metadata to know it by.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const conversation = session?.value('conversation');
    if (conversation?.value !== 'none' || membersOf(session?.value('metadata')).length > 0) return;
    yield {
      at: conversation,
      message:
        'With "none" the answer is not kept in the conversation, and other answers may arrive before it. An entry in "metadata" comes back with it, so that you can tell which it is.',
      absence: true,
    };
  },
};
