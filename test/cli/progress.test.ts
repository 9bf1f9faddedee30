import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderOf, run } from './support';

/** Thirty files, two of them with a problem. */
const files = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `${String(index).padStart(2, '0')}.realtime.json`,
    index % 20 === 5 ? '{ "model": 1 }\n' : '{ "model": "gpt-realtime-2.1", "config": {} }\n',
  ]),
);

/** What empties the line that tells of progress. */
const CLEAR = '\r\u001b[K';

/** A clock that is so much later each time it is read. */
function clock(step: number): () => Date {
  let now = Date.parse('2026-11-22T12:00:00Z');
  return () => {
    now += step;
    return new Date(now);
  };
}

describe('progress', () => {
  const cwd = folderOf(files);
  const told = (stderr: string) => stderr.split(CLEAR).filter(Boolean);

  it('is told on a terminal, on one line that is gone at the end', async () => {
    const world = { cwd, stderrIsTTY: true, now: clock(40) };
    const { code, stderr } = await run(['check', '--format', 'json'], world);
    assert.equal(code, 1);
    const lines = told(stderr);
    assert.ok(lines.length > 5 && lines.length < 30, JSON.stringify(lines));
    assert.equal(lines[0], 'Looking for files…');
    assert.match(lines.at(-1) ?? '', /^Checking \d+ of 30 files…$/);
    assert.ok(stderr.endsWith(CLEAR) && !stderr.includes('\n'));
  });

  it('names what is done', async () => {
    for (const [command, doing] of [
      ['fix', 'Fixing'],
      ['format', 'Formatting'],
    ] as const) {
      const option = command === 'fix' ? '--dry-run' : '--check';
      const { stderr } = await run([command, option], { cwd, stderrIsTTY: true, now: clock(500) });
      assert.ok(stderr.includes(`${CLEAR}${doing} 30 of 30 files…${CLEAR}`), stderr);
    }
  });

  it('makes way for what is printed on the same terminal', async () => {
    let screen = '';
    const { stdout } = await run(['check'], {
      cwd,
      isTTY: true,
      stderrIsTTY: true,
      now: clock(500),
      env: { NO_COLOR: '1' },
      onPrint: (text) => {
        screen += text;
      },
    });
    assert.ok(screen.includes(`Checking 5 of 30 files…${CLEAR}05.realtime.json:1:12  error  `), screen);
    assert.ok(!stdout.includes('Checking'));
  });

  it('is not told within a second, nor where nobody looks', async () => {
    const quick = await run(['check'], { cwd, isTTY: true, stderrIsTTY: true, now: clock(5) });
    assert.equal(quick.stderr, '');
    for (const world of [{ isTTY: true }, { stderrIsTTY: true, env: { TERM: 'dumb' } }]) {
      assert.equal((await run(['check'], { cwd, now: clock(500), ...world })).stderr, '');
    }
  });
});

describe('the output of a run', () => {
  it('is waited for, so that none piles up where readers are slow', async () => {
    let waiting = 0;
    let most = 0;
    const { code } = await run(['check', '--format', 'json'], {
      cwd: folderOf(files),
      onPrint: () => {
        waiting++;
        most = Math.max(most, waiting);
      },
      drained: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        waiting = 0;
      },
    });
    assert.equal(code, 1);
    assert.equal(most, 1);
  });
});
