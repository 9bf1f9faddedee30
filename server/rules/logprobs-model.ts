import { elementsOf, stringOf } from '../document/node';
import type { Rule } from './rule';
import { transcriptionModel } from './support/models';

/** Known for two models only; for others it is unconfirmed. */
export const logprobsModel: Rule = {
  id: 'logprobs-model',
  severity: 'info',
  summary: 'The transcription model may not tell probabilities.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const items = elementsOf(context.session?.value('include'));
    const item = items.find((node) => stringOf(node)?.endsWith('.logprobs'));
    const model = transcriptionModel(context);
    if (!item || model?.logprobs !== false) return;
    yield {
      at: item,
      message: `Probabilities are known to come from "gpt-4o-transcribe" and "gpt-4o-mini-transcribe"; whether "${model.id}" tells them is not.`,
    };
  },
};
