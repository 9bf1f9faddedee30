import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/document/parse';
import { kinds } from '../../server/kinds/catalogue';
import { detectKind, FALLBACK_KIND, type KindOptions, kindByFileName } from '../../server/kinds/detect';
import type { KindSource } from '../../server/protocol';

const detect = (path: string, text: string, options: KindOptions = {}) =>
  detectKind(path, parse(text).root, options);

/** `REQUEST` and so on stand for the kinds; documents are written as they are. */
const REQUEST = 'sdk.session-request';
const CONFIG = 'sdk.session-config';
const RESPONSE = 'sdk.session-response';
const ANSWER = 'sdk.response-config';
const TRANSCRIPTION = 'sdk.input-audio-transcription';

const byContent: readonly (readonly [text: string, kind: string])[] = [
  // Row 7: what only a session's answer has.
  ['{ "ephemeral_key": "ek" }', RESPONSE],
  ['{ "webrtc_url": "https://example.com" }', RESPONSE],
  ['{ "status": "active" }', RESPONSE],
  ['{ "status": "active", "model": "m", "config": {} }', RESPONSE],
  ['{ "config": {}, "id": "a", "object": "b" }', RESPONSE],
  ['{ "object": "b", "id": null, "config": null }', RESPONSE],
  // Row 8
  ['{ "config": {} }', REQUEST],
  ['{ "config": null, "model": "m" }', REQUEST],
  ['{ "config": {}, "id": "a" }', REQUEST],
  ['{ "config": {}, "object": "a" }', REQUEST],
  ['{ "config": {}, "voice_activity_detection": {} }', REQUEST],
  ['{ "config": 7, "whatever": 1 }', REQUEST],
  // Row 10
  ['{ "voice_activity_detection": {} }', CONFIG],
  ['{ "voice_activity_detection": null, "model": "m" }', CONFIG],
  ['{ "voice_activity_detection": {}, "instructions": "x" }', CONFIG],
  // Row 11
  ['{ "enabled": true }', TRANSCRIPTION],
  ['{ "enabled": true, "model": "whisper-1" }', TRANSCRIPTION],
  ['{ "model": "whisper-1", "enabled": "yes" }', TRANSCRIPTION],
  // Row 14: only keys of the sdk types are left.
  ['{ "model": "gpt-4o-realtime-preview" }', REQUEST],
  ['{ "model": "m", "voice": "alloy" }', REQUEST],
  ['{ "model": "m", "instructions": "x", "temperature": 1 }', REQUEST],
  ['{ "model": 7 }', REQUEST],
  ['{ "input_audio_format": "pcm16" }', CONFIG],
  ['{ "turn_detection": { "type": "server_vad" } }', CONFIG],
  ['{ "turn_detection": null, "modalities": ["text"] }', CONFIG],
  ['{ "input_audio_format": "pcm16", "tools": [], "tool_choice": "auto" }', CONFIG],
  ['{ "instructions": "x" }', ANSWER],
  ['{ "voice": "alloy" }', ANSWER],
  ['{ "temperature": 0.8 }', ANSWER],
  ['{ "max_response_output_tokens": 10 }', ANSWER],
  ['{ "modalities": ["text"], "instructions": "x" }', ANSWER],
  ['{ "output_audio_format": "pcm16", "voice": "alloy" }', ANSWER],
  ['{ "tools": [] }', CONFIG],
  ['{ "modalities": ["text"] }', CONFIG],
  ['{ "output_audio_format": "pcm16" }', CONFIG],
  ['{ "tool_choice": "auto" }', CONFIG],
  // A $schema that is not ours says nothing.
  ['{ "$schema": "https://json-schema.org/draft-07/schema", "enabled": true }', TRANSCRIPTION],
  ['{ "$schema": 7, "voice": "alloy" }', ANSWER],
  // Half-written and broken text speaks as far as it can be read.
  ['{ "config": ', REQUEST],
  ['{ "config"', REQUEST],
  ['{ "voice_activity_detection": { "threshold": ', CONFIG],
  ['{ // why\n  "enabled": tru', TRANSCRIPTION],
  ['{ "status": "act', RESPONSE],
  ['{ \'x\': 1, "turn_detection": null,, }', CONFIG],
  ['\uFEFF{ "voice": "alloy" }', ANSWER],
  ['{ "voice": "alloy" } trailing', ANSWER],
];

for (const [text, kind] of byContent) {
  test(`content: ${JSON.stringify(text)} is ${kind}`, () => {
    assert.deepEqual(detect('/a/b.realtime.json', text), { kind, from: 'content' });
  });
}

const undecided = [
  '',
  ' \n',
  '{}',
  '{ ',
  '{ "',
  '{ "conf',
  '[]',
  '[{ "config": {} }]',
  'null',
  '"config"',
  '42',
  '}',
  '// { "config": {} }',
  '{ "unknown": 1 }',
  '{ "voice": "alloy", "unknown": 1 }',
  '{ "$schema": "urn:realtime-config:sdk.nothing" }',
  '{ "x": { "config": {} } }',
];

for (const text of undecided) {
  test(`content: ${JSON.stringify(text)} says nothing, so the default holds`, () => {
    assert.deepEqual(detect('', text), { kind: FALLBACK_KIND, from: 'default' });
    assert.deepEqual(detect('', text, { defaultKind: ANSWER }), { kind: ANSWER, from: 'default' });
  });
}

test('what a default kind is worth', () => {
  assert.equal(detect('', '', { defaultKind: 'sdk.nothing' }).kind, FALLBACK_KIND);
  assert.equal(detect('', '{ "enabled": true }', { defaultKind: ANSWER }).kind, TRANSCRIPTION);
});

