import { memberOf, pathOf, valueAt } from '../document/node';
import { removeFix, SAFE } from './fixes';
import type { Rule } from './rule';

/** The types of response.create have no speed: RealtimeResponseCreateAudioOutput of openai 7.57.0. */
export const speedInResponse: Rule = {
  id: 'speed-in-response',
  severity: 'error',
  summary: 'A single answer cannot have a speed of its own.',
  dialects: ['ga'],
  *check(context) {
    const { session, kind } = context;
    if (session?.family !== 'response') return;
    for (const holder of [session.node, valueAt(session.node, 'audio', 'output')]) {
      const member = memberOf(holder, 'speed');
      if (!member) continue;
      yield {
        at: member,
        message: `A single answer has no "speed": it is set for the session, in "audio.output.speed". The API refuses the whole ${kind.whole} because of this key.`,
        fixes: [removeFix(context, pathOf(member.property), SAFE)],
      };
    }
  },
};
