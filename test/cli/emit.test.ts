import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, run } from './support';

test('a document in a form, notes on standard error', async () => {
  const cwd = folderOf({ 'a.realtime.json': '{ "model": "m", "temperature": 0.8 }' });
  assert.deepEqual(await run(['emit', 'a.realtime.json'], { cwd }), {
    code: 0,
    stdout: '{"model":"m","temperature":0.8}\n',
    stderr: '',
  });
  const outcome = await run(['emit', 'a.realtime.json', '--as', 'session-update'], { cwd });
  assert.equal(outcome.code, 0);
  assert.deepEqual(JSON.parse(outcome.stdout), {
    type: 'session.update',
    session: { type: 'realtime', model: 'm' },
  });
  assert.match(outcome.stderr, /^a\.realtime\.json:1:32: note: \/temperature 0\.8: /);
});

test('what cannot take the form is refused', async () => {
  const stdin = '{ "type": "response.create" }';
  const curl = await run(['emit', '-', '--as', 'curl'], { stdin });
  assert.deepEqual([curl.code, curl.stdout], [1, '']);
  assert.match(curl.stderr, /<stdin>:1:1: This document asks for one answer/);
  const rust = await run(['emit', '-', '--as', 'rust'], { stdin: '{ "type": "realtime" }' });
  assert.match(rust.stderr, /Rust text is made of documents of the SDK only/);
  const broken = await run(['emit', '-'], { stdin: '{ "type" }' });
  assert.equal(broken.code, 1);
});

test('an unknown form is wrong usage', async () => {
  const outcome = await run(['emit', '-', '--as', 'pyton'], { stdin: '{}' });
  assert.equal(outcome.code, 2);
  assert.match(outcome.stderr, /Did you mean "python"/);
});
