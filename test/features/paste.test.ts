import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type PasteTarget, pasteConfig } from '../../server/features/paste/paste-config';
import { readLiteral } from '../../server/features/paste/read-literal';
import { DEFAULT_RULE_SETTINGS } from '../../server/rules/settings';

const settings = DEFAULT_RULE_SETTINGS;

function pasted(
  text: string,
  target: Partial<PasteTarget> = {},
): { value: unknown; notes: readonly string[] } {
  const result = pasteConfig(text, { kind: 'ga.session', isOpen: false, settings, indent: '  ', ...target });
  assert.ok('text' in result, JSON.stringify(result));
  return { value: JSON.parse(result.text), notes: result.notes };
}

describe('reading literals', () => {
  it('takes the JSON of any object as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(readLiteral(text), { value: JSON.parse(text), omitted: [] });
      }),
    );
  });

  it('reads what JavaScript and TypeScript write', () => {
    const text = `export const session: Session = {
  // who speaks
  voice: 'mar\\u0069n', "speed": 1.0, /* the rest */ max_output_tokens: 0x10,
  instructions: \`two
lines\`, tools: [], note: "a" + 'b', big: 1_000, on: true, off: undefined, as: 'x' as const,
};`;
    assert.deepEqual(readLiteral(text), {
      value: {
        voice: 'marin',
        speed: 1,
        max_output_tokens: 16,
        instructions: 'two\nlines',
        tools: [],
        note: 'ab',
        big: 1000,
        on: true,
        as: 'x',
      },
      omitted: [],
    });
  });

  it('reads what Python writes', () => {
    const text = `session = RealtimeSession(
    instructions=("You are nice. "
                  'Speak "slowly".'),  # joined
    raw=r"\\d+", long="""one
two""", pair=("a", "b"), alone=("a",), n=None, yes=True, f=.5, u="\\U0001F600\\x41",
    inner=dict(threshold=0.5),
)`;
    assert.deepEqual(readLiteral(text), {
      value: {
        instructions: 'You are nice. Speak "slowly".',
        raw: '\\d+',
        long: 'one\ntwo',
        pair: ['a', 'b'],
        alone: ['a'],
        n: null,
        yes: true,
        f: 0.5,
        u: '😀A',
        inner: { threshold: 0.5 },
      },
      omitted: [],
    });
  });

  it('leaves code out and names it', () => {
    const text = `{ model: process.env.MODEL ?? 'm', voice, ...rest, greet: \`Hi \${name}\`, run(x) { return "}" },
  tools: [lookup, { name: 'f', parameters: z.object({ a: z.string() }), execute: async ({ a }) => { return { a }; } }] }`;
    assert.deepEqual(readLiteral(text), {
      value: { tools: [{ name: 'f' }] },
      omitted: [
        { path: 'model', code: "process.env.MODEL ?? 'm'" },
        { path: '', code: 'voice' },
        { path: '', code: '...rest' },
        { path: 'greet', code: ['`Hi $', '{name}`'].join('') },
        { path: '', code: 'run(x) { return "}" }' },
        { path: 'tools[0]', code: 'lookup' },
        { path: 'tools[0].parameters', code: 'z.object({ a: z.string() })' },
        { path: 'tools[0].execute', code: 'async ({ a }) => { return { a }; }' },
      ],
    });
  });

  it('comes to an end on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]()"\'`\\:,=#/*+ $nfr\n1a') }), (text) => {
        readLiteral(`{${text}`);
      }),
      { numRuns: 2000 },
    );
    assert.equal(readLiteral('no object here'), undefined);
    assert.equal(readLiteral('{'.repeat(5000))?.omitted.length, undefined);
  });
});

describe('pasting as config', () => {
  it('makes a session of the options of an agents library', () => {
    const text = `new RealtimeSession(agent, { model: 'gpt-realtime-2.1', config: { inputAudioFormat: 'pcm16',
      turnDetection: { type: 'semantic_vad', interruptResponse: true }, voice: 'marin' } })`;
    const session = {
      type: 'realtime',
      model: 'gpt-realtime-2.1',
      audio: {
        input: {
          format: { type: 'audio/pcm', rate: 24000 },
          turn_detection: { type: 'semantic_vad', interrupt_response: true },
        },
        output: { voice: 'marin' },
      },
    };
    assert.deepEqual(pasted(text), { value: session, notes: [] });
    assert.deepEqual(pasted(text, { kind: 'sdk.session-request', isOpen: true }).value, session);
    assert.deepEqual(pasted(text, { kind: 'ga.client-secret' }).value, { session });
    const python =
      'RealtimeRunner(starting_agent=agent, config={"model_settings": {"model_name": "gpt-realtime-2.1", "voice": "ash"}})';
    assert.deepEqual(pasted(python), {
      value: { type: 'realtime', model: 'gpt-realtime-2.1', audio: { output: { voice: 'ash' } } },
      notes: ['"starting_agent" is left out: `agent` is code, and only your program knows its value.'],
    });
  });

  it('makes a session of a chat', () => {
    const text = JSON.stringify({
      model: 'gpt-realtime-2.1',
      messages: [
        { role: 'system', content: 'Be nice.' },
        { role: 'user', content: 'Hi.' },
      ],
      max_tokens: 300,
      tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' }, strict: true } }],
    });
    assert.deepEqual(pasted(text), {
      value: {
        type: 'realtime',
        model: 'gpt-realtime-2.1',
        instructions: 'Be nice.',
        tools: [{ type: 'function', name: 'f', parameters: { type: 'object' } }],
        max_output_tokens: 300,
      },
      notes: [
        '"messages" is left out: a session has no messages; only the system\'s came along, as "instructions".',
      ],
    });
  });

  it('converts what is another kind, and keeps the crate’s config where it belongs', () => {
    const flat = '{"modalities": ["text"], "voice": "alloy", "input_audio_transcription": null}';
    const { value } = pasted(flat, { kind: 'ga.session-update' });
    assert.deepEqual(value, {
      type: 'session.update',
      session: {
        type: 'realtime',
        output_modalities: ['text'],
        audio: { input: { transcription: null }, output: { voice: 'alloy' } },
      },
    });
    const request = { model: 'm', config: { modalities: ['text'] } };
    assert.deepEqual(pasted(JSON.stringify(request), { kind: 'sdk.session-request' }).value, request);
  });

  it('says so when there is nothing to paste', () => {
    assert.deepEqual(pasteConfig('hello', { kind: 'ga.session', isOpen: true, settings, indent: '  ' }), {
      refused:
        'There is no object on the clipboard. Copy JSON, an object in JavaScript, TypeScript or Python, or a call with named arguments.',
    });
  });
});
