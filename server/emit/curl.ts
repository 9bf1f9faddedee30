import { compact } from '../conversions/part';
import { ANSWERS_ONLY, type EmitForm, requestFor } from './form';

/** A command for the shell that asks for a client secret. */
export const curl: EmitForm = {
  id: 'curl',
  title: 'curl command',
  description: 'Asks for a short-lived key; your own comes from OPENAI_API_KEY',
  target: requestFor,
  refusal: ANSWERS_ONLY,
  write: ({ kind, part }) => {
    const path = kind.session.family === 'translation' ? 'translations/client_secrets' : 'client_secrets';
    return [
      `curl "\${OPENAI_BASE_URL:-https://api.openai.com/v1}/realtime/${path}" \\`,
      '  -H "Authorization: Bearer $OPENAI_API_KEY" \\',
      '  -H "Content-Type: application/json" \\',
      // Within single quotes a shell reads nothing but the quote that ends them.
      `  --data-raw '${compact(part).replaceAll("'", "'\\''")}'`,
    ].join('\n');
  },
};
