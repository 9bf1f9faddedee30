import { kindById, kinds } from '../kinds/catalogue';
import { nearest } from '../schema/nearest';
import { usageError } from './usage-error';

/** Every kind that can be named. */
export const kindIds: readonly string[] = kinds.map(({ id }) => id);

/**
 * A kind id that the user typed.
 * @throws a usage error with the nearest id and the way to the list
 */
export function knownKind(id: string): string {
  if (kindById(id)) return id;
  const meant = nearest(id, kindIds);
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  throw usageError(`There is no kind "${id}".${hint} "realtime-config kinds" lists them all.`);
}
