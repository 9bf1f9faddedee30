import { memberOf, pathOf } from '../document/node';
import { models } from '../kinds/models';
import { ALTERNATIVE, removeFix, replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { refusal, transcriptionModel } from './support/models';

const options = ['keywords', 'languages', 'delay', 'prompt'] as const;

/** Which hints a transcription model takes: `schemas/models.json`, from the types of openai 7.57.0 and recorded probes. */
export const transcriptionOption: Rule = {
  id: 'transcription-option',
  severity: 'error',
  summary: 'The transcription model does not take this hint.',
  dialects: ['ga'],
  *check(context) {
    const block = context.session?.value('transcription');
    const model = transcriptionModel(context);
    const named = memberOf(block, 'model')?.value;
    if (!model || !named) return;
    for (const option of options) {
      const member = memberOf(block, option);
      if (!member || model[option] !== false) continue;
      const isRefused = model.refuses?.includes(option) ?? false;
      const able = models
        .filter((one) => one[option] === true && one.status === 'active')
        .map(({ id }) => id);
      const others =
        able.length > 0
          ? ` ${able.map((id) => `"${id}"`).join(' and ')} ${able.length > 1 ? 'do' : 'does'}.`
          : '';
      yield {
        at: member,
        severity: isRefused ? 'error' : 'warning',
        message: `"${model.id}" does not take "${option}".${others} ${isRefused ? refusal(context) : 'The API ignores it or refuses the session.'}`,
        fixes: [
          ...able.map((id, index) =>
            replaceFix(
              named,
              JSON.stringify(id),
              index === 0 ? SUGGESTED : ALTERNATIVE,
              `Use the model "${id}"`,
            ),
          ),
          removeFix(context, pathOf(member.property), ALTERNATIVE),
        ],
        related: [
          { message: 'The transcription model', span: { offset: named.offset, length: named.length } },
        ],
      };
    }
  },
};
