import { visible } from './visible';

/** Takes text; what becomes of it is the caller's business. */
export interface Sink {
  write(text: string): unknown;
  /** Resolves when more can be taken. Without it, it always can. */
  drained?(): Promise<void>;
}

/**
 * Everything a command knows about the world outside, besides the files. Commands touch neither `process` nor the
 * clock, so that tests run them without a process.
 */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Absolute path that arguments are relative to. */
  readonly cwd: string;
  /** Whether a person reads `stdout` on a terminal. */
  readonly isTTY: boolean;
  /** The same of `stderr`. */
  readonly stderrIsTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock; only the default of `--today` and the telling of progress read it. */
  now(): Date;
}

/** What the process ends with; the same for every command. */
export const exitCodes = { clean: 0, problems: 1, unusable: 2, interrupted: 130 } as const;

/** Tells the user, on stderr, about one thing that went wrong. */
export function complain(io: Io, message: string): void {
  io.stderr.write(`realtime-config: ${visible(message)}\n`);
}
