import * as fc from 'fast-check';
import type { Shape } from '../drift/shape';
import { type Change, changesAt } from './changes';
import type { Json } from './json';
import { placesOf } from './places';

/**
 * Documents that each have exactly one thing wrong: every way to break one gets its turn, at a place drawn by lot.
 * @param valid documents to break
 * @param seed the same seed breaks them in the same places
 */
export function brokenDocuments(
  kind: string,
  shape: Shape,
  valid: readonly Json[],
  seed: number,
  count: number,
): Change[] {
  const lots = fc.sample(fc.nat(), { seed, numRuns: count * 2 });
  const broken: Change[] = [];
  const turns = new Map<string, number>();
  for (let at = 0; broken.length < count && at < lots.length; at++) {
    const document = valid[at % valid.length];
    if (document === undefined) break;
    const changes = placesOf(document, shape).flatMap((place) => changesAt(kind, document, place));
    const ways = [...new Set(changes.map(({ what }) => what))];
    const rarest = ways.sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))[0];
    const candidates = changes.filter(({ what }) => what === rarest);
    const change = candidates[(lots[at] ?? 0) % candidates.length];
    if (!change) continue;
    turns.set(change.what, (turns.get(change.what) ?? 0) + 1);
    broken.push(change);
  }
  return broken;
}
