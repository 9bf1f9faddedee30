import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertGolden, folderOf, run, session } from './support';

describe('check, output', () => {
  const cwd = folderOf(session);

  it('prints for people', async () => {
    const { code, stdout, stderr } = await run(['check'], { cwd });
    assert.equal(code, 1);
    assert.equal(stderr, '');
    assertGolden('pretty.txt', stdout);
  });

  it('shows the source on a terminal', async () => {
    const { stdout } = await run(['check'], { cwd, isTTY: true, env: { NO_COLOR: '1' } });
    assertGolden('pretty-terminal.txt', stdout);
  });

  it('colours on a terminal', async () => {
    const { stdout } = await run(['check', 'desk.realtime.json'], { cwd, isTTY: true });
    assertGolden('pretty-colours.txt', stdout.replaceAll('\u001b', '<esc>'));
  });

  it('prints one JSON object', async () => {
    const { code, stdout } = await run(['check', '--format', 'json'], { cwd });
    assert.equal(code, 1);
    assertGolden('json.txt', stdout);
    assert.ok(stdout.endsWith('}\n') && !stdout.endsWith('\n\n'));
  });

  it('is quiet when all is clean, except in JSON', async () => {
    const clean = ['check', 'clean.realtime.json'];
    assert.deepEqual(await run(clean, { cwd, isTTY: true }), { code: 0, stdout: '', stderr: '' });
    const { stdout } = await run([...clean, '--format=json'], { cwd });
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      files: [
        { file: 'clean.realtime.json', kind: 'sdk.session-request', kindFrom: 'content', diagnostics: [] },
      ],
      summary: { files: 1, errors: 0, warnings: 0, infos: 0, hints: 0 },
    });
  });

  it('heeds NO_COLOR, FORCE_COLOR and TERM', async () => {
    const coloured = async (isTTY: boolean, env: Record<string, string>) =>
      (await run(['check'], { cwd, isTTY, env })).stdout.includes('\u001b');
    assert.equal(await coloured(true, {}), true);
    assert.equal(await coloured(true, { NO_COLOR: '' }), true);
    assert.equal(await coloured(true, { NO_COLOR: '1' }), false);
    assert.equal(await coloured(true, { TERM: 'dumb' }), false);
    assert.equal(await coloured(true, { FORCE_COLOR: '0' }), false);
    assert.equal(await coloured(false, {}), false);
    assert.equal(await coloured(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
  });
});

describe('check, on a terminal', () => {
  const frames = async (text: string) => {
    const world = { stdin: text, isTTY: true, env: { NO_COLOR: '1' } };
    const { stdout } = await run(['check', '-', '--kind', 'sdk.session-request'], world);
    return stdout.split('\n').filter((line) => line.includes(' | '));
  };

  it('cuts a long line to the neighbourhood of the problem', async () => {
    const long = 'a'.repeat(5000);
    const [, , line, marks] = await frames(`{"model":"${long}","voice":"nobody","instructions":"${long}"}`);
    assert.ok(line && marks && line.length < 120, line);
    assert.match(line, /^ {4}1 \| …a+","voice":"nobody","instructions":"a+…$/);
    assert.equal(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), '"nobody"');
  });

  it('lets no control character of a document through', async () => {
    const text = '{"model":"m","\\u001b[31mx":1,"a\u001b[2Jb":2,"\u202etxet":3}';
    const { stdout } = await run(['check', '-'], { stdin: text, isTTY: true, env: { NO_COLOR: '1' } });
    for (const harmful of ['\u001b', '\u202e']) assert.ok(!stdout.includes(harmful), JSON.stringify(stdout));
    assert.match(stdout, /\\u001b\[2Jb/);
  });

  it('shows where an object ends too early', async () => {
    assert.deepEqual(await frames('{\n  "model": "m"'), ['    2 |   "model": "m"', '      |              ^']);
  });
});
