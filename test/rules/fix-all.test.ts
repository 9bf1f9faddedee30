import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toValue } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { detectKind } from '../../server/kinds/detect';
import { diagnose } from '../../server/problems/diagnose';
import { fixText } from '../../server/problems/fix-text';
import { DEFAULT_RULE_SETTINGS } from '../../server/rules/settings';

/** The session of somebody who writes today's event with the preview's keys, an agents library's spelling and no type. */
const SESSION = `{
  "modalities": ["text", "audio"],
  "instructions": "Say \\"Caf\\u00e9\\" first.",
  "voice": "shimmer",
  "speed": 1.10,
  "turnDetection": { "type": "server_vad", "threshold": 0.60, "silence_duration_ms": 400, "interruptResponse": false },
  "input_audio_transcription": { "model": "gpt-transcribe", "language": "fr" },
  "input_audio_noise_reduction": { "type": "near_field" },
  "input_audio_format": "pcm16",
  "output_audio_format": "pcm16",
  "audio": { "output": { } },
  "max_response_output_tokens": 2048
}`;

/** Half of a migration: the key has moved, its name has not. */
const HALF = SESSION.replace(
  '"audio": { "output": { } }',
  '"audio": { "input": { "input_audio_noise_reduction": { "type": "near_field" } } }',
).replace('  "input_audio_noise_reduction": { "type": "near_field" },\n', '');

const FIXED = {
  type: 'realtime',
  output_modalities: ['audio'],
  instructions: 'Say "Café" first.',
  max_output_tokens: 2048,
  audio: {
    input: {
      format: { type: 'audio/pcm', rate: 24000 },
      noise_reduction: { type: 'near_field' },
      transcription: { model: 'gpt-transcribe', language: 'fr' },
      turn_detection: {
        type: 'server_vad',
        threshold: 0.6,
        silence_duration_ms: 400,
        interrupt_response: false,
      },
    },
    output: { format: { type: 'audio/pcm', rate: 24000 }, voice: 'shimmer', speed: 1.1 },
  },
};

const envelopes: readonly (readonly [string, (session: string) => string, (fixed: unknown) => unknown])[] = [
  ['ga.session', (session) => session, (fixed) => fixed],
  ['ga.client-secret', (session) => `{ "session": ${session} }`, (session) => ({ session })],
  [
    'ga.session-update',
    (session) => `{ "type": "session.update", "session": ${session} }`,
    (session) => ({ type: 'session.update', session }),
  ],
];

const layouts: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['on one line', (text) => text.replaceAll(/\n */g, ' ')],
  ['with tabs', (text) => text.replaceAll('  ', '\t')],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
];

describe('safe fixes alone', () => {
  for (const [name, session] of [
    ['A02, A04, A08 to A12, A14, A15, A23', SESSION],
    ['A13 too', HALF],
  ] as const) {
    for (const [kind, wrap, wrapped] of envelopes) {
      for (const [layout, lay] of layouts) {
        it(`mend ${name} at once: ${kind} ${layout}`, () => {
          const text = lay(wrap(session));
          assert.equal(detectKind('', parse(text).root).kind, kind);
          const outcome = fixText(parse(text), () => kind, DEFAULT_RULE_SETTINGS, { suggested: false });
          const fixed = parse(outcome.text);
          assert.deepEqual(toValue(fixed.root), wrapped(FIXED));
          const left = diagnose(fixed, kind).filter(
            ({ severity }) => severity === 'error' || severity === 'warning',
          );
          assert.deepEqual(left, []);
          // Word for word: escapes and number literals are those of the author.
          for (const literal of ['Caf\\u00e9', '1.10', '0.60'])
            assert.ok(outcome.text.includes(literal), literal);
          if (layout === 'with CRLF') assert.ok(!/[^\r]\n/.test(outcome.text));
        });
      }
    }
  }
});
