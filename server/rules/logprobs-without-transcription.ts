import { elementsOf, stringOf } from '../document/node';
import type { Rule } from './rule';

const LOGPROBS = 'item.input_audio_transcription.logprobs';

/** Own reading: probabilities come with a transcript. */
export const logprobsWithoutTranscription: Rule = {
  id: 'logprobs-without-transcription',
  severity: 'info',
  summary: 'Probabilities of a transcript are asked for where there is none.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const item = elementsOf(session?.value('include')).find((node) => stringOf(node) === LOGPROBS);
    if (!session || !item || session.isUpdate || session.value('transcription')?.type === 'object') return;
    yield {
      at: item,
      message:
        'Probabilities come with the transcript of what is said, and this session asks for none. Add a transcription, or leave this out.',
    };
  },
};
