import type { Severity } from '../problem';
import { rules } from './index';

/** A diagnostic code as lists, pages and settings need it. */
export interface Code {
  readonly id: string;
  /** The usual, or strongest, severity. */
  readonly severity: Severity;
  readonly summary: string;
  readonly dialects: readonly string[];
}

const ALL = ['sdk', 'ga', 'beta'] as const;

const code = (id: string, severity: Severity, summary: string, dialects: readonly string[] = ALL): Code => ({
  id,
  severity,
  summary,
  dialects,
});

/** The codes of syntax, of the schema check and of what is said of documents as a whole. */
const bySchema: readonly Code[] = [
  code('syntax', 'error', 'The text is not JSON.'),
  code('duplicate-key', 'error', 'A key stands twice in one object.'),
  code('unknown-property', 'error', 'An object has a key that its reader does not know.'),
  code('missing-property', 'error', 'An object lacks a key that it must have.'),
  code('wrong-type', 'error', 'A value has another JSON type than it must have.'),
  code('invalid-value', 'error', 'A value is none of those that are possible.'),
  code('out-of-range', 'error', 'A number is too small or too large.'),
  code('number-literal', 'error', 'A whole number is not written in plain digits.'),
  code('too-long', 'error', 'A text has too many characters.'),
  code('too-short', 'error', 'A text has too few characters.'),
  code('too-many', 'error', 'A list or map has too many entries.'),
  code('too-few', 'error', 'A list has too few entries.'),
  code('wrong-pattern', 'error', 'A text is not of the form that it must have.'),
  code('wrong-format', 'error', 'An address, date or the like is not written as it must be.'),
  code('schema-key', 'warning', 'A "$schema" would be refused if it were sent.', ['ga', 'beta']),
  code('removed-api', 'warning', 'The document is written for an API that is gone.', ['beta']),
  code('another-api', 'info', 'The document belongs to an API that is not checked here.', ['ga']),
];

/** Every code, those of rules included, by id. */
export const codes: readonly Code[] = [...bySchema, ...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
