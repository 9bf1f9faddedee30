import { isTurnedOff } from '../conversions/values';
import { membersOf, pathOf, pointer, stringOf } from '../document/node';
import { ALTERNATIVE, replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';
import { refusal } from './support/models';

/** Off is `null`; `none` is the SDK's word. Source: openai-agents-js#297, the types of openai 7.57.0. */
export const turnDetectionNone: Rule = {
  id: 'turn-detection-none',
  severity: 'error',
  summary: 'Turn detection is turned off with null, not with "none".',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    const member = session?.member('turnDetection');
    const node = member?.value;
    if (!member || !node || !isTurnedOff(node)) return;
    const type = membersOf(node).find(({ name }) => name === 'type')?.value ?? node;
    if (stringOf(type) !== 'none') return;
    const isSdk = kind.dialect === 'sdk';
    const path = pathOf(node);
    yield {
      at: type,
      severity: isSdk ? 'warning' : 'error',
      message: isSdk
        ? 'The SDK takes "none", but the API it sends it to turns detection off with null only, and refuses the session.'
        : `Turn detection is turned off with null; there is no type "none". ${refusal(context)}`,
      // For the SDK null means that nothing is said, and then the server's own detection is on.
      fixes: [replaceFix(node, 'null', isSdk ? ALTERNATIVE : SAFE, 'Replace "turn_detection" with null')],
      silences: [
        { pointer: pointer(path) },
        ...membersOf(node).map(({ name }) => ({ pointer: pointer([...path, name]) })),
      ],
    };
  },
};
