import type { Part } from '../conversions/part';
import type { Family, Kind } from '../kinds/catalogue';

/** What a form writes down. */
export interface EmitSource {
  readonly kind: Kind;
  /** The document as this kind, without our own key. */
  readonly part: Part;
  /** The same as text, with the layout of the original. */
  readonly text: string;
}

/** A form in which a document can be put to use elsewhere. One form is one file. */
export interface EmitForm {
  readonly id: string;
  /** For lists that people choose from. */
  readonly title: string;
  /** Says what one gets, as a sentence without a stop. */
  readonly description: string;
  /** The kind that a document has to become first; undefined where it cannot take this form. */
  readonly target: (kind: Kind, family: Family) => string | undefined;
  /** Why a document cannot take this form. */
  readonly refusal: string;
  /** The text, without a line end after it. */
  readonly write: (source: EmitSource) => string;
}

/** The request for a client secret that opens a session of a family. */
export const requestFor: EmitForm['target'] = (_, family) => {
  if (family === 'response') return undefined;
  return family === 'translation' ? 'ga.translation-client-secret' : 'ga.client-secret';
};

/** Said of documents that hold the settings of one answer. */
export const ANSWERS_ONLY =
  'This document asks for one answer, which goes over a session that is open already. It can be emitted as JSON.';
