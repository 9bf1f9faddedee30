import { memberOf } from '../document/node';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { refusal } from './support/models';

const MOST = 16;

/** “max decimal places exceeded”: an answer of the live API to a number that a program had rounded badly. */
export const tooManyDecimals: Rule = {
  id: 'too-many-decimals',
  severity: 'error',
  summary: 'A threshold has more decimals than the API reads.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const node = memberOf(context.session?.value('turnDetection'), 'threshold')?.value;
    if (node?.type !== 'number') return;
    const source = context.doc.text.slice(node.offset, node.offset + node.length);
    const decimals = /\.(\d+)/.exec(source)?.[1]?.length ?? 0;
    if (decimals <= MOST) return;
    yield {
      at: node,
      message: `"threshold" has ${decimals} decimals, and the API reads ${MOST} at most. ${refusal(context)}`,
      fixes: [replaceFix(node, String(Math.round(node.value * 100) / 100), SUGGESTED)],
    };
  },
};
