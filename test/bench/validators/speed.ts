import { SAMPLE_KIND, samples } from '../sample-documents';
import { digits, table } from '../table';
import { interleaved, repeatsFor } from '../timing';
import type { Product } from './bundled';

/** A way to find problems, as far as its time counts. */
export interface Runner {
  readonly name: string;
  readonly check: (kind: string, text: string) => unknown;
}

/** Microseconds a document, from the text to all problems with their places; in brackets relative to the first. */
export async function speed({ parse }: Product, runners: readonly Runner[], rounds: number): Promise<string> {
  const all: Runner[] = [...runners, { name: 'parsing alone', check: (_, text) => parse(text) }];
  const rows: string[][] = [];
  for (const { name, text } of samples()) {
    const contestants = all.map((runner) => contestant(runner, text));
    const times = await interleaved(contestants, rounds, 3);
    const first = times.get(all[0]?.name ?? '') ?? Number.NaN;
    const cells = all.map((runner) => {
      const time = times.get(runner.name) ?? Number.NaN;
      return `${digits(time * 1000)} (${digits(time / first)})`;
    });
    rows.push([name, ...cells]);
  }
  return table(['µs a document (relative)', ...all.map(({ name }) => name)], rows);
}

function contestant({ name, check }: Runner, text: string) {
  const repeats = repeatsFor(() => check(SAMPLE_KIND, text));
  return {
    name,
    run: async () => {
      const start = performance.now();
      for (let count = 0; count < repeats; count++) await check(SAMPLE_KIND, text);
      return (performance.now() - start) / repeats;
    },
  };
}
