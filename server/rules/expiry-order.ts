import { memberOf, stringOf } from '../document/node';
import { spanOf } from '../problem';
import type { Rule } from './rule';

/** Own reading: a session cannot end before it began. */
export const expiryOrder: Rule = {
  id: 'expiry-order',
  severity: 'info',
  summary: 'A session expires before it was created.',
  dialects: ['sdk'],
  *check({ root, kind }) {
    if (kind.id !== 'sdk.session-response') return;
    const [created, expires] = ['created_at', 'expires_at'].map((name) => memberOf(root, name)?.value);
    const [from, to] = [Date.parse(stringOf(created) ?? ''), Date.parse(stringOf(expires) ?? '')];
    if (!created || !expires || Number.isNaN(from) || Number.isNaN(to) || to >= from) return;
    yield {
      at: expires,
      message: 'This session expires before "created_at". Look whether the two dates have been mixed up.',
      related: [{ message: 'When it was created', span: spanOf(created) }],
    };
  },
};
