import { memberOf, pathOf } from '../document/node';
import { spanOf } from '../problem';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule } from './rule';

/** One report of a refusal: both say the same thing. */
export const languageAndLanguages: Rule = {
  id: 'language-and-languages',
  severity: 'warning',
  summary: 'One language and a list of languages are given together.',
  dialects: ['ga'],
  *check(context) {
    const block = context.session?.value('transcription');
    const one = memberOf(block, 'language');
    const list = memberOf(block, 'languages');
    if (!one || !list) return;
    yield {
      at: one,
      message:
        '"language" and "languages" say the same thing twice, and were seen refused together. Keep one of them.',
      fixes: [one, list].map(({ property }) => removeFix(context, pathOf(property), ALTERNATIVE)),
      related: [{ message: 'The list', span: spanOf(list.key) }],
    };
  },
};
