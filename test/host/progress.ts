/** A line that tells a person that a slow step is still alive. */
export interface Progress {
  /** Shows how far the step is, for example `34 MB`. */
  update(detail: string): void;
  /** Ends the step; the closing line stays on the screen. */
  done(result: string): void;
}

const plainIntervalMs = 10_000;

/**
 * Starts showing the progress of one slow step on standard error, so that standard output stays free for results.
 * A terminal gets one line that is rewritten; a log file gets a line every ten seconds.
 * @param label what is being done, for example `Downloading VS Code`
 * @returns the handle to report with; it must be ended with `done`
 */
export function showProgress(label: string): Progress {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const terminal = process.stderr.isTTY === true;
  let printed = started;
  process.stderr.write(terminal ? `${label} …` : `${label} …\n`);
  return {
    update(detail) {
      if (terminal) {
        process.stderr.write(
          `\r\u001b[2K${label} … ${detail}, ${seconds()}`.slice(0, process.stderr.columns),
        );
      } else if (Date.now() - printed >= plainIntervalMs) {
        printed = Date.now();
        process.stderr.write(`${label} … ${detail}, ${seconds()}\n`);
      }
    },
    done(result) {
      process.stderr.write(`${terminal ? '\r\u001b[2K' : ''}${label}: ${result} (${seconds()})\n`);
    },
  };
}

/**
 * Runs a slow step and shows its progress, with a measure taken once a second.
 * @param label what is being done
 * @param measure says how far it is, for example the megabytes on disk
 * @param step the work itself
 * @returns what the step returns; rejects as the step does, after the line was closed
 */
export async function withProgress<T>(
  label: string,
  measure: () => Promise<string> | string,
  step: () => Promise<T>,
): Promise<T> {
  const progress = showProgress(label);
  const report = async () => progress.update(await measure());
  const timer = setInterval(() => void report().catch(() => undefined), 1000);
  try {
    const result = await step();
    progress.done('done');
    return result;
  } catch (error) {
    progress.done('failed');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
