import { elementsOf, stringOf } from '../document/node';
import { ALTERNATIVE, replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** One of the two, never both. Source: openai-agents-python#1771, openai-go#502. */
export const outputModalities: Rule = {
  id: 'output-modalities',
  severity: 'error',
  summary: 'A session answers in audio or in text, not in both.',
  dialects: ['ga'],
  *check({ session, kind }) {
    const node = session?.value('modalities');
    const names = elementsOf(node).map(stringOf);
    if (node?.type !== 'array' || names.length === 1) return;
    if (!names.every((name) => name === 'audio' || name === 'text')) return;
    const both = names.includes('audio') && names.includes('text');
    const single = !both && names[0];
    yield {
      at: node,
      message: `"output_modalities" takes exactly one entry${both ? '; with "audio" the text comes along as a transcript' : ''}. The API refuses the whole ${kind.whole}.`,
      fixes: [
        // The transcript is there either way, so nothing of what was asked for is lost.
        replaceFix(node, single ? JSON.stringify([single]) : '["audio"]', both || single ? SAFE : SUGGESTED),
        ...(single === 'text' ? [] : [replaceFix(node, '["text"]', ALTERNATIVE)]).filter(
          () => single !== 'audio',
        ),
      ],
    };
  },
};
