import type { Rule } from './rule';

/** Source: the types of openai 7.57.0. */
export const manualTurns: Rule = {
  id: 'manual-turns',
  severity: 'info',
  summary: 'Turn detection is off: the client says where a turn ends.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const member = session?.family === 'realtime' ? session.member('turnDetection') : undefined;
    if (member?.value?.type !== 'null') return;
    yield {
      at: member.value,
      message:
        'Without turn detection your code ends each turn itself: it sends input_audio_buffer.commit and then response.create.',
    };
  },
};
