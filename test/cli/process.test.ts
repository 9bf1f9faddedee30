import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { version } from '../../package.json';

const main = join(__dirname, '../../server/cli/main.ts');

/** Starts the command line as a process of its own. */
function start(...args: string[]): ChildProcessWithoutNullStreams {
  const cli = require.resolve('tsx/cli');
  return spawn(process.execPath, [cli, main, ...args], { timeout: 30_000 });
}

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  const [code] = await once(child, 'close');
  return code;
}

describe('the process', () => {
  it('prints, and ends with the exit code', async () => {
    const child = start('--version');
    const [stdout, code] = await Promise.all([text(child.stdout), exitOf(child)]);
    assert.deepEqual([code, stdout], [0, `${version}\n`]);
  });

  it('reads standard input', async () => {
    const child = start('check', '-');
    child.stdin.end('{"model": 1}');
    const [stdout, code] = await Promise.all([text(child.stdout), exitOf(child)]);
    assert.equal(code, 1);
    assert.match(stdout, /^<stdin>:1:11 {2}error {2}"model" must be a string/);
  });

  it('does not mind a reader that goes away', async () => {
    const child = start('schema', 'sdk.session-request');
    child.stdout.destroy();
    const [stderr, code] = await Promise.all([text(child.stderr), exitOf(child)]);
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('is the language server', async () => {
    const child = start('lsp', '--stdio');
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const exit = exitOf(child);
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let answer = '';
    child.stdout.on('data', (chunk) => {
      answer += String(chunk);
      if (!answer.includes('"id":1')) return;
      child.stdout.removeAllListeners('data').resume();
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
    });
    assert.equal(await exit, 0);
    assert.match(answer, /"capabilities":\{/);
  });
});
