#!/usr/bin/env node
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { exitCodes, type Io, type Sink } from './io';
import { runCli } from './run';

/** The only file of the command line that touches the process. */
const io: Io = {
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  get stdin() {
    return process.stdin;
  },
  cwd: process.cwd(),
  isTTY: process.stdout.isTTY === true,
  stderrIsTTY: process.stderr.isTTY === true,
  env: process.env,
  now: () => new Date(),
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough, as `head` does. The exit code still tells how the check went.
    if (error.code !== 'EPIPE') throw error;
  });
}

process.on('SIGINT', () => {
  // The shell's prompt shall not stand behind what tells of progress.
  if (io.stderrIsTTY) process.stderr.write('\n');
  process.exit(exitCodes.interrupted);
});

// The exit code is set and not forced, so that what was printed gets out first.
runCli(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`realtime-config: this is a mistake in realtime-config itself.\n${text}\n`);
    process.exitCode = exitCodes.unusable;
  },
);

function sinkOf(stream: Writable): Sink {
  return {
    write: (text) => stream.write(text),
    drained: async () => {
      if (!stream.writableNeedDrain) return;
      // A reader that goes away takes nothing more.
      const gone = new AbortController();
      stream.once('close', () => gone.abort());
      await once(stream, 'drain', { signal: gone.signal }).catch(() => undefined);
    },
  };
}
