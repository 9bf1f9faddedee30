import { elementsOf } from '../document/node';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule } from './rule';
import { toolList } from './support/tools';

/** openai-agents-js#377, and the types of the npm package openai: an empty list clears the tools. */
export const clearedTools: Rule = {
  id: 'cleared-tools',
  severity: 'warning',
  summary: 'An update has an empty list of tools, which takes away those that the session has.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session } = context;
    const tools = toolList(session);
    if (!session?.isUpdate || tools?.value?.type !== 'array' || elementsOf(tools.value).length > 0) return;
    yield {
      at: tools.value,
      message:
        'An empty list takes every tool away from the running session. Leave "tools" out to keep them.',
      fixes: [removeFix(context, session.pathOf('tools') ?? [], ALTERNATIVE)],
    };
  },
};
