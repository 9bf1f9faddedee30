import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesOf, folderOf, run } from './support';

const good = '{ "model": "gpt-realtime-2.1", "config": {} }\n';
const bad = '{ "model": 1 }\n';
const odd = '{ "model": "gpt-realtime-2.1", "config": {}, "x_note": 1, "y_note": 2 }\n';

/** The names of the files that were checked. */
async function checked(args: readonly string[], cwd: string): Promise<string[]> {
  const { stdout } = await run(['check', '--format', 'json', ...args], { cwd });
  return stdout === '' ? [] : filesOf(stdout).map(({ file }) => file);
}

describe('check, the kind', () => {
  it('of another API’s document is "none": one note, and no failure', async () => {
    const outcome = await run(['check', '-', '--format', 'json', '--require-kind'], {
      stdin: '{ "type": "session.start", "foo": 1 }',
    });
    assert.equal(outcome.code, 0);
    assert.deepEqual(filesOf(outcome.stdout), [
      { file: '<stdin>', kind: 'none', kindFrom: 'content', codes: ['another-api'] },
    ]);
    assert.equal(JSON.parse(outcome.stdout).summary.infos, 1);
  });

  it('cannot be chosen to be that of another API', async () => {
    const outcome = await run(['check', '-', '--kind', 'none'], { stdin: '{}' });
    assert.equal(outcome.code, 2);
    assert.match(outcome.stderr, /There is no kind "none"/);
  });
});

describe('check, exit codes', () => {
  const cwd = folderOf({ 'good.realtime.json': good, 'bad.realtime.json': bad, 'odd.realtime.json': odd });
  const code = async (...args: string[]) => (await run(['check', ...args], { cwd })).code;

  it('is 0 when clean, and with warnings', async () => {
    assert.equal(await code('good.realtime.json'), 0);
    assert.equal(await code('odd.realtime.json'), 0);
  });

  it('is 1 for an error', async () => {
    assert.equal(await code('bad.realtime.json'), 1);
    assert.equal(await code(), 1);
  });

  it('is 1 for more warnings than are allowed', async () => {
    assert.equal(await code('odd.realtime.json', '--max-warnings', '2'), 0);
    const outcome = await run(['check', 'odd.realtime.json', '--max-warnings=1'], { cwd });
    assert.equal(outcome.code, 1);
    assert.equal(outcome.stderr, 'realtime-config: there are 2 warnings, and --max-warnings allows 1.\n');
  });

  it('is 2 when nothing matched', async () => {
    const empty = folderOf({ 'other.json': '{}' });
    assert.deepEqual(await run(['check'], { cwd: empty }), {
      code: 2,
      stdout: '',
      stderr: 'realtime-config: .: there is no *.realtime.json here.\n',
    });
    const { code, stderr } = await run(['check', '*.realtime.json', 'gone.json'], { cwd: empty });
    assert.equal(code, 2);
    assert.match(stderr, /\*\.realtime\.json: this pattern matches no file\./);
    assert.match(stderr, /gone\.json: there is no such file or directory\./);
  });

  it('is 2 for an empty argument, which a script may pass by mistake', async () => {
    assert.equal(await code(''), 2);
  });
});

describe('check, files', () => {
  const cwd = folderOf({
    'b.realtime.json': good,
    'a/one.realtime.json': good,
    'a/deep/two.realtime.json': good,
    'a/.hidden/three.realtime.json': good,
    'a/node_modules/x/no.realtime.json': bad,
    'a/.git/no.realtime.json': bad,
    'a/other.json': good,
    'set [1]/four.realtime.json': good,
    'empty/readme.txt': '',
  });
  const inA = ['a/.hidden/three.realtime.json', 'a/deep/two.realtime.json', 'a/one.realtime.json'];

  it('takes everything below a directory, but for node_modules and .git', async () => {
    assert.deepEqual(await checked(['a'], cwd), inA);
    assert.deepEqual(await checked([], cwd), [...inA, 'b.realtime.json', 'set [1]/four.realtime.json']);
    assert.deepEqual(await checked(['a', 'empty', 'a/node_modules'], cwd), inA);
  });

  it('takes a named file whatever its name, and each file once', async () => {
    assert.deepEqual(await checked(['a/other.json', './a/other.json', 'a/../a/*er.json'], cwd), [
      'a/other.json',
    ]);
  });

  it('takes globs, as the shell would', async () => {
    assert.deepEqual(await checked(['*.realtime.json'], cwd), ['b.realtime.json']);
    assert.deepEqual(await checked(['a/**/*.realtime.json'], cwd), inA.slice(1));
    assert.deepEqual(await checked(['{b,c}.realtime.json'], cwd), ['b.realtime.json']);
    assert.deepEqual(await checked(['set*'], cwd), ['set [1]/four.realtime.json']);
    assert.deepEqual(await checked(['../*/*.json'], `${cwd}/a`), [
      'one.realtime.json',
      'other.json',
      '../set [1]/four.realtime.json',
    ]);
  });

  it('takes a name with brackets for a file where there is one', async () => {
    assert.deepEqual(await checked(['set [1]/four.realtime.json'], cwd), ['set [1]/four.realtime.json']);
  });

  it('follows no directory link, and names a broken one to a file', {
    skip: process.platform === 'win32',
  }, async () => {
    const linked = folderOf({ 'x/one.realtime.json': good });
    symlinkSync('..', `${linked}/x/loop`);
    symlinkSync('nowhere', `${linked}/x/dead.realtime.json`);
    const { code, stdout, stderr } = await run(['check', '--format', 'json'], { cwd: linked });
    assert.equal(code, 2);
    assert.equal(stderr, 'realtime-config: x/dead.realtime.json: there is no such file or directory.\n');
    assert.deepEqual(
      filesOf(stdout).map(({ file }) => file),
      ['x/one.realtime.json'],
    );
  });

  it('names each file that cannot be read and checks the rest', async () => {
    const mixed = folderOf({
      'bad.realtime.json': bad,
      'latin.realtime.json': Buffer.from('{"model":"caf\xe9"}', 'latin1'),
      'wide.realtime.json': Buffer.from('\ufeff{}', 'utf16le'),
      'folder.realtime.json/inner.txt': '',
    });
    const { code, stdout, stderr } = await run(['check', '.', 'gone.realtime.json'], { cwd: mixed });
    assert.equal(code, 2);
    assert.match(stdout, /^bad\.realtime\.json:1:12 {2}error /);
    assert.equal(
      stderr,
      [
        'realtime-config: latin.realtime.json: this is no UTF-8 text. Save it as UTF-8.',
        'realtime-config: wide.realtime.json: this is UTF-16 text. Save it as UTF-8.',
        'realtime-config: gone.realtime.json: there is no such file or directory.',
        '',
      ].join('\n'),
    );
  });
});

