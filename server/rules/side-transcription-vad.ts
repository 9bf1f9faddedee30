import { memberOf } from '../document/node';
import type { Rule } from './rule';
import { transcriptionModel } from './support/models';

/** Unconfirmed what a conversation does with such a model beside its turn detection. */
export const sideTranscriptionVad: Rule = {
  id: 'side-transcription-vad',
  severity: 'info',
  summary: 'A conversation with turn detection has its transcript from a model that takes none.',
  dialects: ['ga'],
  *check(context) {
    const { session } = context;
    if (session?.family !== 'realtime' || session.value('turnDetection')?.type !== 'object') return;
    const model = transcriptionModel(context);
    const node = memberOf(session.value('transcription'), 'model')?.value;
    if (!node || model?.vad !== false) return;
    yield {
      at: node,
      message: `By itself "${model.id}" takes no turn detection; whether it works beside that of a conversation is not known. "gpt-transcribe" does.`,
    };
  },
};
