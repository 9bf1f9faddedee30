import { shutdowns } from '../kinds/shutdowns';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule } from './rule';

/** The date, with its source, is in `schemas/shutdowns.json`. */
export const promptShutdown: Rule = {
  id: 'prompt-shutdown',
  severity: 'warning',
  summary: 'The session uses a stored prompt, a service that ends.',
  dialects: ['ga'],
  *check(context) {
    const { session, settings } = context;
    const prompt = session?.member('prompt');
    // Null only says that there is no prompt, and what other servers do is theirs to say.
    if (!session || !prompt?.value || prompt.value.type === 'null' || settings.target !== 'openai') return;
    const { title, date } = shutdowns.prompts;
    yield {
      at: prompt,
      message:
        date <= settings.today
          ? `${title} ended on ${date}, so this text may not reach the model any more. Put it into "instructions".`
          : `${title} end on ${date}. Put the text into "instructions" before.`,
      tag: 'deprecated',
      fixes: [removeFix(context, session.pathOf('prompt') ?? [], ALTERNATIVE)],
    };
  },
};
