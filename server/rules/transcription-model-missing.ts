import { memberOf, nameRange } from '../document/node';
import { addFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** The type makes it optional, the preview’s server wanted it: what today’s does is unconfirmed. */
export const transcriptionModelMissing: Rule = {
  id: 'transcription-model-missing',
  severity: 'info',
  summary: 'A transcription names no model.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    const block = session?.value('transcription');
    const path = session?.pathOf('transcription');
    if (!session || !path || block?.type !== 'object' || session.isUpdate || session.family === 'translation')
      return;
    if (memberOf(block, 'model')) return;
    const model = kind.dialect === 'ga' ? 'gpt-transcribe' : 'whisper-1';
    yield {
      at: block,
      span: nameRange(block),
      absence: true,
      message: `No "model" transcribes here. The types leave it out, servers have asked for it: name one, such as "${model}".`,
      fixes: [addFix(context, [...path, 'model'], model, SUGGESTED)],
    };
  },
};
