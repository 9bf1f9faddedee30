import data from '../../schemas/kinds.json';
import type { Insertable } from '../protocol';

/** What a session is for; it decides which keys it takes. `response` is what one answer may override. */
export type Family = 'realtime' | 'transcription' | 'translation' | 'response';

/** Where a kind's documents have the session. */
export interface SessionPlace {
  /** JSON pointer of the object with the session's keys. */
  readonly pointer: string;
  /** The family, where the session itself does not say another. */
  readonly family: string;
  /** Whether keys that are absent keep what they were. */
  readonly update: boolean;
  /** In sdk kinds: JSON pointer of the object with the keys of `RealtimeSessionConfig`. */
  readonly config?: string;
}

/** One shape of document. */
export interface Kind {
  readonly id: string;
  readonly dialect: string;
  /** The name of the type in its SDK or API. */
  readonly type: string;
  /** What becomes useless as a whole through one mistake: `session`, `update` …; completes "The API refuses the whole". */
  readonly whole: string;
  /** Of a removed API's kind: the kind of today that takes its place. */
  readonly successor?: string;
  readonly title: string;
  readonly description: string;
  readonly session: SessionPlace;
  /** Where the insert-default commands put things: JSON pointers; `""` is the whole document. */
  readonly inserts: Partial<Record<Insertable, string>>;
}

/** Every kind that this version knows, in the order in which they are listed to people. */
export const kinds: readonly Kind[] = data.kinds;

/** The dialect that OpenAI serves no more, since when, and since when Azure advises against it. ISO dates. */
export const removedDialect: {
  readonly dialect: string;
  readonly date: string;
  readonly deprecatedOnAzure: string;
} = data.removed;

/** The day on which the catalogue's facts were last checked. */
export const kindsAsOf: string = data.asOf;

/** The kind with this id, or undefined. */
export function kindById(id: string): Kind | undefined {
  return kinds.find((kind) => kind.id === id);
}
