import { memberOf } from '../document/node';
import { spanOf } from '../problem';
import { replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';
import { refusal, transcriptionModel } from './support/models';

/** Some models of transcription take no turn detection. Source: livekit/agents#5779, openwhispr#2077. */
export const vadUnsupported: Rule = {
  id: 'vad-unsupported',
  severity: 'error',
  summary: 'The transcription model takes no turn detection.',
  dialects: ['ga'],
  *check(context) {
    const { session } = context;
    const node = session?.value('turnDetection');
    if (session?.family !== 'transcription' || node?.type !== 'object') return;
    const model = transcriptionModel(context);
    if (model?.vad !== false) return;
    const named = memberOf(session.value('transcription'), 'model')?.value;
    yield {
      at: node,
      message: `"${model.id}" takes no turn detection: it must be null, and your code says where a turn ends. ${refusal(context)}`,
      fixes: [replaceFix(node, 'null', SAFE, 'Replace "turn_detection" with null')],
      ...(named ? { related: [{ message: 'The transcription model', span: spanOf(named) }] } : {}),
    };
  },
};
