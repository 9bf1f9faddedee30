import data from '../../schemas/migration.json';
import { type Member, membersOf, pathOf } from '../document/node';
import { removeFix, SAFE } from './fixes';
import type { Rule } from './rule';
import { unknownMembers } from './support/keys';

const owned: readonly string[] = data.serverOwned.keys;

/** Keys of a server's echo that were pasted along. Source: com.openai.unity#427, livekit/agents#1403. */
export const serverOwnedKey: Rule = {
  id: 'server-owned-key',
  severity: 'error',
  summary: 'A key that only the server sets was copied from its answer.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    if (!session) return;
    const isBeta = kind.dialect === 'beta';
    const ends = isBeta ? 'The preview API refused' : 'The API refuses';
    const known = new Set(unknownMembers(context, session.node).map(({ property }) => property));
    const isUntyped = !isBeta && known.size === 0 && session.member('type') === undefined;
    for (const member of membersOf(session.node)) {
      if (!owned.includes(member.name) || !(known.has(member.property) || isUntyped)) continue;
      yield {
        at: member,
        message: `${cause(member)} ${ends} the whole ${kind.whole} because of this key.`,
        fixes: [removeFix(context, pathOf(member.property), SAFE)],
      };
    }
  },
};

function cause({ name }: Member): string {
  return name === 'custom_voice_id'
    ? '"custom_voice_id" comes in the server’s answers and cannot be sent: a voice of your own is "audio.output.voice": {"id": …}.'
    : `"${name}" comes in the server’s answers and cannot be sent.`;
}
