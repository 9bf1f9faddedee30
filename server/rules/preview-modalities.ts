import { elementsOf, stringOf } from '../document/node';
import { ALTERNATIVE, replaceFix, SAFE } from './fixes';
import type { Rule } from './rule';
import { refusal } from './support/models';

/** The preview took text, or both. Source: its answer that ['audio'] is no supported combination. */
export const previewModalities: Rule = {
  id: 'preview-modalities',
  severity: 'error',
  summary: 'The preview answered in text, or in audio and text, never in audio alone.',
  dialects: ['beta'],
  *check(context) {
    const node = context.session?.value('modalities');
    const names = elementsOf(node).map(stringOf);
    if (!node || names.length !== 1 || names[0] !== 'audio') return;
    yield {
      at: node,
      message: `The preview API took ["text"] or ["audio", "text"]; audio came with its text. ${refusal(context)}`,
      fixes: [replaceFix(node, '["audio", "text"]', SAFE), replaceFix(node, '["text"]', ALTERNATIVE)],
    };
  },
};
