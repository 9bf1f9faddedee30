import { stringOf } from '../document/node';
import { replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { refusal } from './support/models';

/** Words for "no limit" that are not the API’s. */
const UNLIMITED = /^(?:\+?inf(?:inite|inity)?|unlimited|max(?:imum)?|none|null|-1)$/i;

/** A cap is a number or the word "inf". Source: the types of openai 7.57.0. */
export const tokenValue: Rule = {
  id: 'token-value',
  severity: 'error',
  summary: 'A cap on tokens is a number or "inf".',
  dialects: ['ga', 'beta'],
  *check(context) {
    const node = context.session?.value('maxTokens');
    const text = stringOf(node);
    if (!node || text === undefined || text === 'inf') return;
    const name = context.session?.member('maxTokens')?.name;
    yield {
      at: node,
      message: `"${name}" is a number without quotes, or "inf" for no cap. ${refusal(context)}`,
      fixes: /^\d+$/.test(text)
        ? [replaceFix(node, String(Number(text)), SAFE)]
        : [replaceFix(node, '"inf"', UNLIMITED.test(text) ? SAFE : SUGGESTED)],
    };
  },
};
