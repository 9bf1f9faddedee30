import { nameRange, pathOf } from '../document/node';
import { addFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** Without a model in the request the address has to name one: the live API’s answer missing_model. */
export const missingModel: Rule = {
  id: 'missing-model',
  severity: 'info',
  summary: 'A request for a client secret leaves the model to whoever connects.',
  dialects: ['ga'],
  *check(context) {
    const { session, kind } = context;
    if (kind.id !== 'ga.client-secret' || !session || session.family !== 'realtime') return;
    if (session.member('model') || !session.member('type')) return;
    yield {
      at: session.node,
      span: nameRange(session.node),
      absence: true,
      message:
        'No "model" is named, so whoever connects with this secret has to name one in the address, or is refused.',
      fixes: [addFix(context, [...pathOf(session.node), 'model'], 'gpt-realtime-2.1', SUGGESTED)],
    };
  },
};
