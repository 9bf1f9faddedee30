import type { Io, Sink } from './io';

/** A person is told that something goes on when it takes longer than this. In milliseconds. */
const PATIENCE = 1000;
/** How often what they are told changes. */
const INTERVAL = 100;

const CLEAR_LINE = '\r\u001b[K';

/** One command's way through many files: it tells how far it is, and waits for those who take its output. */
export interface FileRun {
  /** What the command prints on: the line that tells how far it is makes way. */
  readonly io: Io;
  /** A place was looked at in search of files. */
  looked(): void;
  /** So many files were found. */
  found(total: number): void;
  /** One file is through. Resolves when its output is on its way, so that none piles up in memory. */
  next(): Promise<void>;
  /** The last file is through. */
  end(): void;
}

/**
 * Starts a run. It is told of on standard error, if that is a terminal, and from the second on that it takes.
 * @param doing what is done with the files, such as `Checking`
 */
export function fileRun(io: Io, doing: string): FileRun {
  const line = progressLine(io);
  let [total, through] = [0, 0];
  return {
    io: Object.create(io, {
      stdout: { value: line.aside(io.stdout, io.isTTY) },
      stderr: { value: line.aside(io.stderr, io.stderrIsTTY) },
    }),
    looked: () => line.tell(() => 'Looking for files…'),
    found: (count) => {
      total = count;
    },
    next: async () => {
      through++;
      line.tell(() => `${doing} ${amount(through)} of ${amount(total)} files…`);
      await io.stdout.drained?.();
    },
    end: () => line.clear(),
  };
}

const amount = (number: number) => number.toLocaleString('en-US');

/** The line at the bottom of the terminal. */
function progressLine(io: Io) {
  const isSeen = io.stderrIsTTY && io.env.TERM !== 'dumb';
  const start = io.now().getTime();
  let last = start + PATIENCE - INTERVAL;
  let isShown = false;
  const clear = () => {
    if (isShown) io.stderr.write(CLEAR_LINE);
    isShown = false;
  };
  return {
    clear,
    tell(text: () => string): void {
      const now = isSeen ? io.now().getTime() : start;
      if (now - last < INTERVAL) return;
      last = now;
      isShown = true;
      io.stderr.write(`${CLEAR_LINE}${text()}`);
    },
    aside: (sink: Sink, sameTerminal: boolean): Sink =>
      sameTerminal
        ? {
            write: (text) => {
              clear();
              return sink.write(text);
            },
          }
        : sink,
  };
}
