import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { inRepository } from '../support/fixture';

const FILES = 5000;

/** In megabytes. */
const MOST_MEMORY = 250;

const cli = inRepository('dist/cli.js');
const cwd = mkdtempSync(join(tmpdir(), 'realtime-many-'));
const files = join(cwd, 'files');
const memory = join(cwd, 'memory.txt');

/**
 * Runs in the process before the command line: it is told that its standard error is a terminal, has a clock that goes
 * ten times as fast, so that no machine is too quick for progress, and writes down how much memory it took.
 */
const preload = `
  process.stderr.isTTY = true;
  const Real = Date;
  const start = Real.now();
  globalThis.Date = class extends Real {
    constructor(...args) { super(...(args.length > 0 ? args : [start + (Real.now() - start) * 10])); }
  };
  process.on('exit', () => {
    require('node:fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS / 1024));
  });
`;

/** Starts the built command line among the files. */
function start(...args: string[]) {
  assert.ok(existsSync(cli), 'build first');
  const child = spawn(process.execPath, ['--require', join(cwd, 'preload.cjs'), cli, ...args], {
    cwd: files,
  });
  const exit = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { child, exit };
}

before(() => {
  writeFileSync(join(cwd, 'preload.cjs'), preload);
  const session = {
    model: 'gpt-realtime-2.1',
    config: { modalities: ['text', 'audio'] },
    instructions: 'Be brief, and answer in the language of the caller. '.repeat(100),
    voice: 'Alloy',
    unknown: true,
  };
  const content = `${JSON.stringify(session, null, 2)}\n`;
  for (let index = 0; index < FILES; index++) {
    const folder = join(files, `set-${index % 50}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${index}.realtime.json`), content);
  }
});

after(() => rmSync(cwd, { recursive: true, force: true }));

describe('thousands of files', () => {
  for (const format of ['pretty', 'json', 'sarif', 'github']) {
    it(`are checked without being held in memory, as ${format}, with progress`, async () => {
      const { child, exit } = start('check', '--format', format);
      child.stdin.end();
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      assert.deepEqual(await exit, { code: 1, signal: null });
      assert.ok(stdout.split('invalid-value').length > FILES);
      if (format === 'json') assert.equal(JSON.parse(stdout).files.length, FILES);
      assert.match(stderr, /Checking [\d,]+ of 5,000 files…/);
      assert.ok(stderr.endsWith('\r\u001b[K'));
      const megabytes = Number(readFileSync(memory, 'utf8'));
      assert.ok(megabytes > 20 && megabytes < MOST_MEMORY, `${megabytes} MB`);
    });
  }

  // On Windows, signals of other processes end a process at once, unheard.
  it('are left at once at Ctrl-C, with code 130', { skip: process.platform === 'win32' }, async () => {
    // Standard input stays open, so that the run cannot come to its end before it is interrupted.
    const { child, exit } = start('check', '--format', 'github', '.', '-');
    let stdout = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += String(chunk);
      if (told.includes('Checking') && !child.killed) child.kill('SIGINT');
    });
    assert.deepEqual(await exit, { code: 130, signal: null });
    assert.ok(stdout.split('invalid-value').length <= FILES);
  });
});
