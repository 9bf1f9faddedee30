import { memberOf, pathOf } from '../document/node';
import { removeFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** A transcription answers nothing. Source: the beta types of openai 7.57.0. */
export const transcriptionSwitches: Rule = {
  id: 'transcription-switches',
  severity: 'warning',
  summary: 'A transcription has switches for answers that it never gives.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session } = context;
    if (session?.family !== 'transcription') return;
    for (const name of ['create_response', 'interrupt_response']) {
      const member = memberOf(session.value('turnDetection'), name);
      if (!member) continue;
      yield {
        at: member,
        message: `A transcription gives no answers, so "${name}" has no effect here.`,
        tag: 'unnecessary',
        fixes: [removeFix(context, pathOf(member.property), SUGGESTED)],
      };
    }
  },
};
