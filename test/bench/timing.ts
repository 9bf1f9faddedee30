/** The middle of a list of numbers; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Work whose times are compared with each other. */
export interface Contestant {
  readonly name: string;
  /** Does the work once. @returns the milliseconds that count */
  readonly run: () => number | Promise<number>;
}

/**
 * Lets contestants take turns, so that whatever slows the machine down for a while slows all of them; who
 * begins changes from round to round.
 * @returns each contestant's median, by name
 */
export async function interleaved(
  contestants: readonly Contestant[],
  rounds: number,
  warmUps = 1,
): Promise<Map<string, number>> {
  const times = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let round = -warmUps; round < rounds; round++) {
    const order = round % 2 === 0 ? contestants : [...contestants].reverse();
    for (const { name, run } of order) {
      const time = await run();
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

/** How often to repeat work of this length so that the clock can tell it: about 20 ms together, 1 at least. */
export function repeatsFor(once: () => unknown): number {
  once();
  const start = performance.now();
  once();
  return Math.max(1, Math.min(500, Math.round(20 / Math.max(performance.now() - start, 0.01))));
}
