import { ANSWERS_ONLY, type EmitForm, requestFor } from './form';

/** The body of the request for a client secret. */
export const clientSecretForm: EmitForm = {
  id: 'client-secret',
  title: 'Client secret request',
  description: 'The body of the request for a short-lived key',
  target: requestFor,
  refusal: ANSWERS_ONLY,
  write: ({ text }) => text,
};
