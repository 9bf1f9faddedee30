import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertGolden, folderOf, run, session } from './support';

describe('check --format gitlab', () => {
  const gitlab = async (files: Record<string, string>) => {
    const { code, stdout } = await run(['check', '--format', 'gitlab'], { cwd: folderOf(files) });
    return { code, stdout };
  };

  it('prints a code quality report', async () => {
    const { code, stdout } = await gitlab(session);
    assert.equal(code, 1);
    assertGolden('gitlab.txt', stdout);
  });

  it('knows a problem by what it is, not by where it stands', async () => {
    const prints = async (text: string) => {
      const { stdout } = await gitlab({ 'a.sdk.session-request.realtime.json': text });
      return (JSON.parse(stdout) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    };
    const [short, long] = [
      await prints('{ "model": "gpt-realtime-2.1", "x": 1, "config": {} } /* a */ /* b */'),
      await prints('{\n\n"model": "gpt-realtime-2.1",\n "x": 1, "config": {} }\n\n/* a */\n/* b */'),
    ];
    assert.ok(short.length > 2);
    assert.equal(new Set(short).size, short.length);
    assert.deepEqual(long, short);
  });

  it('is an empty list when all is clean, and leaves hints out', async () => {
    const hint = '{ "rules": { "wrong-type": "hint" } }';
    const { stdout } = await gitlab({
      '.realtimerc.json': hint,
      'a.realtime.json': '{ "model": 1, "config": {} }',
    });
    assert.equal(stdout, '[]\n');
  });
});
