import { valueAt } from '../document/node';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { sessionModel } from './support/models';

/** What the model keeps in mind is its context without the room for the answer. Source: the types of openai 7.57.0. */
export const contextLimit: Rule = {
  id: 'context-limit',
  severity: 'warning',
  summary: 'The conversation may grow larger than the model can keep in mind.',
  dialects: ['ga'],
  *check(context) {
    const node = valueAt(context.session?.value('truncation'), 'token_limits', 'post_instructions');
    const { contextTokens, maxOutputTokens } = sessionModel(context) ?? {};
    if (node?.type !== 'number' || contextTokens === undefined || maxOutputTokens === undefined) return;
    const most = contextTokens - maxOutputTokens;
    if (node.value <= most) return;
    yield {
      at: node,
      message: `The model has room for ${most.toLocaleString('en')} tokens beside its answer (${contextTokens.toLocaleString('en')} less ${maxOutputTokens.toLocaleString('en')}), so this limit never takes effect. Lower it or leave it out.`,
      fixes: [replaceFix(node, String(most), SUGGESTED)],
    };
  },
};