describe('check, standard input', () => {
  it('is called <stdin>, or as told, and its kind may follow from the name', async () => {
    const plain = await run(['check', '-', '--format', 'json'], { stdin: good });
    assert.deepEqual(filesOf(plain.stdout), [
      { file: '<stdin>', kind: 'sdk.session-request', kindFrom: 'content', codes: [] },
    ]);
    const name = 'a.sdk.response-config.realtime.json';
    const named = await run(['check', '-', '--stdin-name', name, '--format', 'json'], { stdin: '{}' });
    assert.deepEqual(filesOf(named.stdout), [
      { file: name, kind: 'sdk.response-config', kindFrom: 'file name', codes: [] },
    ]);
  });

  it('puts characters together that came in pieces', async () => {
    const { code, stdout } = await run(['check', '-', '--format', 'json'], {
      stdin: '{"model": "gpt-4o-realtime-preview", "instructions": "日本語日本語 🎧🎧🎧🎧", "🎧🎧": 1}',
    });
    assert.equal(code, 0);
    const [, problem] = JSON.parse(stdout).files[0].diagnostics;
    assert.equal(problem.pointer, '/🎧🎧');
    assert.equal(problem.range.start.character, 72);
  });
});

describe('check, kinds', () => {
  const json = async (args: readonly string[], stdin: string) => {
    const { stdout } = await run(['check', '-', '--format', 'json', ...args], { stdin });
    return filesOf(stdout)[0];
  };

  it('says how each was decided', async () => {
    const choice = await json(['--kind', 'sdk.session-config'], good);
    assert.deepEqual([choice?.kind, choice?.kindFrom], ['sdk.session-config', 'choice']);
    const declared = await json([], '{"$schema": "urn:realtime-config:sdk.response-config"}');
    assert.deepEqual([declared?.kind, declared?.kindFrom], ['sdk.response-config', '$schema']);
    assert.equal((await json([], '{}'))?.kindFrom, 'default');
  });

  it('refuses a document without a kind when one is required', async () => {
    const { code, stdout, stderr } = await run(['check', '-', '--require-kind'], { stdin: '{}' });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^realtime-config: <stdin>: nothing tells its kind\. Give --kind/);
    assert.equal((await run(['check', '-', '--require-kind'], { stdin: good })).code, 0);
  });
});

describe('check, forms of text', () => {
  it('reports a byte order mark and still checks the rest', async () => {
    const { code, stdout } = await run(['check', '-', '--format', 'json'], { stdin: `\ufeff${bad}` });
    assert.equal(code, 1);
    assert.deepEqual(filesOf(stdout)[0]?.codes, ['syntax', 'wrong-type']);
  });

  it('counts lines by CRLF', async () => {
    const stdin = '{\r\n  "model": "gpt-4o-realtime-preview",\r\n  "voice": 7\r\n}\r\n';
    const { stdout } = await run(['check', '-'], { stdin, isTTY: true, env: { NO_COLOR: '1' } });
    assert.match(stdout, /^<stdin>:3:12 {2}error /m);
    assert.match(stdout, /^ {4}3 \| {3}"voice": 7\n {6}\| {12}\^$/m);
  });

  it('takes an empty text', async () => {
    const { code, stdout } = await run(['check', '-', '--format', 'json'], { stdin: '' });
    assert.equal(code, 1);
    assert.deepEqual(filesOf(stdout)[0]?.codes, ['syntax']);
  });
});
