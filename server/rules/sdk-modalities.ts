import { elementsOf, stringOf } from '../document/node';
import { ALTERNATIVE, replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** The SDK takes any list; the API of its day took two. Source: serde’s reading, and the live API’s answer. */
export const sdkModalities: Rule = {
  id: 'sdk-modalities',
  severity: 'warning',
  summary: 'The SDK takes these modalities, and the API refused them.',
  dialects: ['sdk'],
  *check({ session }) {
    const node = session?.value('modalities');
    if (node?.type !== 'array') return;
    const names = elementsOf(node).map(stringOf);
    const isRepeated = new Set(names).size < names.length;
    const isKnown = names.every((name) => name === 'audio' || name === 'text');
    if (!isKnown || (names.includes('text') && !isRepeated)) return;
    yield {
      at: node,
      message: 'The API took ["text"] or ["text", "audio"], and refused a session with anything else.',
      fixes: [replaceFix(node, '["text", "audio"]', SUGGESTED), replaceFix(node, '["text"]', ALTERNATIVE)],
    };
  },
};
