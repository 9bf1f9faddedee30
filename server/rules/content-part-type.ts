import data from '../../schemas/migration.json';
import { elementsOf, memberOf, stringOf } from '../document/node';
import { replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';

const byRole: Readonly<Record<string, Readonly<Record<string, string>>>> = data.contentTypes;

/** What is said has a type that depends on who says it. Source: openai-agents-js#963, the item types of openai 7.57.0. */
export const contentPartType: Rule = {
  id: 'content-part-type',
  severity: 'error',
  summary: 'The type of a piece of content does not go with the role of its message.',
  dialects: ['ga'],
  *check({ session, kind }) {
    for (const item of elementsOf(session?.value('input'))) {
      const role = stringOf(memberOf(item, 'role')?.value) ?? '';
      const renames = Object.hasOwn(byRole, role) ? byRole[role] : undefined;
      for (const part of elementsOf(memberOf(item, 'content')?.value)) {
        const type = memberOf(part, 'type')?.value;
        const name = stringOf(type) ?? '';
        const meant = renames && Object.hasOwn(renames, name) ? renames[name] : undefined;
        if (!type || meant === undefined) continue;
        yield {
          at: type,
          message: `What the ${role} says is of the type "${meant}", not "${name}". The API refuses the whole ${kind.whole}.`,
          fixes: [replaceFix(type, JSON.stringify(meant), SAFE)],
        };
      }
    }
  },
};
