import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../server/document/parse';
import { findServerError } from '../../server/features/server-error/find';
import { readServerError } from '../../server/features/server-error/read';
import { DEFAULT_RULE_SETTINGS } from '../../server/rules/settings';

/** The text that is found, and the code of the problem there. */
function found(kind: string, text: string, error: string): [string, string | undefined] | undefined {
  const place = findServerError(parse(text), kind, DEFAULT_RULE_SETTINGS, error);
  if (!place) return undefined;
  const { span, problem } = place;
  return [text.slice(span.offset, span.offset + span.length), problem?.code];
}

const answer = (message: string, param: string | null = null) =>
  JSON.stringify({
    type: 'error',
    event_id: 'event_1',
    error: { type: 'invalid_request_error', code: 'invalid_value', message, param, event_id: null },
  });

const flat =
  '{ "type": "realtime", "voice": "marin", "tools": [{ "type": "function", "name": "f", "strict": true }] }';
const update = `{ "type": "session.update", "session": ${flat} }`;
const secret = `{ "session": ${flat} }`;
const detection =
  '{ "type": "realtime", "audio": { "input": { "turn_detection": { "type": "semantic_vad", "threshold": 0.5 }, "format": { "type": "audio/pcm", "rate": 16000 } } } }';

describe('finding what a server’s error is about', () => {
  it('goes by its param, in the session of every envelope', () => {
    const error = answer("Unknown parameter: 'session.tools[0].strict'.", 'session.tools[0].strict');
    for (const [kind, text] of [
      ['ga.session', flat],
      ['ga.session-update', update],
      ['ga.client-secret', secret],
    ] as const)
      assert.deepEqual(found(kind, text, error), ['"strict"', 'tool-extra-key'], kind);
  });

  it('reads the message alone, with and without quotes, and a line of a log', () => {
    const cases = [
      "Unknown parameter: 'session.voice'.",
      'Unknown parameter: session.voice',
      "400 Unknown parameter: 'session.voice'.",
    ];
    for (const message of cases)
      assert.deepEqual(found('ga.session', flat, message), ['"voice"', 'moved-key'], message);
    const log = `2026-11-24T10:00:00Z ERROR realtime: ${answer("Unknown parameter: 'session.voice'.", 'session.voice')} (retrying)`;
    assert.deepEqual(found('ga.session', flat, log), ['"voice"', 'moved-key']);
  });

  it('finds the object that lacks a key', () => {
    const error = "Missing required parameter: 'session.audio.input.format.rate'.";
    const text = '{ "type": "realtime", "audio": { "input": { "format": { "type": "audio/pcm" } } } }';
    assert.deepEqual(found('ga.session', text, error), ['"format"', 'missing-property']);
    assert.deepEqual(
      found(
        'ga.session-update',
        '{ "type": "session.update", "session": { "voice": "marin" } }',
        "Missing required parameter: 'session.type'.",
      ),
      ['"session"', 'session-type'],
    );
  });

  it('finds the value that is wrong', () => {
    assert.deepEqual(
      found(
        'ga.session',
        detection,
        "Invalid 'session.audio.input.format.rate': integer below minimum value. Expected a value >= 24000, but got 16000 instead.",
      ),
      ['16000', 'invalid-value'],
    );
    assert.deepEqual(
      found(
        'ga.session',
        '{ "type": "session" }',
        "Invalid value: 'session'. Supported values are: 'realtime' and 'transcription'.",
      ),
      ['"session"', 'session-type'],
    );
    assert.deepEqual(
      found('ga.session', detection, "Unknown parameter: 'session.audio.input.turn_detection.threshold'."),
      ['"threshold"', 'unknown-property'],
    );
  });

  it('follows words that name no key', () => {
    assert.deepEqual(
      found(
        'ga.session',
        '{ "type": "realtime", "model": "gpt-realtime", "reasoning": { "effort": "low" } }',
        answer('Unsupported option for this model.'),
      ),
      ['"reasoning"', 'reasoning-model'],
    );
    assert.deepEqual(
      found(
        'ga.session',
        '{ "type": "realtime", "output_modalities": ["audio", "text"] }',
        "Invalid modalities: ['audio', 'text']. Supported combinations are: ['text'] and ['audio'].",
      )?.[1],
      'output-modalities',
    );
  });

  it('goes by line and column of serde, which count bytes', () => {
    const text = '{\n  "model": "m",\n  "instructions": "é", "voice": "Alloy",\n  "config": {}\n}';
    const line = text.split('\n')[2] ?? '';
    const column = Buffer.byteLength(line.slice(0, line.indexOf('"Alloy"') + 7));
    const error = `unknown variant \`Alloy\`, expected one of \`alloy\`, \`echo\` at line 3 column ${column}`;
    assert.deepEqual(found('sdk.session-request', text, error), ['"Alloy"', 'invalid-value']);
    assert.deepEqual(
      found('sdk.session-request', '{\n  "voice": "echo"\n}', 'missing field `model` at line 3 column 1'),
      ['{', 'missing-property'],
    );
  });

  it('finds keys of the API in a document of the crate, whose config lies deeper', () => {
    const text =
      '{ "model": "m", "config": { "turn_detection": { "type": "server_vad", "post_speech_silence_ms": 1 } } }';
    assert.deepEqual(
      found(
        'sdk.session-request',
        text,
        "Unknown parameter: 'session.turn_detection.post_speech_silence_ms'.",
      ),
      ['"post_speech_silence_ms"', 'unknown-property'],
    );
  });

  it('finds nothing where nothing fits', () => {
    assert.equal(
      found('ga.session', '{ "type": "realtime" }', "Unknown parameter: 'session.voice'."),
      undefined,
    );
    assert.equal(found('ga.session', flat, '   '), undefined);
    assert.equal(found('ga.session', '', "Unknown parameter: 'session.voice'."), undefined);
    assert.equal(readServerError(''), undefined);
  });

  it('comes to an end on anything that is pasted', () => {
    for (const text of [
      '{',
      '}{',
      '[[[',
      '{"error":{"param":"a[b].c[0]","message":""}}',
      'at line 999 column 999',
      "'".repeat(1000),
    ])
      found('ga.session', update, text);
  });
});
