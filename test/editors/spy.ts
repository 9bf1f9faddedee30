import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

/*
 * Stands between an editor and the server: starts the built command line with the arguments it got, passes everything
 * through, and writes each message down, one a line. It is bundled into a program of its own (`realtime-config`).
 */

const [log, cli] = [process.env.REALTIME_SPY_LOG, process.env.REALTIME_SPY_CLI];
if (!log || !cli) throw new Error('REALTIME_SPY_LOG and REALTIME_SPY_CLI must be set');

const server = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: ['pipe', 'pipe', 'inherit'],
});

/** Takes whole messages out of a stream of the protocol. */
function listen(from: 'client' | 'server'): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head).toString())?.[1]);
      if (head < 0 || rest.length < head + 4 + length) return;
      const text = rest.subarray(head + 4, head + 4 + length).toString();
      appendFileSync(log as string, `${JSON.stringify({ from, message: JSON.parse(text) })}\n`);
      rest = rest.subarray(head + 4 + length);
    }
  };
}

const [toServer, toClient] = [listen('client'), listen('server')];
process.stdin.on('data', (chunk: Buffer) => {
  toServer(chunk);
  server.stdin.write(chunk);
});
process.stdin.on('end', () => server.stdin.end());
server.stdout.on('data', (chunk: Buffer) => {
  toClient(chunk);
  process.stdout.write(chunk);
});
server.stdin.on('error', () => undefined);
server.on('exit', (code) => process.exit(code ?? 1));
