import { renameAt } from '../document/changes';
import { elementsOf, memberOf, pathOf } from '../document/node';
import { ALTERNATIVE, changeFix, replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';
import { refusal, transcriptionModel } from './support/models';

/** Several languages have a key of their own. Source: the live API’s answer invalid_type. */
export const languageList: Rule = {
  id: 'language-list',
  severity: 'error',
  summary: 'A list of languages stands where one language belongs.',
  dialects: ['ga'],
  *check(context) {
    const { doc, session } = context;
    const block = session?.value('transcription');
    const member = memberOf(block, 'language');
    const node = member?.value;
    if (!member || node?.type !== 'array') return;
    const [first, second] = elementsOf(node);
    const takesList = transcriptionModel(context)?.languages === true && !memberOf(block, 'languages');
    const source = first && doc.text.slice(first.offset, first.offset + first.length);
    yield {
      at: node,
      message: `"language" is one code; several go into "languages", which "gpt-transcribe" and "gpt-live-transcribe" take. ${refusal(context)}`,
      fixes: [
        ...(takesList
          ? [
              changeFix(context, 'Rename to "languages"', SAFE, [
                renameAt(pathOf(member.property), 'languages'),
              ]),
            ]
          : []),
        ...(source === undefined ? [] : [replaceFix(node, source, second || takesList ? ALTERNATIVE : SAFE)]),
      ],
    };
  },
};
