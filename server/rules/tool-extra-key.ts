import { elementsOf, memberOf, pathOf, stringOf } from '../document/node';
import { nearest } from '../schema/nearest';
import { propertyOrder } from '../schema/property-order';
import { schemasAt } from '../schema/walk';
import { removeFix, SAFE } from './fixes';
import type { Rule } from './rule';
import { unknownMembers } from './support/keys';

/** Keys that other APIs or frameworks put on a function. Source: livekit/agents#3398, #3210. */
export const toolExtraKey: Rule = {
  id: 'tool-extra-key',
  severity: 'error',
  summary: 'A function tool has a key that belongs to another API, such as "strict".',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind, bundle, root } = context;
    for (const tool of elementsOf(session?.value('tools'))) {
      if (stringOf(memberOf(tool, 'type')?.value) !== 'function') continue;
      const known = propertyOrder(schemasAt(bundle, root, pathOf(tool)));
      for (const member of unknownMembers(context, tool)) {
        if (member.name === 'function' || nearest(member.name, known) !== undefined) continue;
        yield {
          at: member,
          message: `A function of a Realtime session has no "${member.name}": it takes ${known.map((name) => `"${name}"`).join(', ')}. ${kind.dialect === 'beta' ? 'The preview API refused' : 'The API refuses'} the whole ${kind.whole} because of this key.`,
          fixes: [removeFix(context, pathOf(member.property), SAFE)],
        };
      }
    }
  },
};
