import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assertGolden, folderOf, run, session } from './support';

describe('check --format github', () => {
  const github = (args: readonly string[], world: Parameters<typeof run>[1]) =>
    run(['check', '--format', 'github', ...args], world);

  it('prints an annotation a line', async () => {
    const { code, stdout } = await github([], { cwd: folderOf(session) });
    assert.equal(code, 1);
    assertGolden('github.txt', stdout);
  });

  it('names files from the top of the repository, whatever folder the step runs in', async () => {
    const repository = folderOf({ 'packages/bot/a.realtime.json': '{ "model": 1 }' });
    const cwd = join(repository, 'packages/bot');
    const fileIn = async (workspace: string) => {
      const { stdout } = await github([], { cwd, env: { GITHUB_WORKSPACE: workspace } });
      return /file=([^,]*),/.exec(stdout)?.[1];
    };
    assert.equal(await fileIn(repository), 'packages/bot/a.realtime.json');
    assert.equal(await fileIn(cwd), 'a.realtime.json');
    assert.equal(await fileIn(join(repository, 'elsewhere')), 'a.realtime.json');
  });

  it('lets nothing of a document end the command or start another', async () => {
    const text = '{ "config": {}, "model": "gpt-realtime-2.1", "a%0A,b:c\\n::error::x": 1 }';
    const name = 'odd, 100%: name.realtime.json';
    const { stdout } = await github(['-', '--stdin-name', name], { stdin: text });
    assert.equal(
      stdout,
      '::warning file=odd%2C 100%25%3A name.realtime.json,line=1,col=46,endLine=1,endColumn=68,title=unknown-property' +
        '::The SDK drops "a%250A,b:c%0A::error::x" when it loads this file.\n',
    );
  });

  it('gives no columns where there are several lines, leaves hints out, and is quiet when all is clean', async () => {
    const cwd = folderOf({
      '.realtimerc.json': '{ "rules": { "unknown-property": "hint" } }',
      'a.realtime.json': '{ "model": {\n}, "config": {}, "x": 1 }',
      'b.realtime.json': '{ "model": "gpt-realtime-2.1", "config": {} }',
    });
    const { stdout } = await github([], { cwd });
    assert.match(stdout, /^::error file=a\.realtime\.json,line=1,endLine=2,title=wrong-type::[^\n]*\n$/);
    assert.equal((await github(['b.realtime.json'], { cwd })).stdout, '');
  });
});
