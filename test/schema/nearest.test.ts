import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../server/schema/nearest';

const KEYS = ['input_audio_format', 'output_audio_format', 'voice', 'tools', 'tool_choice', 'temperature'];

const meant: readonly (readonly [word: string, candidate: string | undefined])[] = [
  ['input_audio_fromat', 'input_audio_format'],
  ['inputAudioFormat', 'input_audio_format'],
  ['INPUT-AUDIO-FORMAT', 'input_audio_format'],
  ['input audio format', 'input_audio_format'],
  ['Voice', 'voice'],
  ['voices', 'voice'],
  ['tool', 'tools'],
  ['toolChoice', 'tool_choice'],
  ['temprature', 'temperature'],
  ['vioce', 'voice'],
  ['temp', undefined],
  ['model', undefined],
  ['v', undefined],
  ['', undefined],
  ['x', undefined],
];

for (const [word, candidate] of meant) {
  test(`"${word}" ${candidate === undefined ? 'is near nothing' : `means "${candidate}"`}`, () => {
    assert.equal(nearest(word, KEYS), candidate);
  });
}

test('a spelling that only looks different wins over a smaller distance', () => {
  assert.equal(nearest('PCM-16', ['pcm1', 'pcm16']), 'pcm16');
});

test('among equals the first wins, and of nothing nothing', () => {
  assert.equal(nearest('abcx', ['abcd', 'abce']), 'abcd');
  assert.equal(nearest('voice', []), undefined);
});

test('a single letter is near no other', () => {
  assert.equal(nearest('m', ['n', 'M']), 'M');
  assert.equal(nearest('m', ['n']), undefined);
});
