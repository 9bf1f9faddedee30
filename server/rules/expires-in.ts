import { sourceText } from '../document/changes';
import { memberOf, pathOf } from '../document/node';
import { ALTERNATIVE, changeFix, moveChanges, removeFix, SAFE } from './fixes';
import type { Rule } from './rule';

/** The lifetime of a client secret had another name. Source: openai-agents-js#1325, openai-realtime-agents#119. */
export const expiresIn: Rule = {
  id: 'expires-in',
  severity: 'error',
  summary: 'The lifetime of a client secret is called "expires_after".',
  dialects: ['ga'],
  *check(context) {
    const { root, kind, doc } = context;
    if (kind.session.pointer !== '/session' || kind.session.update) return;
    const member = memberOf(root, 'expires_in');
    if (!member) return;
    const isFree = memberOf(root, 'expires_after') === undefined;
    const value = member.value?.type === 'number' ? member.value : undefined;
    yield {
      at: member,
      message: `The lifetime of a client secret is "expires_after": { "anchor": "created_at", "seconds": … }. The API refuses the whole ${kind.whole} because of this key.`,
      fixes: [
        ...(isFree && value
          ? [
              changeFix(
                context,
                'Move it to "expires_after.seconds"',
                SAFE,
                moveChanges(context, member, ['expires_after'], {
                  anchor: 'created_at',
                  seconds: sourceText(doc.text, value),
                }),
              ),
            ]
          : []),
        removeFix(context, pathOf(member.property), ALTERNATIVE),
      ],
    };
  },
};
