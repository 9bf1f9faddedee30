import { memberOf, stringOf } from '../document/node';
import type { Rule } from './rule';

/** swift-realtime-openai#57: with another id the session kept running without the prompt. A single report. */
export const promptId: Rule = {
  id: 'prompt-id',
  severity: 'warning',
  summary: 'The id of a stored prompt does not look like one.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const id = memberOf(session?.value('prompt'), 'id')?.value;
    const text = stringOf(id);
    if (!id || text === undefined || text.startsWith('pmpt_')) return;
    yield {
      at: id,
      message:
        'The id of a stored prompt starts with "pmpt_". With another one the session may run on without the prompt.',
    };
  },
};
