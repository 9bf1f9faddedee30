import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/document/parse';
import { kinds } from '../../server/kinds/catalogue';
import { detectKind, type KindOptions } from '../../server/kinds/detect';

const detect = (text: string, options: KindOptions = {}) => detectKind('', parse(text).root, options);

/** The rows of the content table, each with documents that it decides, and such as look like another row's. */
const TABLE: Readonly<Record<string, readonly (readonly [kind: string, text: string])[]>> = {
  '1: another API, or the body of a call': [
    ['none', '{ "type": "session.start" }'],
    ['none', '{ "type": "session.start", "session": { "type": "realtime" } }'],
    ['none', '{ "type": "session.start", "session": { "voice": "alloy" } }'],
    ['none', '{ "model": "gpt-live-1" }'],
    ['none', '{ "model": "gpt-live-1", "voice": "alloy", "audio": {} }'],
    ['none', '{ "model": "gpt-live-1-mini", "config": {} }'],
    ['none', '{ "sdp": "v=0", "session": { "type": "realtime" } }'],
    ['none', '{ "sdp": "v=0" }'],
    ['none', '{ "type": "offer", "sdp": "v=0" }'],
    ['none', '{ "model": "gpt-live-'],
    ['sdk.session-request', '{ "model": "gpt-live-transcribe" }'],
    ['sdk.session-request', '{ "model": "gpt-live-transcribe-2026-07-28" }'],
    ['sdk.input-audio-transcription', '{ "enabled": true, "model": "gpt-live-transcribe" }'],
    ['ga.session', '{ "type": "realtime", "model": "gpt-live-1" }'],
    ['ga.session-update', '{ "type": "session.update", "session": { "model": "gpt-live-1" } }'],
  ],
  '2: session.update': [
    ['ga.session-update', '{ "type": "session.update", "session": { "type": "realtime" } }'],
    ['ga.session-update', '{ "type": "session.update", "session": { "type": "transcription" } }'],
    [
      'ga.session-update',
      '{ "type": "session.update", "session": { "type": "realtime", "voice": "alloy" } }',
    ],
    [
      'ga.session-update',
      '{ "type": "session.update", "session": { "type": null, "modalities": ["text"] } }',
    ],
    [
      'ga.session-update',
      '{ "type": "session.update", "session": { "type": "realtime", "audio": { "output": { "language": "fr" } } } }',
    ],
    ['ga.session-update', '{ "type": "session.update" }'],
    ['ga.session-update', '{ "type": "session.update", "session": {} }'],
    ['ga.session-update', '{ "type": "session.update", "session": null }'],
    ['ga.session-update', '{ "type": "session.update", "session": { "instructions": "x" } }'],
    ['ga.session-update', '{ "type": "session.update", "session": { "audio": {}, "voice": "alloy" } }'],
    ['ga.session-update', '{ "type": "session.update", "session": { "audio": { "input": {} } } }'],
    [
      'ga.translation-update',
      '{ "type": "session.update", "session": { "audio": { "output": { "language": "fr" } } } }',
    ],
    [
      'ga.translation-update',
      '{ "type": "session.update", "session": { "model": "gpt-realtime-translate" } }',
    ],
    [
      'ga.translation-update',
      '{ "type": "session.update", "session": { "model": "gpt-realtime-translate", "voice": "alloy" } }',
    ],
    ['beta.session-update', '{ "type": "session.update", "session": { "voice": "alloy" } }'],
    ['beta.session-update', '{ "type": "session.update", "session": { "turn_detection": null } }'],
    [
      'beta.session-update',
      '{ "type": "session.update", "session": { "instructions": "x", "temperature": 0.8 } }',
    ],
    [
      'beta.session-update',
      '{ "type": "session.update", "session": { "model": "gpt-realtime", "modalities": ["text"] } }',
    ],
    ['beta.session-update', '{ "type": "session.update", "session": { "input_audio_format": "pcm1'],
    ['ga.session-update', '{ "type": "session.update", "session": { '],
  ],
  '3: transcription_session.update': [
    ['beta.transcription-session-update', '{ "type": "transcription_session.update" }'],
    [
      'beta.transcription-session-update',
      '{ "type": "transcription_session.update", "session": { "type": "transcription", "audio": {} } }',
    ],
    [
      'beta.transcription-session-update',
      '{ "session": { "input_audio_transcription": {} }, "type": "transcription_session.update" }',
    ],
  ],
  '4: response.create': [
    ['ga.response-create', '{ "type": "response.create" }'],
    ['ga.response-create', '{ "type": "response.create", "response": {} }'],
    ['ga.response-create', '{ "type": "response.create", "response": { "instructions": "x", "tools": [] } }'],
    [
      'ga.response-create',
      '{ "type": "response.create", "response": { "output_modalities": ["text"], "temperature": 1 } }',
    ],
    [
      'ga.response-create',
      '{ "type": "response.create", "response": { "audio": { "output": { "voice": "marin" } } } }',
    ],
    ['beta.response-create', '{ "type": "response.create", "response": { "modalities": ["text"] } }'],
    [
      'beta.response-create',
      '{ "type": "response.create", "response": { "voice": "alloy", "metadata": {} } }',
    ],
    [
      'beta.response-create',
      '{ "type": "response.create", "response": { "max_response_output_tokens": 10 } }',
    ],
    ['ga.response-create', '{ "type": "response.create", "response": '],
  ],
  '5: a session that says its type': [
    ['ga.session', '{ "type": "realtime" }'],
    ['ga.session', '{ "type": "realtime", "voice": "alloy", "modalities": ["audio"] }'],
    ['ga.session', '{ "type": "realtime", "config": {} }'],
    ['ga.session', '{ "type": "realtime", "session": {} }'],
    ['ga.session', '{ "type": "realtime", "model": "gpt-realtime-translate" }'],
    ['ga.session', '{ "turn_detection": null, "type": "realtime" '],
    ['ga.transcription-session', '{ "type": "transcription" }'],
    [
      'ga.transcription-session',
      '{ "type": "transcription", "input_audio_transcription": { "model": "whisper-1" } }',
    ],
    ['ga.transcription-session', '{ "type": "transcription", "model": "gpt-realtime" }'],
  ],
  '6: a request for a client secret': [
    ['ga.client-secret', '{ "session": { "type": "realtime" } }'],
    ['ga.client-secret', '{ "session": {} }'],
    ['ga.client-secret', '{ "session": { "voice": "alloy" } }'],
    ['ga.client-secret', '{ "expires_after": { "seconds": 60 } }'],
    ['ga.client-secret', '{ "session": { "type": "transcription" }, "expires_after": null }'],
    ['ga.client-secret', '{ "session": null, "model": "gpt-realtime-translate" }'],
    ['ga.client-secret', '{ "type": "session.updated", "session": { "type": "realtime" } }'],
    ['ga.translation-client-secret', '{ "session": { "model": "gpt-realtime-translate" } }'],
    [
      'ga.translation-client-secret',
      '{ "session": { "model": "gpt-realtime-translate-2027" }, "expires_after": {} }',
    ],
    ['ga.translation-client-secret', '{ "session": { "audio": { "output": { "language": "de" } } } }'],
    ['ga.client-secret', '{ "session": { "type": "real'],
  ],
  '7 and 8: what only the SDK has around a config': [
    ['sdk.session-response', '{ "status": "active", "audio": {} }'],
    ['sdk.session-response', '{ "ephemeral_key": "k", "model": "gpt-realtime" }'],
    ['sdk.session-response', '{ "id": "s", "object": "o", "config": { "voice_activity_detection": null } }'],
    ['sdk.session-request', '{ "config": { "audio": {} }, "model": "gpt-realtime" }'],
    ['sdk.session-request', '{ "config": null, "audio": {} }'],
    ['sdk.session-request', '{ "config": {}, "input_audio_transcription": {} }'],
  ],
  '9: keys and models of today, without a type': [
    ['ga.session', '{ "audio": {} }'],
    ['ga.session', '{ "audio": { "output": { "voice": "marin" } }, "voice": "alloy" }'],
    ['ga.session', '{ "output_modalities": ["text"] }'],
    ['ga.session', '{ "max_output_tokens": "inf", "temperature": 1 }'],
    ['ga.session', '{ "reasoning": { "effort": "low" } }'],
    ['ga.session', '{ "truncation": "auto", "turn_detection": null }'],
    ['ga.session', '{ "parallel_tool_calls": true, "tools": [] }'],
    ['ga.session', '{ "model": "gpt-realtime" }'],
    ['ga.session', '{ "model": "gpt-realtime-2.1", "voice": "alloy", "input_audio_format": "pcm16" }'],
    ['ga.session', '{ "model": "gpt-realtime-1.5", "client_secret": {} }'],
    ['ga.session', '{ "audio": { "output": { "voice": 1 } }, "voice_activity_detection": {} }'],
    ['ga.translation-session', '{ "model": "gpt-realtime-translate" }'],
    ['ga.translation-session', '{ "model": "gpt-realtime-translate", "voice": "alloy" }'],
    ['ga.translation-session', '{ "audio": { "output": { "language": "fr" } } }'],
    ['ga.translation-session', '{ "type": "translation", "model": "gpt-realtime-translate" }'],
    ['ga.session', '{ "audio": { "output": { '],
  ],
  '10 and 11: what only one type of the SDK has': [
    ['sdk.session-config', '{ "voice_activity_detection": {}, "input_audio_transcription": {} }'],
    [
      'sdk.session-config',
      '{ "voice_activity_detection": {}, "turn_detection": { "type": "semantic_vad" } }',
    ],
    ['sdk.input-audio-transcription', '{ "enabled": false, "model": "gpt-4o-transcribe" }'],
  ],
  '12: a transcription session of the preview': [
    ['beta.transcription-session', '{ "input_audio_transcription": { "model": "whisper-1" } }'],
    [
      'beta.transcription-session',
      '{ "input_audio_transcription": {}, "input_audio_format": "pcm16", "turn_detection": null }',
    ],
    [
      'beta.transcription-session',
      '{ "input_audio_transcription": null, "client_secret": {}, "include": [], "modalities": [], "input_audio_noise_reduction": null }',
    ],
    ['beta.session', '{ "input_audio_transcription": {}, "instructions": "x" }'],
    ['beta.session', '{ "input_audio_transcription": {}, "model": "gpt-4o-realtime-preview" }'],
  ],
  '13: a flat session of the preview': [
    ['beta.session', '{ "client_secret": { "expires_after": { "anchor": "created_at" } } }'],
    ['beta.session', '{ "input_audio_noise_reduction": { "type": "near_field" } }'],
    ['beta.session', '{ "voice": "alloy", "speed": 1.1 }'],
    ['beta.session', '{ "instructions": "x", "tracing": "auto" }'],
    ['beta.session', '{ "prompt": { "id": "p" } }'],
    ['beta.session', '{ "include": [] }'],
    ['beta.session', '{ "tool_choice": { "type": "function", "name": "a" } }'],
    ['beta.session', '{ "max_response_output_tokens": "inf" }'],
    ['beta.session', '{ "turn_detection": { "type": "semantic_vad" } }'],
    ['beta.session', '{ "turn_detection": { "type": "server_vad", "create_response": false } }'],
    ['beta.session', '{ "model": "gpt-4o-realtime-preview", "input_audio_format": "pcm16" }'],
    ['beta.session', '{ "model": "gpt-4o-realtime-preview", "turn_detection": { "type": "server_vad" } }'],
    ['beta.session', '{ "model": "m", "voice": "marin", "speed": 1, "unknown": 2 }'],
    ['beta.session', '{ "model": "gpt-4o-realtime-preview", "turn_detection": { "ty'],
  ],
  '14: keys that the SDK and the preview share': [
    ['sdk.session-request', '{ "model": "gpt-4o-realtime-preview", "voice": "alloy" }'],
    ['sdk.session-request', '{ "model": "m", "modalities": ["text"], "tools": [] }'],
    ['sdk.session-request', '{ "model": "m", "output_audio_format": "pcm16" }'],
    ['sdk.session-config', '{ "turn_detection": { "type": "none" } }'],
    ['sdk.session-config', '{ "turn_detection": { "threshold": 0.5 } }'],
    ['sdk.session-config', '{ "turn_detection": "server_vad" }'],
    ['sdk.session-config', '{ "tool_choice": "auto", "tools": [] }'],
    ['sdk.response-config', '{ "voice": "marin" }'],
    ['sdk.response-config', '{ "max_response_output_tokens": 100, "tools": [] }'],
  ],
};

