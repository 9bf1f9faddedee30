import type { Rule } from './rule';
import { sessionModel } from './support/models';

/** The types list them, whether they open a session is unconfirmed: openai 7.57.0. */
export const audioModel: Rule = {
  id: 'audio-model',
  severity: 'info',
  summary: 'The model is one of Chat Completions that the realtime types list too.',
  dialects: ['ga'],
  *check(context) {
    const node = context.session?.value('model');
    if (!node || sessionModel(context)?.family !== 'audio') return;
    yield {
      at: node,
      message: `"${String(node.value)}" is a model of Chat Completions. The realtime types list it, but nobody has shown that it opens a session; "gpt-realtime-2.1" does.`,
    };
  },
};
