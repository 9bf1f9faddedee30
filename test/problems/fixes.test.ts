import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { kindByFileName } from '../../server/kinds/detect';
import type { Problem } from '../../server/problem';
import {
  checkFix,
  fixTitles,
  inRepository,
  problemsOf,
  readRepository,
  stripAnnotations,
} from '../support/fixture';

const REQUEST = 'sdk.session-request';
const CONFIG = 'sdk.session-config';

const repairs: readonly (readonly [kind: string, before: string, title: string, after: string])[] = [
  [REQUEST, '{ "model": "m", }', 'Remove the comma', '{ "model": "m" }'],
  [REQUEST, '{ "model": "m",, "voice": null }', 'Remove the comma', '{ "model": "m", "voice": null }'],
  [REQUEST, '{\n  "model": "m"\n  "voice": null\n}', 'Add a comma', '{\n  "model": "m",\n  "voice": null\n}'],
  [REQUEST, '\uFEFF{ "model": "m" }', 'Remove the byte order mark', '{ "model": "m" }'],
  [REQUEST, '{ "model": "m", "voice": None }', 'Replace with null', '{ "model": "m", "voice": null }'],
  [
    REQUEST,
    '{ "model": "m", "voice": "alloi" }',
    'Replace with "alloy"',
    '{ "model": "m", "voice": "alloy" }',
  ],
  [REQUEST, '{ "model": "m", "Voice": "echo" }', 'Rename to "voice"', '{ "model": "m", "voice": "echo" }'],
  [REQUEST, '{ "model": "m", "x": 1 }', 'Remove "x"', '{ "model": "m" }'],
  [REQUEST, '{ "model": "m", "model": "n" }', 'Remove this "model"', '{ "model": "m" }'],
  [
    REQUEST,
    '{ "model": "m", "max_response_output_tokens": 4.0e2 }',
    'Replace with 400',
    '{ "model": "m", "max_response_output_tokens": 400 }',
  ],
  [
    REQUEST,
    '{ "model": "m", "max_response_output_tokens": -5 }',
    'Replace with 0',
    '{ "model": "m", "max_response_output_tokens": 0 }',
  ],
  [
    REQUEST,
    '{ "model": "m", "voice": { "echo": null } }',
    'Replace with "echo"',
    '{ "model": "m", "voice": "echo" }',
  ],
  [
    CONFIG,
    '{ "turn_detection": ["none", null, 1, 2] }',
    'Write it as an object',
    '{ "turn_detection": { "type": "none", "threshold": null, "prefix_padding_ms": 1, "silence_duration_ms": 2 } }',
  ],
];

for (const [kind, before, title, after] of repairs) {
  test(`${title}: ${JSON.stringify(before)}`, () => {
    checkFix(kind, before, title, after);
  });
}

test('a comment is removed', () => {
  checkFix(REQUEST, '{ "model": "m" /* why */ }', 'Remove the comment', '{ "model": "m"  }');
});

test('what only looks different is safe to rename, a guess is not', () => {
  assert.deepEqual(fixTitles(REQUEST, '{ "model": "m", "maxResponseOutputTokens": 1 }'), [
    'Rename to "max_response_output_tokens" · preferred · safe',
    'Remove "maxResponseOutputTokens"',
  ]);
  assert.deepEqual(fixTitles(REQUEST, '{ "model": "m", "temprature": 1 }'), [
    'Rename to "temperature" · preferred',
    'Remove "temprature"',
  ]);
});

test('the nearest value comes first, and a short list has the others too', () => {
  assert.deepEqual(fixTitles(CONFIG, '{ "turn_detection": { "type": "Server_VAD" } }'), [
    'Replace with "server_vad" · preferred · safe',
    'Replace with "none"',
  ]);
  assert.deepEqual(fixTitles(CONFIG, '{ "turn_detection": { "type": "semantic_vad" } }'), [
    'Replace with "server_vad"',
    'Replace with "none"',
  ]);
});

test('numbers that mean the same are safe to rewrite', () => {
  const titles = (literal: string) =>
    fixTitles(REQUEST, `{ "model": "m", "max_response_output_tokens": ${literal} }`);
  assert.deepEqual(titles('300.0'), ['Replace with 300 · preferred · safe']);
  assert.deepEqual(titles('-0'), ['Replace with 0 · preferred · safe']);
  assert.deepEqual(titles('2.5'), ['Replace with 3 · preferred']);
  assert.deepEqual(titles('1e400'), []);
});

const FOLDER = 'test/fixtures/problems';

for (const file of readdirSync(inRepository(FOLDER))) {
  test(`each fix of ${file} leaves fewer problems, and at most one is preferred`, () => {
    const kind = kindByFileName(file) ?? '';
    const text = stripAnnotations(readRepository(`${FOLDER}/${file}`));
    const before = problemsOf(kind, text);
    for (const problem of before) {
      assert.ok(problem.fixes.filter(({ preferred }) => preferred).length <= 1, problem.message);
      for (const fix of problem.fixes) {
        const after = problemsOf(kind, applyEdits(text, fix.edits));
        // A repair may bring to light what the mistake hid; then this one at least is gone.
        const same = (one: Problem) => one.code === problem.code && one.message === problem.message;
        const isGone = after.filter(same).length < before.filter(same).length;
        assert.ok(isGone || after.length < before.length, `${fix.title}: ${problem.message}`);
      }
    }
  });
}
