import type { Conversion } from './conversion';
import { sessionFromFlat } from './to-session';

/** The preview's flat session becomes today's: a conversation or a transcription. */
export const betaSession: Conversion = {
  id: 'beta-session',
  convert: (document, context) =>
    sessionFromFlat(
      document.members,
      context.from.session.family === 'transcription' ? 'transcription' : 'realtime',
      context,
    ),
};
