import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problemsOf } from '../support/fixture';
import { folderOf, run } from './support';

const request = '{\n  "model": "gpt-4o-realtime-preview",\n  "temperature": 0.8\n}\n';
const session = '{\n  "type": "realtime",\n  "model": "gpt-realtime-2.1"\n}\n';
const notes = (name: string) =>
  [
    `${name}:2:12: note: /model "gpt-4o-realtime-preview": This model has been shut down; its successor "gpt-realtime-2.1" takes its place.`,
    `${name}:3:18: note: /temperature 0.8: "temperature" is left out: today's API has no such setting. Say in "instructions" how free the answers may be.`,
    '',
  ].join('\n');

test('the default request of the SDK becomes a clean request of today', async () => {
  const defaults = await run(['defaults', 'sdk.session-request']);
  const outcome = await run(['convert', '-', '--to', 'ga.client-secret'], { stdin: defaults.stdout });
  assert.equal(outcome.code, 0);
  assert.deepEqual(problemsOf('ga.client-secret', outcome.stdout), []);
  assert.deepEqual(outcome.stderr.match(/note: (\/\S+)/g), [
    'note: /model',
    'note: /config/voice_activity_detection',
    'note: /temperature',
  ]);
  assert.ok(outcome.stdout.endsWith('}\n'));
});

test('the outcome goes to standard output, the notes to standard error', async () => {
  const cwd = folderOf({ 'a.realtime.json': request });
  const outcome = await run(['convert', 'a.realtime.json', '--to', 'ga.session'], { cwd });
  assert.deepEqual(outcome, { code: 0, stdout: session, stderr: notes('a.realtime.json') });
});

test('--strict ends with 1 when something was noted', async () => {
  const args = ['convert', '-', '--to', 'ga.session', '--strict'];
  assert.deepEqual(await run(args, { stdin: request }), {
    code: 1,
    stdout: session,
    stderr: notes('<stdin>'),
  });
  const clean = await run(['convert', '-', '--to', 'ga.client-secret', '--strict'], { stdin: session });
  assert.equal(clean.code, 0);
  assert.equal(clean.stderr, '');
});

test('--output writes a file, in the line ends of the original', async () => {
  const cwd = folderOf({ 'a.realtime.json': session.replaceAll('\n', '\r\n') });
  const args = ['convert', 'a.realtime.json', '--to', 'ga.session-update', '--output', 'b.json'];
  assert.deepEqual(await run(args, { cwd }), { code: 0, stdout: '', stderr: '' });
  const written = readFileSync(join(cwd, 'b.json'), 'utf8');
  assert.ok(written.includes('\r\n') && !/[^\r]\n/.test(written));
  assert.deepEqual(JSON.parse(written), { type: 'session.update', session: JSON.parse(session) });
});

test('--kind says what the document is', async () => {
  const text = '{ "instructions": "Hi." }';
  const args = ['convert', '-', '--kind', 'beta.session', '--to', 'ga.session'];
  const outcome = await run(args, { stdin: text });
  assert.deepEqual(JSON.parse(outcome.stdout), { type: 'realtime', instructions: 'Hi.' });
});

test('what cannot be converted is refused at its place', async () => {
  const convert = (stdin: string, to: string) => run(['convert', '-', '--to', to], { stdin });
  assert.deepEqual(await convert('{\n  "model":}', 'ga.session'), {
    code: 1,
    stdout: '',
    stderr: 'realtime-config: <stdin>:2:10: A value is missing here.\n',
  });
  const other = await convert(session, 'ga.translation-session');
  assert.equal(other.code, 1);
  assert.match(
    other.stderr,
    /^realtime-config: <stdin>:1:1: ga\.session cannot become ga\.translation-session\./,
  );
  const hollow = await convert('{\n  "expires_after": {} }', 'ga.session');
  assert.match(hollow.stderr, /<stdin>:1:1: There is no "session" object/);
});

test('wrong usage ends with 2', async () => {
  const cwd = folderOf({ 'x/a.realtime.json': session, 'x/b.realtime.json': session });
  for (const [args, message] of [
    [[], /needs a FILE/],
    [['a.realtime.json'], /--to KIND/],
    [['a.realtime.json', '--to', 'ga.sesion'], /Did you mean "ga\.session"/],
    [['missing.realtime.json', '--to', 'ga.session'], /missing\.realtime\.json/],
    [['x', '--to', 'ga.client-secret'], /several documents/],
    [['x/a.realtime.json', '--to', 'ga.client-secret', '--output', 'no/where.json'], /no\/where\.json/],
  ] as const) {
    const outcome = await run(['convert', ...args], { cwd });
    assert.equal(outcome.code, 2, args.join(' '));
    assert.match(outcome.stderr, message);
    assert.equal(outcome.stdout, '');
  }
});

test('secrets do not get to the terminal', async () => {
  const stdin = JSON.stringify({
    type: 'realtime',
    tools: [
      {
        type: 'mcp',
        server_label: 'a',
        server_url: 'https://example.com',
        authorization: 'sk-abcdefghij1234',
      },
    ],
  });
  const { stderr } = await run(['convert', '-', '--to', 'beta.session'], { stdin });
  assert.match(stderr, /"authorization":"••••"/);
  assert.doesNotMatch(stderr, /abcdefghij/);
});
