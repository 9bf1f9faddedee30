import data from '../../schemas/migration.json';
import { membersOf, pathOf } from '../document/node';
import { removeFix, SAFE } from './fixes';
import type { Rule } from './rule';

const gone = Object.keys(data.gone);

/** Keys of the preview that nothing has taken the place of. Source: openai/openai-agents-js#228, live answers. */
export const temperature: Rule = {
  id: 'temperature',
  severity: 'error',
  summary: 'Today’s API has no "temperature".',
  dialects: ['ga'],
  *check(context) {
    const { session, kind } = context;
    for (const member of membersOf(session?.node)) {
      if (!gone.includes(member.name)) continue;
      yield {
        at: member,
        message: `"${member.name}" is gone, and nothing takes its place: say in "instructions" how the model should speak. The API refuses the whole ${kind.whole} because of this key.`,
        fixes: [removeFix(context, pathOf(member.property), SAFE)],
      };
    }
  },
};
