import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { filesOf, folderOf, run } from './support';

const good = '{ "model": "gpt-realtime-2.1", "config": {} }\n';

describe('a glob means the same quoted or not', { skip: process.platform === 'win32' }, () => {
  const cwd = folderOf({
    'a.realtime.json': good,
    'b.ga.session.realtime.json': good,
    'notes.json': good,
    '.hidden.realtime.json': good,
    'calls/one.realtime.json': good,
    'calls/two.realtime.json': good,
    'calls/deep/three.realtime.json': good,
    'calls/node_modules/four.realtime.json': good,
    '.secret/five.realtime.json': good,
    'node_modules/six.realtime.json': good,
    'set [1]/seven.realtime.json': good,
  });
  const checked = async (args: readonly string[]) => {
    const { code, stdout, stderr } = await run(['check', '--format', 'json', ...args], { cwd });
    return { code, stderr, files: stdout === '' ? [] : filesOf(stdout).map(({ file }) => file) };
  };
  /** What bash makes of a pattern that is not quoted. */
  const expanded = (pattern: string) =>
    execFileSync('bash', ['-c', `printf '%s\\0' ${pattern}`], { cwd, encoding: 'utf8' })
      .split('\0')
      .filter(Boolean);

  for (const pattern of [
    '*',
    '*.realtime.json',
    '*.json',
    '.*.json',
    '[ab]*.json',
    '[!a]*.realtime.json',
    '?.realtime.json',
    'calls/*',
    'calls/*/*.realtime.json',
    '*/*.realtime.json',
    '{a,b.ga.session}.realtime.json',
    './calls/t*',
  ]) {
    it(pattern, async () => {
      const quoted = await checked([pattern]);
      assert.ok(quoted.files.length > 0);
      const unquoted = await checked(expanded(pattern));
      assert.deepEqual(
        { ...unquoted, files: unquoted.files.sort() },
        { ...quoted, files: quoted.files.sort() },
      );
    });
  }
});