for (const [row, documents] of Object.entries(TABLE)) {
  test(`row ${row}`, () => {
    const found = documents.map(([, text]) => [detect(text).kind, text]);
    assert.deepEqual(found, documents);
    assert.ok(documents.every(([, text]) => detect(text).from === 'content'));
  });
}

test('the table is worth its name: many documents, and every kind among them', () => {
  const documents = Object.values(TABLE).flat();
  assert.ok(documents.length >= 80, String(documents.length));
  assert.equal(new Set(documents.map(([, text]) => text)).size, documents.length);
  const found = new Set(documents.map(([kind]) => kind));
  assert.deepEqual(
    kinds.filter(({ id }) => !found.has(id)),
    [],
  );
});

test('what SDK and preview share goes to the dialect of the default kind', () => {
  const shared = TABLE['14: keys that the SDK and the preview share'] ?? [];
  for (const [, text] of shared) {
    assert.deepEqual(detect(text, { defaultKind: 'ga.client-secret' }), {
      kind: 'ga.session',
      from: 'content',
    });
    assert.deepEqual(detect(text, { defaultKind: 'beta.response-create' }), {
      kind: 'beta.session',
      from: 'content',
    });
    assert.equal(detect(text, { defaultKind: 'sdk.session-response' }).kind, detect(text).kind);
  }
});

