import { memberOf, stringOf } from '../document/node';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** Types and published spec of the preview disagree on this, so it is no Error. */
export const betaSemanticTranscription: Rule = {
  id: 'beta-semantic-transcription',
  severity: 'warning',
  summary: 'A transcription of the preview may not take "semantic_vad".',
  dialects: ['beta'],
  *check({ session }) {
    if (session?.family !== 'transcription') return;
    const type = memberOf(session.value('turnDetection'), 'type')?.value;
    if (!type || stringOf(type) !== 'semantic_vad') return;
    yield {
      at: type,
      message:
        'The published shape of a preview transcription has "server_vad" only; "semantic_vad" came with today’s API.',
      fixes: [replaceFix(type, '"server_vad"', SUGGESTED)],
    };
  },
};
