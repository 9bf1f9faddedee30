import { pathOf, stringOf } from '../document/node';
import { ALTERNATIVE, removeFix, replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';
import type { Place } from './session-view';
import { refusal, sessionModel } from './support/models';

const places: readonly Place[] = ['reasoning', 'parallelToolCalls'];

/** “Unsupported option for this model”: the types of openai 7.57.0 and the live API. */
export const reasoningModel: Rule = {
  id: 'reasoning-model',
  severity: 'error',
  summary: 'The model does not reason, so it takes no options of reasoning.',
  dialects: ['ga'],
  *check(context) {
    const { session } = context;
    const model = session?.value('model');
    if (!session || !model || sessionModel(context)?.reasoning !== false) return;
    for (const place of places) {
      const member = session.member(place);
      if (!member) continue;
      yield {
        at: member,
        message: `"${member.name}" is for models that reason, such as "gpt-realtime-2.1"; "${stringOf(model)}" does not. ${refusal(context)}`,
        fixes: [
          removeFix(context, pathOf(member.property), SAFE),
          replaceFix(model, '"gpt-realtime-2.1"', ALTERNATIVE, 'Use "gpt-realtime-2.1"'),
        ],
        related: [{ message: 'The model', span: { offset: model.offset, length: model.length } }],
      };
    }
  },
};
