import { nameOfFormat } from '../conversions/values';
import { memberOf, stringOf } from '../document/node';
import { replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';
import type { Place } from './session-view';
import { refusal } from './support/models';

const places: readonly Place[] = ['inputFormat', 'outputFormat'];

/** Today’s format in a document of those that have names. Source: the live API’s answer invalid_type. */
export const flatFormat: Rule = {
  id: 'flat-format',
  severity: 'error',
  summary: 'A format is an object where it is a name.',
  dialects: ['sdk', 'beta'],
  *check(context) {
    for (const place of places) {
      const node = context.session?.value(place);
      if (node?.type !== 'object') continue;
      const name = nameOfFormat(stringOf(memberOf(node, 'type')?.value) ?? '');
      if (name === undefined) continue;
      yield {
        at: node,
        message: `Here a format is a name: "${name}". ${refusal(context)}`,
        fixes: [replaceFix(node, JSON.stringify(name), SAFE)],
      };
    }
  },
};
