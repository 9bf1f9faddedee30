import assert from 'node:assert/strict';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formatText } from '../../server/cli/commands/format';
import { folderOf, run } from './support';

const formatted = '{\n  "model": "m",\n  "config": {\n    "modalities": [\n      "text"\n    ]\n  }\n}\n';
const crowded = '{"model":"m","config":{"modalities":["text"]}}';

describe('format', () => {
  it('indents by two spaces what has no indent', () => {
    assert.equal(formatText(crowded), formatted);
  });

  it('keeps the indent and the line ends it finds', () => {
    assert.equal(formatText('{\n\t"a": {"b":1}}'), '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n');
    assert.equal(formatText('{\r\n    "a":1,"b":[]}'), '{\r\n    "a": 1,\r\n    "b": []\r\n}\r\n');
    assert.equal(formatText('{\n   "a":1\r\n}'), '{\n   "a": 1\n}\n');
  });

  it('leaves what is inside strings and numbers alone', () => {
    const text = '{"a": "{ \\u0041 :,  }", "b": 300.0, "c": 1e+2, "d": -0, "日本語": "🎧"}';
    const lines = formatText(text);
    for (const part of ['"{ \\u0041 :,  }"', '300.0', '1e+2', '-0', '"日本語": "🎧"'])
      assert.ok(lines.includes(part));
  });

  it('changes nothing the second time, and ends in one line end', () => {
    for (const text of [crowded, '[]', ' 1 \n\n', '{\n\n"a":[ [ ],{ } ]\n\n}\n\n', '{\r\n\t"a":[\r\n1,2]}']) {
      const once = formatText(text);
      assert.equal(formatText(once), once);
      assert.match(once, /\S\r?\n$/);
    }
  });

  it('rewrites files only where something changes', async () => {
    const cwd = folderOf({ 'a.realtime.json': crowded, 'b/b.realtime.json': formatted });
    const before = new Date('2026-01-01T00:00:00Z');
    utimesSync(join(cwd, 'b/b.realtime.json'), before, before);
    assert.deepEqual(await run(['format'], { cwd }), { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(join(cwd, 'a.realtime.json'), 'utf8'), formatted);
    assert.equal(statSync(join(cwd, 'b/b.realtime.json')).mtimeMs, before.getTime());
  });

  it('only names files with --check', async () => {
    const cwd = folderOf({ 'a.realtime.json': crowded, 'b.realtime.json': formatted });
    assert.deepEqual(await run(['format', '--check'], { cwd }), {
      code: 1,
      stdout: 'a.realtime.json\n',
      stderr: '',
    });
    assert.equal(readFileSync(join(cwd, 'a.realtime.json'), 'utf8'), crowded);
    assert.equal((await run(['format', '--check', 'b.realtime.json'], { cwd })).code, 0);
  });

  it('prints what came by standard input', async () => {
    assert.deepEqual(await run(['format', '-'], { stdin: crowded }), {
      code: 0,
      stdout: formatted,
      stderr: '',
    });
    assert.equal((await run(['format', '-', '--check'], { stdin: crowded })).stdout, '<stdin>\n');
  });

  it('leaves broken JSON as it is, names it and goes on', async () => {
    const broken = '{"model": "m",\n "voice" "alloy"}';
    const cwd = folderOf({
      'a.realtime.json': broken,
      'b.realtime.json': crowded,
      'c.realtime.json': '\ufeff{}',
    });
    const { code, stdout, stderr } = await run(['format'], { cwd });
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(
      stderr,
      /^realtime-config: a\.realtime\.json:2:8: .+\nrealtime-config: c\.realtime\.json:1:1: .+\n$/,
    );
    assert.equal(readFileSync(join(cwd, 'a.realtime.json'), 'utf8'), broken);
    assert.equal(readFileSync(join(cwd, 'b.realtime.json'), 'utf8'), formatted);
    assert.deepEqual((await run(['format', '-'], { stdin: broken })).stdout, '');
  });

  it('formats what is nested too deep to be checked', async () => {
    const deep = `${'['.repeat(600)}${']'.repeat(600)}`;
    for (const start of ['', ' \n  ', '\n\t']) {
      const stdin = start + deep;
      const { code, stdout } = await run(['format', '-'], { stdin });
      assert.equal(code, 0);
      // jsonc-parser alone writes "undefined" at an indent of 200.
      assert.ok(stdout.replace(/\s/g, '') === deep, stdout.match(/[a-z]+/)?.[0]);
      assert.ok(formatText(stdout) === stdout);
    }
  });

  it('names what is not there', async () => {
    assert.equal((await run(['format', 'gone.json'])).code, 2);
  });
});
