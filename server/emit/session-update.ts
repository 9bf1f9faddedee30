import { ANSWERS_ONLY, type EmitForm } from './form';

/** The event that sets up a session over an open connection. */
export const sessionUpdateForm: EmitForm = {
  id: 'session-update',
  title: 'session.update event',
  description: 'The event to send over an open connection',
  target: (_, family) => {
    if (family === 'response') return undefined;
    return family === 'translation' ? 'ga.translation-update' : 'ga.session-update';
  },
  refusal: ANSWERS_ONLY,
  write: ({ text }) => text,
};
