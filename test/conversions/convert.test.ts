import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversions, convert } from '../../server/conversions';
import { pairs } from '../../server/conversions/pairs';
import { parse } from '../../server/document/parse';
import { kindById } from '../../server/kinds/catalogue';
import { converted, convertedValue } from './support';

/** What an sdk session config, a beta session or a response becomes: value and notes. */
const sdk = (value: unknown) => convertedValue(value, 'sdk.session-request', 'ga.session');
const config = (value: unknown) => convertedValue(value, 'sdk.session-config', 'ga.session');
const beta = (value: unknown) => convertedValue(value, 'beta.session', 'ga.session');

test('every pair of the table has kinds and a conversion', () => {
  for (const { from, to, by } of pairs) {
    assert.ok(kindById(from) && kindById(to), `${from} → ${to}`);
    assert.ok(
      conversions.some(({ id }) => id === by),
      by,
    );
  }
  const used = new Set(pairs.map(({ by }) => by));
  assert.deepEqual(
    conversions.filter(({ id }) => !used.has(id)),
    [],
  );
});

test('keys move, and formats become objects', () => {
  assert.deepEqual(
    beta({
      voice: 'ash',
      speed: 1.2,
      modalities: ['text', 'audio'],
      input_audio_format: 'g711_ulaw',
      output_audio_format: 'G711-ALAW',
      input_audio_transcription: { model: 'gpt-transcribe', language: 'de' },
      input_audio_noise_reduction: null,
      turn_detection: null,
      max_response_output_tokens: 'inf',
      tracing: 'auto',
      tool_choice: { type: 'function', function: { name: 'f' } },
      tools: [{ type: 'function', function: { name: 'f', strict: true } }],
    }),
    {
      value: {
        type: 'realtime',
        output_modalities: ['audio'],
        audio: {
          input: {
            format: { type: 'audio/pcmu' },
            noise_reduction: null,
            transcription: { model: 'gpt-transcribe', language: 'de' },
            turn_detection: null,
          },
          output: { format: { type: 'audio/pcma' }, voice: 'ash', speed: 1.2 },
        },
        tools: [{ type: 'function', name: 'f' }],
        tool_choice: { type: 'function', name: 'f' },
        max_output_tokens: 'inf',
        tracing: 'auto',
      },
      notes: ['/tools/0/function/strict true'],
    },
  );
});

test('where a person would be asked, the documented choice is taken and noted', () => {
  const tools = [{ type: 'function', name: 'book', description: '', parameters: null }];
  assert.deepEqual(
    sdk({
      model: 'gpt-4o-mini-realtime-preview',
      config: { tools, tool_choice: 'book' },
      voice: 'onyx',
      temperature: 0.8,
      max_response_output_tokens: 9000,
    }),
    {
      value: {
        type: 'realtime',
        model: 'gpt-realtime-2.1-mini',
        audio: { output: { voice: 'marin' } },
        tools: [{ type: 'function', name: 'book', description: '' }],
        tool_choice: { type: 'function', name: 'book' },
        max_output_tokens: 4096,
      },
      notes: [
        '/model "gpt-4o-mini-realtime-preview"',
        '/config/tool_choice "book"',
        '/voice "onyx"',
        '/temperature 0.8',
        '/max_response_output_tokens 9000',
      ],
    },
  );
});

test('turn detection that is off is null, what stands beside it is noted', () => {
  assert.deepEqual(config({ turn_detection: { type: 'none', threshold: 0.4 } }), {
    value: { type: 'realtime', audio: { input: { turn_detection: null } } },
    notes: ['/turn_detection/threshold 0.4'],
  });
  assert.deepEqual(config({ turn_detection: null }), { value: { type: 'realtime' }, notes: [] });
});

test('the VAD block stands in for turn detection, or is left out', () => {
  const block = { threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 200 };
  const turns = { type: 'server_vad', ...block };
  const value = { type: 'realtime', audio: { input: { turn_detection: turns } } };
  assert.deepEqual(config({ voice_activity_detection: block }), { value, notes: [] });
  assert.deepEqual(config({ voice_activity_detection: block, turn_detection: null }), { value, notes: [] });
  const messages = [block, { ...block, threshold: 0.9 }].map((voice_activity_detection) => {
    const text = JSON.stringify({ voice_activity_detection, turn_detection: turns });
    const outcome = converted(text, 'sdk.session-config', 'ga.session');
    assert.deepEqual(JSON.parse(outcome.text), value);
    return outcome.notes.map(({ message }) => message);
  });
  assert.deepEqual(messages, [
    ['"voice_activity_detection" is left out: "turn_detection" says the same.'],
    [
      '"voice_activity_detection" is left out: it contradicts "turn_detection", which is what the API went by.',
    ],
  ]);
});

