#!/usr/bin/env node
import { exitCodes, type Io } from './io';
import { runCli } from './run';

/** The only file of the command line that touches the process. */
const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  get stdin() {
    return process.stdin;
  },
  cwd: process.cwd(),
  isTTY: process.stdout.isTTY === true,
  env: process.env,
  now: () => new Date(),
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough, as `head` does. The exit code still tells how the check went.
    if (error.code !== 'EPIPE') throw error;
  });
}

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
