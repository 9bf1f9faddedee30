import { compact } from '../conversions/part';
import type { EmitForm } from './form';

/** The document itself, on one line. */
export const json: EmitForm = {
  id: 'json',
  title: 'Minified JSON',
  description: 'The document on one line',
  target: (kind) => kind.id,
  refusal: '',
  write: ({ part }) => compact(part),
};
