import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { delay } from './delay';

/** A child process that is ended together with everything it started. */
export interface ProcessTree {
  readonly child: ChildProcess;
  /** Ends the whole tree and resolves when it is gone; asking twice is fine. */
  stop(): Promise<void>;
}

const graceMs = 3000;
const cleanups = new Set<() => void>();
let listening = false;

/**
 * Registers what must happen even when this process is interrupted: ctrl-C, a termination signal or process.exit.
 * @param cleanup a synchronous function that does not throw
 * @returns a function that runs it now, once, and forgets it
 */
export function atExit(cleanup: () => void): () => void {
  listen();
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup)) cleanup();
  };
}

/** Does at once everything that was registered for the end of this process. */
export function cleanUpNow(): void {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', cleanUpNow);
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ];
  for (const [signal, code] of signals) process.on(signal, () => process.exit(code));
}

/**
 * Starts a program in a process group of its own, so that its children can be ended with it.
 * @param command the program
 * @param args its arguments
 * @param options as for node:child_process spawn
 * @returns the running tree; a program that cannot be started emits `error` on the child
 */
export function startTree(command: string, args: readonly string[], options: SpawnOptions = {}): ProcessTree {
  const child = spawn(command, args, {
    ...options,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const killNow = atExit(() => signalTree(child, 'SIGKILL'));
  child.once('error', killNow);
  const stop = async () => {
    signalTree(child, 'SIGTERM');
    const deadline = Date.now() + graceMs;
    while (isAlive(child) && Date.now() < deadline) await delay(50);
    killNow();
  };
  return { child, stop };
}

/** Windows has no process groups that can be signalled: taskkill walks the children instead. */
function signalTree(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    if (child.exitCode === null)
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Whether any process of the tree is left; the group outlives its leader while children run. */
function isAlive(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  if (process.platform === 'win32') return child.exitCode === null && child.signalCode === null;
  try {
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
}
