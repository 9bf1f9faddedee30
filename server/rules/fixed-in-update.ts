import type { Rule } from './rule';
import type { Place } from './session-view';

const fixed: readonly (readonly [Place, string])[] = [
  [
    'model',
    'The model is fixed by the connection: an update cannot change it, and naming another one is refused.',
  ],
  [
    'voice',
    'The voice can be set until the first audio answer; after that an update with another one is refused.',
  ],
  ['tracing', 'Tracing can be turned off later, but not changed once it is on.'],
];

/** What an update may name and not change. Source: openai-agents-python#1661, vierisid/jarvis#433. */
export const fixedInUpdate: Rule = {
  id: 'fixed-in-update',
  severity: 'info',
  summary: 'An update names something that cannot change later.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    if (!session?.isUpdate || session.family !== 'realtime') return;
    for (const [place, message] of fixed) {
      const member = session.member(place);
      if (member?.value && member.value.type !== 'null') yield { at: member, message };
    }
  },
};
