/** What the server prints, without the noise of its missing native modules. */
export interface ServerOutput {
  /** Takes the next piece of output. */
  add(chunk: string): void;
  /** The last lines, for an error message. */
  tail(): string;
}

const keptLines = 60;

/**
 * Collects the output of the server. It is installed without native modules, so it prints a long error for each of
 * them at the start; that only means that it writes no log files, so these lines are dropped.
 * @param onLine is called with every line that is left
 * @returns the collector
 */
export function collectOutput(onLine: (line: string) => void): ServerOutput {
  const lines: string[] = [];
  let rest = '';
  let inNoise = false;
  const take = (line: string) => {
    if (/Could not locate the bindings file|Cannot find module '\.\/build\/Release\//.test(line))
      inNoise = true;
    else if (inNoise && !/^(\s|\}|$|Require stack|- )/.test(line)) inNoise = false;
    if (inNoise || line.trim() === '') return;
    lines.push(line);
    lines.splice(0, Math.max(0, lines.length - keptLines));
    onLine(line);
  };
  return {
    add(chunk) {
      const parts = (rest + chunk).split(/\r?\n/);
      rest = parts.pop() ?? '';
      for (const part of parts) take(part);
    },
    tail: () => lines.join('\n'),
  };
}
