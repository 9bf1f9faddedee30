import data from '../../schemas/kinds.json';
import type { Insertable } from '../protocol';

/** One shape of document. */
export interface Kind {
  readonly id: string;
  readonly dialect: string;
  /** The name of the type in its SDK or API. */
  readonly type: string;
  readonly title: string;
  readonly description: string;
  /** Where the insert-default commands put things: JSON pointers; `""` is the whole document. */
  readonly inserts: Partial<Record<Insertable, string>>;
}

/** Every kind that this version knows, in the order in which they are listed to people. */
export const kinds: readonly Kind[] = data.kinds;

/** The day on which the catalogue's facts were last checked. */
export const kindsAsOf: string = data.asOf;

/** The kind with this id, or undefined. */
export function kindById(id: string): Kind | undefined {
  return kinds.find((kind) => kind.id === id);
}