test('values that mean nothing today are left out and noted', () => {
  assert.deepEqual(
    beta({
      modalities: [],
      input_audio_format: 'opus',
      max_response_output_tokens: 0,
      tool_choice: 'sometimes',
      custom: [1, 2],
      speed: null,
      id: 'sess_1',
    }),
    {
      value: { type: 'realtime' },
      notes: [
        '/modalities []',
        '/input_audio_format "opus"',
        '/max_response_output_tokens 0',
        '/tool_choice "sometimes"',
        '/custom [1,2]',
        '/speed null',
        '/id "sess_1"',
      ],
    },
  );
});

test('a key of today counts where the old one is there, too', () => {
  assert.deepEqual(beta({ voice: 'ash', audio: { output: { voice: 'coral' } } }), {
    value: { type: 'realtime', audio: { output: { voice: 'coral' } } },
    notes: ['/voice "ash"'],
  });
});

test('transcription settings of the SDK', () => {
  const become = (value: unknown) =>
    convertedValue(value, 'sdk.input-audio-transcription', 'ga.transcription-session');
  assert.deepEqual(become({ enabled: true, model: 'gpt-transcribe' }), {
    value: { type: 'transcription', audio: { input: { transcription: { model: 'gpt-transcribe' } } } },
    notes: [],
  });
  assert.deepEqual(become({ enabled: false, model: 'whisper-1' }), {
    value: { type: 'transcription', audio: { input: { transcription: null } } },
    notes: ['/model "whisper-1"'],
  });
});

test('the lifetime of a secret goes along where there is a place for it', () => {
  const document = { client_secret: { expires_after: { anchor: 'created_at', seconds: 60 } }, speed: 1 };
  const session = { type: 'realtime', audio: { output: { speed: 1 } } };
  assert.deepEqual(convertedValue(document, 'beta.session', 'ga.client-secret'), {
    value: { expires_after: { anchor: 'created_at', seconds: 60 }, session },
    notes: [],
  });
  assert.deepEqual(convertedValue(document, 'beta.session', 'ga.session'), {
    value: session,
    notes: ['/client_secret {"expires_after":{"anchor":"created_at","seconds":60}}'],
  });
  const transcription = { client_secret: { expires_at: { seconds: 60 }, value: 'ek_12345678' } };
  assert.deepEqual(convertedValue(transcription, 'beta.transcription-session', 'ga.client-secret'), {
    value: { expires_after: { seconds: 60 }, session: { type: 'transcription' } },
    notes: ['/client_secret/value "••••"'],
  });
});

test('parts of messages are named by who speaks', () => {
  const message = (role: string, ...types: string[]) => ({
    type: 'message',
    role,
    content: types.map((type) => ({ type, text: 'x' })),
  });
  const { value, notes } = convertedValue(
    {
      type: 'response.create',
      response: {
        input: [message('user', 'text'), message('assistant', 'text', 'item_reference')],
      },
    },
    'beta.response-create',
    'ga.response-create',
  );
  assert.deepEqual(value, {
    type: 'response.create',
    response: { input: [message('user', 'input_text'), message('assistant', 'output_text')] },
  });
  assert.deepEqual(notes, ['/response/input/1/content/1 {"type":"item_reference","text":"x"}']);
});

test('secrets are hidden in notes, and kept in the document', () => {
  const tool = {
    type: 'mcp',
    server_label: 'x',
    server_url: 'https://example.com',
    authorization: 'token-of-mine',
    headers: { 'x-any': 'hush' },
  };
  const session = { type: 'realtime', tools: [tool] };
  const back = converted(JSON.stringify(session), 'ga.session', 'beta.session');
  const shown = JSON.stringify(back.notes);
  assert.match(shown, /••••/);
  assert.doesNotMatch(shown, /token-of-mine|hush/);
  const there = converted(JSON.stringify(session), 'ga.session', 'ga.client-secret');
  assert.deepEqual(JSON.parse(there.text), { session });
});

