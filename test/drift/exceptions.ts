import type { Comparison, Difference } from './compare';
import list from './exceptions.json';
import { patternOf } from './pattern';

/** A difference that is meant, wherever the patterns say. In patterns `*` stands for any text. */
export interface Exception {
  readonly kinds: readonly string[];
  readonly paths: readonly string[];
  readonly difference: string;
  /** The type, value or branch, where the name of the difference does not settle it. */
  readonly detail?: string;
  readonly reason: string;
  readonly source: string;
}

/** The reasoned exceptions of `exceptions.json`. */
export const exceptions: readonly Exception[] = list;

/** What is left once the exceptions are taken off. */
export interface Verdict {
  readonly differences: readonly Difference[];
  /** Sentences about exceptions that do not apply, or not everywhere they claim to. */
  readonly stale: readonly string[];
  /** How many differences are covered. */
  readonly covered: number;
}

/**
 * Takes the excepted differences away. An exception has to hold at every place that its patterns name: where
 * the types have come to agree with us, or we with them, it is stale.
 */
export function applyExceptions(comparisons: readonly Comparison[]): Verdict {
  const covers = (difference: Difference) =>
    claims.some((claim) => claim.holds(difference) && claim.names(difference.kind, difference.path));
  const all = comparisons.flatMap((comparison) => comparison.differences);
  const left = all.filter((difference) => !covers(difference));
  const stale = claims.flatMap((claim) => [
    ...placesWithout(claim, comparisons),
    ...idle(claim, comparisons),
  ]);
  return { differences: left, stale, covered: all.length - left.length };
}

/** An exception, ready to be asked. */
interface Claim {
  readonly exception: Exception;
  names(kind: string, path: string): boolean;
  holds(difference: Difference): boolean;
}

const claims: readonly Claim[] = exceptions.map(claimOf);

function claimOf(exception: Exception): Claim {
  const kinds = exception.kinds.map(patternOf);
  const paths = exception.paths.map(patternOf);
  return {
    exception,
    names: (kind, path) => kinds.some((one) => one(kind)) && paths.some((one) => one(path)),
    holds: ({ name, detail }) =>
      name === exception.difference && (exception.detail === undefined || exception.detail === detail),
  };
}

/** The places that an exception names and that have no such difference any more. */
function placesWithout({ exception, names, holds }: Claim, comparisons: readonly Comparison[]): string[] {
  return comparisons.flatMap(({ kind, places, differences }) => {
    const having = new Set(differences.filter(holds).map(({ path }) => path));
    return places
      .filter((path) => names(kind, path) && !having.has(path))
      .map(
        (path) =>
          `${kind}: ${path}: the exception "${exception.difference}" (${exception.reason}) no longer applies: ` +
          'take it out of exceptions.json, or make its path narrower',
      );
  });
}

/** The paths and kinds that an exception names and that are no places. */
function idle({ exception }: Claim, comparisons: readonly Comparison[]): string[] {
  const { kinds, paths, difference } = exception;
  const used = kinds.map((kind) => {
    const places = comparisons.filter((one) => patternOf(kind)(one.kind)).flatMap((one) => one.places);
    return paths.map((path) => places.some(patternOf(path)));
  });
  const idleKinds = kinds.filter((_, at) => !used[at]?.includes(true));
  const idlePaths = paths.filter((_, at) => !used.some((row) => row[at]));
  return [
    ...idleKinds.map(
      (kind) => `${kind}: the exception "${difference}" names no place of it (${paths.join(', ')})`,
    ),
    ...idlePaths.map(
      (path) => `${kinds.join(', ')}: the exception "${difference}" names ${path}, which is no place`,
    ),
  ].map((line) => `${line} any more: take it out of exceptions.json`);
}