const byName: readonly (readonly [path: string, kind: string | undefined])[] = [
  ['support.sdk.session-config.realtime.json', CONFIG],
  ['/a/b/support.sdk.response-config.realtime.json', ANSWER],
  ['sdk.session-response.realtime.json', RESPONSE],
  ['a.b.c.sdk.input-audio-transcription.realtime.json', TRANSCRIPTION],
  ['file:///c%3A/x/one.sdk.session-request.realtime.json', REQUEST],
  ['untitled:sdk.session-config.realtime.json', undefined],
  ['support.realtime.json', undefined],
  ['support.sdk.session-config.json', undefined],
  ['sdk.session-config.realtime.json.bak', undefined],
  ['support-sdk.session-config.realtime.json', undefined],
  ['support.sdk.session-config.old.realtime.json', undefined],
  ['sdk.session-config.realtime.json/other.realtime.json', undefined],
  ['support.sdk.Session-Config.realtime.json', undefined],
  ['', undefined],
];

for (const [path, kind] of byName) {
  test(`file name: ${JSON.stringify(path)} ${kind ? `is ${kind}` : 'says nothing'}`, () => {
    const expected = kind ? { kind, from: 'file name' } : { kind: FALLBACK_KIND, from: 'default' };
    assert.deepEqual(detect(path, '{}'), expected);
  });
}

test('a file name may speak of a kind that this version does not know; then it decides nothing', () => {
  assert.equal(kindByFileName('a.xyz.session.realtime.json'), 'xyz.session');
  assert.deepEqual(detect('a.xyz.session.realtime.json', '{ "enabled": true }'), {
    kind: TRANSCRIPTION,
    from: 'content',
  });
});

const byGlob: readonly (readonly [path: string, globs: Record<string, string>, kind: string | undefined])[] =
  [
    ['/p/a.realtime.json', { '*.realtime.json': CONFIG }, CONFIG],
    ['/p/a.realtime.json', { 'a.*': CONFIG }, CONFIG],
    ['/p/a.realtime.json', { 'b.*': CONFIG }, undefined],
    ['/p/x/a.realtime.json', { 'x/*': ANSWER }, ANSWER],
    ['/p/x/a.realtime.json', { './x/*': ANSWER }, ANSWER],
    ['/p/x/y/a.realtime.json', { 'x/*': ANSWER }, undefined],
    ['/p/x/y/a.realtime.json', { 'x/**': ANSWER }, ANSWER],
    ['/p/x/a.realtime.json', { '/p/**': ANSWER }, ANSWER],
    ['/p/x/a.realtime.json', { '/x/**': ANSWER }, undefined],
    ['/p/.hidden/a.realtime.json', { '.hidden/*': ANSWER }, ANSWER],
    ['/p/a.realtime.json', { '{a,b}.realtime.json': ANSWER }, ANSWER],
    ['/p/a.realtime.json', { '*': CONFIG, 'a.*': ANSWER }, ANSWER],
    ['/p/a.realtime.json', { 'a.*': ANSWER, '*': CONFIG }, CONFIG],
    ['/p/a.realtime.json', { '*': 'sdk.nothing' }, undefined],
    ['', { '*': CONFIG }, undefined],
  ];

for (const [path, globs, kind] of byGlob) {
  test(`choice: ${path || 'no path'} with ${JSON.stringify(globs)} ${kind ? `is ${kind}` : 'is not chosen'}`, () => {
    const expected = kind ? { kind, from: 'choice' } : { kind: FALLBACK_KIND, from: 'default' };
    assert.deepEqual(detect(path, '{}', { kinds: globs }), expected);
  });
}

test('globs are relative to the folder of the project file, where there is one', () => {
  const chosen = (path: string, glob: string) =>
    detect(path, '{}', { kinds: { [glob]: ANSWER }, root: '/p' }).from === 'choice';
  assert.equal(chosen('/p/x/a.realtime.json', 'x/*'), true);
  assert.equal(chosen('/p/x/a.realtime.json', './x/*'), true);
  assert.equal(chosen('/p/y/x/a.realtime.json', 'x/*'), false);
  assert.equal(chosen('/p/y/x/a.realtime.json', '**/x/*'), true);
  assert.equal(chosen('/p/y/x/a.realtime.json', 'a.*'), true);
});

test('the order: choice for the file, choice by glob, name, $schema, content, default', () => {
  const path = '/p/a.sdk.session-response.realtime.json';
  const text = '{ "$schema": "urn:realtime-config:sdk.input-audio-transcription", "voice": "alloy" }';
  const steps: readonly (readonly [KindSource, string, string, string, KindOptions])[] = [
    ['choice', REQUEST, path, text, { kind: REQUEST, kinds: { '*': CONFIG }, defaultKind: ANSWER }],
    ['choice', CONFIG, path, text, { kinds: { '*': CONFIG }, defaultKind: ANSWER }],
    ['file name', RESPONSE, path, text, { defaultKind: REQUEST }],
    ['$schema', TRANSCRIPTION, '/p/a.realtime.json', text, { defaultKind: REQUEST }],
    ['content', ANSWER, '/p/a.realtime.json', '{ "voice": "alloy" }', { defaultKind: REQUEST }],
    ['default', CONFIG, '/p/a.realtime.json', '{}', { defaultKind: CONFIG }],
  ];
  for (const [from, kind, file, content, options] of steps) {
    assert.deepEqual(detect(file, content, options), { kind, from });
  }
});

test('each kind can be named in the file name and in $schema', () => {
  for (const { id } of kinds) {
    assert.deepEqual(detect(`a.${id}.realtime.json`, ''), { kind: id, from: 'file name' });
    const text = `{ "$schema": "urn:realtime-config:${id}" }`;
    assert.deepEqual(detect('a.realtime.json', text), { kind: id, from: '$schema' });
  }
});
