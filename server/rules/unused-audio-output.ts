import { elementsOf, memberOf, membersOf } from '../document/node';
import { spanOf } from '../problem';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule } from './rule';

/** Own reading of `output_modalities` in the types of the npm package openai. */
export const unusedAudioOutput: Rule = {
  id: 'unused-audio-output',
  severity: 'info',
  summary: 'Answers are text only, and there are settings for spoken ones.',
  dialects: ['ga'],
  *check(context) {
    const { session } = context;
    const modalities = session?.value('modalities');
    const path = session?.pathOf('voice')?.slice(0, -1);
    const audio = session && memberOf(session.node, 'audio')?.value;
    const output = memberOf(audio, 'output');
    const isText = elementsOf(modalities).length === 1 && elementsOf(modalities)[0]?.value === 'text';
    if (!isText || !modalities || !path || membersOf(output?.value).length === 0 || !output) return;
    const isAlone = membersOf(audio).length === 1;
    yield {
      at: output,
      message:
        'Answers come as text here, so nothing is spoken and these settings have no effect. Remove them, or ask for "audio".',
      related: [{ message: 'Text only', span: spanOf(modalities) }],
      tag: 'unnecessary',
      fixes: [removeFix(context, isAlone ? path.slice(0, -1) : path, ALTERNATIVE)],
    };
  },
};
