import catalogue from '../schemas/kinds.json';
import { type KindSource, NO_KIND } from '../server/protocol';

/** One kind of document, as the catalogue describes it. */
export interface Kind {
  /** Such as `sdk.session-request`. */
  id: string;
  dialect: string;
  title: string;
  description: string;
}

/** All kinds, likeliest first. */
export const kinds: readonly Kind[] = catalogue.kinds;

/**
 * How people read a kind: `sdk · session request` for `sdk.session-request`. Takes any id, known or not, and `none`
 * for a document of another API.
 */
export function kindName(id: string): string {
  if (id === NO_KIND) return 'another API';
  const dot = id.indexOf('.');
  if (dot < 0) return id;
  return `${id.slice(0, dot)} · ${id.slice(dot + 1).replaceAll('-', ' ')}`;
}

const sources: Record<KindSource, string> = {
  choice: 'your choice',
  'file name': 'by file name',
  $schema: 'by $schema',
  content: 'by content',
  default: 'default',
};

/** How the kind of a document was decided, in words. */
export function kindSourceText(source: KindSource): string {
  return sources[source] ?? source;
}

/** How many things are spoken of, at the start of a sentence: `One thing`, `3 things`. */
export function thingsText(number: number): string {
  return number === 1 ? 'One thing' : `${number} things`;
}

/** The number of problems in words: `2 errors, 1 warning`, or `no problems`. */
export function problemsText(errors: number, warnings: number): string {
  const parts = [count(errors, 'error'), count(warnings, 'warning')].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'no problems';
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
