import { elementsOf, memberOf, type Node, stringOf } from '../document/node';
import { isLanguage, languageMeant } from '../kinds/languages';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** Languages are two letters of ISO 639-1. Source: aoai-realtime-audio-sdk#150. */
export const languageCode: Rule = {
  id: 'language-code',
  severity: 'warning',
  summary: 'A language is not written as a two-letter code.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const block = session?.value('transcription');
    const places = [
      memberOf(block, 'language')?.value,
      ...elementsOf(memberOf(block, 'languages')?.value),
      session?.value('language'),
    ];
    for (const node of places) {
      const text = stringOf(node);
      if (!node || text === undefined || isLanguage(text)) continue;
      yield finding(node, text);
    }
  },
};

function finding(node: Node, text: string) {
  const meant = languageMeant(text);
  return meant === undefined
    ? {
        at: node,
        severity: 'info' as const,
        message: `"${text}" is no two-letter code of ISO 639-1 that is known here, such as "en" or "de".`,
      }
    : {
        at: node,
        message: `Languages are two-letter codes of ISO 639-1: "${meant}". The API lists the codes that it takes and refuses "${text}".`,
        fixes: [replaceFix(node, JSON.stringify(meant), SUGGESTED)],
      };
}
