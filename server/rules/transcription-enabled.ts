import { convertTranscription } from '../conversions/values';
import { replaceAt } from '../document/changes';
import { type Member, memberOf, pathOf } from '../document/node';
import { changeFix, removeFix, SAFE, valueText } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { refusal } from './support/models';

/** A switch of the SDK’s own. Source: openai-realtime-api-beta#9. */
export const transcriptionEnabled: Rule = {
  id: 'transcription-enabled',
  severity: 'error',
  summary: 'A transcription has no switch: it is there or it is not.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { session, kind, root } = context;
    if (kind.id === 'sdk.input-audio-transcription') {
      const member = memberOf(root, 'enabled');
      if (member)
        yield {
          at: member,
          severity: 'warning',
          message: 'The SDK wants "enabled", and the API refuses a session that is sent with it.',
        };
      return;
    }
    const member = memberOf(session?.value('transcription'), 'enabled');
    if (member) yield finding(context, member);
  },
};

function finding(context: RuleContext, member: Member): RuleFinding {
  const block = context.session?.value('transcription');
  const isOff = member.value?.value === false;
  const fix =
    isOff && block
      ? changeFix(context, 'Replace the transcription with null', SAFE, [
          replaceAt(pathOf(block), valueText(context, block, convertTranscription(block, context.doc.text))),
        ])
      : removeFix(context, pathOf(member.property), SAFE);
  return {
    at: member,
    message: `A transcription has no "enabled": it is on when it is there, and off when it is null. ${refusal(context)}`,
    fixes: [fix],
  };
}
