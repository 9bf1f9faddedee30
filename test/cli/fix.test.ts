import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesOf, folderOf, run } from './support';

const wrong =
  '{\n  "model": "gpt-realtime-2.1",\n  "config": {},\n  "Voice": "echo",\n  "temprature": 0.7,\n}\n';
const files = {
  'a.realtime.json': wrong,
  'clean.realtime.json': '{ "model": "gpt-realtime-2.1", "config": {} }\n',
};

describe('fix', () => {
  it('makes what is safe, and says where', async () => {
    const cwd = folderOf(files);
    assert.deepEqual(await run(['fix'], { cwd }), {
      code: 0,
      stdout: 'a.realtime.json: 2 fixes\n',
      stderr: '',
    });
    assert.equal(
      readFileSync(join(cwd, 'a.realtime.json'), 'utf8'),
      '{\n  "model": "gpt-realtime-2.1",\n  "config": {},\n  "voice": "echo",\n  "temprature": 0.7\n}\n',
    );
    assert.deepEqual(await run(['fix'], { cwd }), { code: 0, stdout: '', stderr: '' });
  });

  it('chooses values when told to', async () => {
    const cwd = folderOf(files);
    assert.equal((await run(['fix', '--suggested'], { cwd })).stdout, 'a.realtime.json: 3 fixes\n');
    assert.match(readFileSync(join(cwd, 'a.realtime.json'), 'utf8'), /"temperature": 0\.7\n/);
  });

  it('changes nothing in a dry run', async () => {
    const cwd = folderOf(files);
    assert.equal((await run(['fix', '--dry-run'], { cwd })).stdout, 'a.realtime.json: 2 fixes to make\n');
    assert.equal(readFileSync(join(cwd, 'a.realtime.json'), 'utf8'), wrong);
  });

  it('has no use for standard input', async () => {
    const { code, stderr } = await run(['fix', '-']);
    assert.equal(code, 2);
    assert.match(stderr, /it does not read "-"/);
  });
});

describe('the project file', () => {
  const twice =
    '{ "type": "realtime", "tools": [{ "type": "function", "name": "a" }, { "type": "function", "name": "a" }] }';
  const tree = {
    '.realtimerc.json': '{ "rules": { "duplicate-tool": "error" } }',
    'a.realtime.json': twice,
    'calls/.realtimerc.json': '{ "overrides": [{ "files": ["b*"], "rules": { "duplicate-tool": "off" } }] }',
    'calls/b.realtime.json': twice,
    'calls/c.realtime.json': twice,
    'own.json': '{ "kinds": { "*": "beta.session" }, "rules": { "duplicate-tool": "off" } }',
    'broken.json': '{\n  "rulez": {}\n}',
  };

  it('is the nearest one above each file', async () => {
    const { stdout, code } = await run(['check', '--format', 'json'], { cwd: folderOf(tree) });
    assert.equal(code, 1);
    assert.deepEqual(
      filesOf(stdout).map(({ file, codes }) => [file, codes]),
      [
        ['a.realtime.json', ['duplicate-tool']],
        ['calls/b.realtime.json', []],
        ['calls/c.realtime.json', ['duplicate-tool']],
      ],
    );
  });

  it('may be named', async () => {
    const args = ['check', 'a.realtime.json', '--config', 'own.json', '--format', 'json'];
    const { stdout } = await run(args, { cwd: folderOf(tree) });
    const [file] = filesOf(stdout);
    assert.deepEqual([file?.kind, file?.kindFrom], ['beta.session', 'choice']);
    assert.ok(!file?.codes.includes('duplicate-tool'));
  });

  it('with a fault stops everything, and names the place', async () => {
    const cwd = folderOf(tree);
    const { code, stdout, stderr } = await run(['check', '--config', 'broken.json'], { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /broken\.json:2:3: "rulez" is not a key of \.realtimerc\.json\. Did you mean "rules"\?/,
    );
    const gone = await run(['check', '--config', 'gone.json'], { cwd });
    assert.equal(gone.code, 2);
    assert.match(gone.stderr, /gone\.json: there is no such file/);
  });
});

describe('rules', () => {
  it('lists every code, for people and for programs', async () => {
    const { stdout } = await run(['rules', '--format', 'json']);
    const list = JSON.parse(stdout) as { id: string; severity: string }[];
    assert.ok(list.some(({ id, severity }) => id === 'duplicate-tool' && severity === 'warning'));
    const lines = (await run(['rules'])).stdout.trimEnd().split('\n');
    assert.equal(lines.length, list.length);
    assert.match(lines.join('\n'), /^duplicate-tool +warning +Two function tools/m);
  });
});
