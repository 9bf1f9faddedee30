import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { before, describe, it } from 'node:test';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { inRepository } from '../support/fixture';

const script = inRepository('dist/server.js');

before(() => {
  if (!existsSync(script))
    execFileSync(process.execPath, [require.resolve('tsx/cli'), 'build.ts'], { cwd: inRepository('.') });
});

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [script, ...args], { timeout: 30_000 });

async function exitOf(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code;
}

/** One document opened, asked about and closed again, and the end that the protocol asks for. */
async function roundTrip(connection: ProtocolConnection): Promise<void> {
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', params);
  assert.equal(serverInfo?.name, 'realtime-config');
  await connection.sendNotification('initialized', {});
  const uri = 'untitled:a.realtime.json';
  const textDocument = { uri, languageId: 'realtime-json', version: 1, text: '{ "voice": "" }' };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const position = { line: 0, character: 12 };
  const items = await connection.sendRequest<{ label: string }[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  assert.ok(items.some(({ label }) => label === 'alloy'));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
}

const over = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) =>
  createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));

function stdio(child: ChildProcess): ProtocolConnection {
  assert.ok(child.stdout && child.stdin);
  return over(child.stdout, child.stdin);
}

describe('the built server', () => {
  it('serves over standard input and output, and ends when told to', async () => {
    const child = start('--stdio');
    const connection = stdio(child);
    await roundTrip(connection);
    assert.equal(await exitOf(child), 0);
    connection.dispose();
  });

  it('serves over a socket', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const child = start(`--socket=${port}`);
    const [socket] = (await once(listener, 'connection')) as [Socket];
    const connection = over(socket, socket);
    await roundTrip(connection);
    assert.equal(await exitOf(child), 0);
    connection.dispose();
    socket.destroy();
    listener.close();
  });

  it('ends when its client goes away in the middle of a request', async () => {
    const child = start('--stdio');
    const connection = stdio(child);
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    const pending = connection.sendRequest('textDocument/hover', {}).catch(() => 'no answer');
    connection.end();
    assert.equal(await exitOf(child), 1);
    connection.dispose();
    assert.equal(await pending, 'no answer');
  });

  it('says what is missing when no channel is named', async () => {
    const child = start();
    assert.ok(child.stderr);
    const [stderr, code] = await Promise.all([text(child.stderr), exitOf(child)]);
    assert.equal(code, 1);
    assert.match(stderr, /Say how to talk to the server: --stdio, --node-ipc or --socket=PORT\./);
  });
});