test('layout, line ends, number literals and escapes stay; keys follow the schema', () => {
  const text = [
    '{',
    '\t"voice": "as\\u0068",',
    '\t"speed": 1.10,',
    '\t"instructions": "caf\\u00e9 \\/ \\ud83d\\ude00 é",',
    '\t"turn_detection": { "threshold": 5e-1, "type": "server_vad" },',
    '\t"tools": [',
    '\t\t{ "name": "f", "type": "function", "parameters": { "z": 1.0, "a": 1, "a": 2 } }',
    '\t]',
    '}',
    '',
  ].join('\r\n');
  const outcome = converted(text, 'beta.session', 'ga.session');
  assert.deepEqual(outcome.notes, []);
  assert.equal(
    outcome.text,
    [
      '{',
      '\t"type": "realtime",',
      '\t"instructions": "caf\\u00e9 \\/ \\ud83d\\ude00 é",',
      '\t"audio": {',
      '\t\t"input": {',
      '\t\t\t"turn_detection": {',
      '\t\t\t\t"type": "server_vad",',
      '\t\t\t\t"threshold": 5e-1',
      '\t\t\t}',
      '\t\t},',
      '\t\t"output": {',
      '\t\t\t"voice": "as\\u0068",',
      '\t\t\t"speed": 1.10',
      '\t\t}',
      '\t},',
      '\t"tools": [',
      '\t\t{',
      '\t\t\t"type": "function",',
      '\t\t\t"name": "f",',
      '\t\t\t"parameters": { "z": 1.0, "a": 1, "a": 2 }',
      '\t\t}',
      '\t]',
      '}',
      '',
    ].join('\r\n'),
  );
});

test('of a repeated key the last value counts, the others are noted', () => {
  const outcome = converted('{"model":"a","model":"b","type":"realtime"}', 'ga.session', 'ga.client-secret');
  assert.deepEqual(JSON.parse(outcome.text), { session: { type: 'realtime', model: 'b' } });
  assert.deepEqual(outcome.notes, [
    {
      pointer: '/model',
      value: '"a"',
      message: '"model" is left out: the key is repeated, and the last one counts.',
    },
  ]);
});

test('what serde alone takes gets its plain form', () => {
  const { value, notes } = sdk(['gpt-realtime', null, null, { echo: null }, null, 12]);
  assert.deepEqual(value, {
    type: 'realtime',
    model: 'gpt-realtime',
    audio: { output: { voice: 'echo' } },
    max_output_tokens: 12,
  });
  assert.deepEqual(notes, []);
});

test('an envelope keeps keys that nobody knows, and loses ours', () => {
  const text = '{"$schema": "urn:realtime-config:ga.session", "zz": 1, "type": "realtime"}';
  const outcome = converted(text, 'ga.session', 'ga.session-update');
  assert.deepEqual(JSON.parse(outcome.text), {
    type: 'session.update',
    session: { type: 'realtime', zz: 1 },
  });
  assert.deepEqual(outcome.notes, []);
});

test('the way back to the SDK gives what serde takes', () => {
  const session = {
    type: 'realtime',
    output_modalities: ['audio'],
    max_output_tokens: 'inf',
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        turn_detection: { type: 'server_vad', silence_duration_ms: 300, create_response: false },
      },
      output: { voice: { id: 'voice_1' }, format: { type: 'audio/pcmu' } },
    },
    tools: [
      { type: 'mcp', server_label: 'm', server_url: 'https://example.com' },
      { type: 'function', name: 'f' },
    ],
    tool_choice: { type: 'function', name: 'f' },
  };
  assert.deepEqual(convertedValue(session, 'ga.session', 'sdk.session-request'), {
    value: {
      model: 'gpt-realtime-2.1',
      config: {
        input_audio_format: 'pcm16',
        output_audio_format: 'g711_ulaw',
        turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
        tools: [{ type: 'function', name: 'f', description: '', parameters: {} }],
        tool_choice: 'f',
        modalities: ['text', 'audio'],
      },
    },
    notes: [
      ' ',
      '/max_output_tokens "inf"',
      '/audio/input/turn_detection/create_response false',
      '/audio/output/voice {"id":"voice_1"}',
      '/tools/0 {"type":"mcp","server_label":"m","server_url":"https://example.com"}',
      '/tools/1 ',
      '/tools/1 ',
      '/tool_choice {"type":"function","name":"f"}',
    ],
  });
});

test('refusals name the place', () => {
  const refused = (text: string, from: string, to: string) => {
    const outcome = convert(parse(text), from, to);
    return 'refused' in outcome ? outcome : assert.fail(outcome.text);
  };
  assert.deepEqual(refused('{"a":}', 'ga.session', 'ga.client-secret'), {
    refused: 'This is no JSON yet, so it cannot be converted without losing something. Mend it first.',
    pointer: '',
    offset: 4,
  });
  assert.match(
    refused('{}', 'ga.session', 'ga.translation-session').refused,
    /^ga\.session cannot become ga\.translation-session\. It can become sdk\.session-request, .* or beta\.session-update\.$/,
  );
  assert.match(refused('[]', 'ga.session', 'ga.client-secret').refused, /no object/);
  assert.equal(refused('{ "session": 1 }', 'ga.client-secret', 'ga.session').pointer, '/session');
  assert.match(refused('{}', 'none', 'ga.session').refused, /another API/);
  assert.match(
    refused('{"type":"session.update","session":{"type":"transcription"}}', 'ga.session-update', 'ga.session')
      .refused,
    /cannot become ga\.session/,
  );
});
