import { insertAt, type Path, removeAt, sourceText } from '../document/changes';
import { type Member, memberOf, membersOf, pathOf } from '../document/node';
import { type Fix, spanOf } from '../problem';
import { ALTERNATIVE, changeFix, orderIn, removeFix, SUGGESTED } from './fixes';
import type { Rule, RuleContext } from './rule';

/** A block of the SDK’s that no API reads: openai_rust_sdk session_config, and the types of openai 7.57.0. */
export const voiceActivityDetection: Rule = {
  id: 'voice-activity-detection',
  severity: 'warning',
  summary: '"voice_activity_detection" repeats or contradicts "turn_detection", and no API reads it.',
  dialects: ['sdk'],
  *check(context) {
    const { session } = context;
    const own = session?.member('voiceActivityDetection');
    const turns = session?.member('turnDetection');
    if (own?.value?.type !== 'object') return;
    const isAlone = turns?.value?.type !== 'object';
    const differing = isAlone ? [] : differences(own, turns);
    const isEqual = !isAlone && differing.length === 0;
    yield {
      at: own,
      message: isAlone
        ? 'No API reads "voice_activity_detection". What is to have an effect belongs in "turn_detection".'
        : isEqual
          ? '"voice_activity_detection" repeats what "turn_detection" says, and no API reads it.'
          : `"voice_activity_detection" contradicts "turn_detection" (${differing.map((name) => `"${name}"`).join(', ')}). No API reads it: "turn_detection" is what counts.`,
      ...(isEqual || isAlone ? { tag: 'unnecessary' as const } : {}),
      fixes: [
        ...(turns ? [] : [turnsFix(context, own, pathOf(own.property))]),
        removeFix(context, pathOf(own.property), isEqual ? SUGGESTED : ALTERNATIVE),
        ...(turns && !isEqual ? [removeFix(context, pathOf(turns.property), ALTERNATIVE)] : []),
      ],
      ...(turns ? { related: [{ message: 'What counts', span: spanOf(turns.key) }] } : {}),
    };
  },
};

/** The same timings where they count. */
function turnsFix(context: RuleContext, own: Member, from: Path): Fix {
  const entries = membersOf(own.value).flatMap(({ name, value }) =>
    value ? [[name, sourceText(context.doc.text, value)] as const] : [],
  );
  const turns = { type: 'server_vad', ...Object.fromEntries(entries) };
  const to = [...from.slice(0, -1), 'turn_detection'];
  return changeFix(context, 'Move it to "turn_detection"', SUGGESTED, [
    removeAt(from),
    insertAt(to, turns, orderIn(context)),
  ]);
}

/** The keys that both have with different values. */
function differences(own: Member, turns: Member): string[] {
  return ['threshold', 'prefix_padding_ms', 'silence_duration_ms'].filter((name) => {
    const [one, other] = [memberOf(own.value, name)?.value, memberOf(turns.value, name)?.value];
    return one !== undefined && other !== undefined && other.type !== 'null' && one.value !== other.value;
  });
}
