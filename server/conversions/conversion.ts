import type { Kind } from '../kinds/catalogue';
import type { Part } from './part';

/** Something that a conversion could not carry over, or chose in its author's place. */
export interface Note {
  /** RFC 6901 pointer to the value in the document that was converted; the object, where something was missing. */
  readonly pointer: string;
  /** The value as JSON on one line, secrets hidden; empty where nothing was there. */
  readonly value: string;
  /** What became of it, and why. */
  readonly message: string;
}

/** What a step of a conversion knows, and where it says what it leaves out. */
export interface ConversionContext {
  readonly from: Kind;
  readonly to: Kind;
  /** Notes something about a value. */
  readonly note: (part: Part, message: string) => void;
}

/** One way from kind to kind; the table in `schemas/kinds.json` says between which. */
export interface Conversion {
  /** Its name in the table. */
  readonly id: string;
  /**
   * Makes the one document of the other.
   * @returns what it becomes; its keys need no order, and what the target does not know is taken out afterwards
   * @throws a refusal where there is nothing to convert
   */
  readonly convert: (document: Part, context: ConversionContext) => Part;
}

const REFUSAL = 'ConversionRefusal';

/** An error about the document: it cannot be converted. */
export interface Refusal extends Error {
  readonly pointer: string;
}

/** Makes a refusal to throw: what is in the way, and what to do. */
export function refusal(message: string, pointer = ''): Refusal {
  return Object.assign(new Error(message), { name: REFUSAL, pointer });
}

/** Whether an error is about the document and not a mistake of ours. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === REFUSAL;
}
