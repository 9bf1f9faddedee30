import { elementsOf } from '../document/node';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule } from './rule';

/** RealtimeResponseCreateParams in the types of the npm package openai: an empty list clears the context. */
export const emptyInput: Rule = {
  id: 'empty-input',
  severity: 'info',
  summary: 'An empty "input" keeps the conversation from the model.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const input = context.session?.value('input');
    if (input?.type !== 'array' || elementsOf(input).length > 0) return;
    yield {
      at: input,
      message:
        'With an empty list the model answers without knowing anything of the conversation. Leave "input" out to have it answer what was said.',
      fixes: [removeFix(context, context.session?.pathOf('input') ?? [], ALTERNATIVE)],
    };
  },
};