test('a default kind of today changes nothing for documents that speak for themselves', () => {
  for (const [row, documents] of Object.entries(TABLE)) {
    if (row.startsWith('14') || row.startsWith('1:')) continue;
    for (const [kind, text] of documents)
      assert.equal(detect(text, { defaultKind: 'ga.session' }).kind, kind, text);
  }
});

test('row 15: what says nothing is of the default kind', () => {
  for (const text of [
    '',
    '{}',
    '{ "type": "realtim" }',
    '{ "type": "response.done" }',
    '[]',
    '{ "unknown": {}, "voice": 1 }',
  ]) {
    assert.deepEqual(
      detect(text, { defaultKind: 'ga.session' }),
      { kind: 'ga.session', from: 'default' },
      text,
    );
  }
});

test('nobody can choose that a document is of another API', () => {
  const options = { kind: 'none', kinds: { '*': 'none' }, defaultKind: 'none' };
  assert.deepEqual(detectKind('a.none.realtime.json', parse('{}').root, options), {
    kind: 'sdk.session-request',
    from: 'default',
  });
  assert.equal(detect('{ "$schema": "urn:realtime-config:none" }').from, 'default');
});

test('a document of another API can be chosen to be something else', () => {
  const text = '{ "type": "session.start" }';
  assert.equal(detect(text, { kind: 'ga.session' }).kind, 'ga.session');
  assert.equal(detectKind('a.ga.session-update.realtime.json', parse(text).root).kind, 'ga.session-update');
});
