import type { Conversion } from './conversion';
import { sessionFromFlat } from './to-session';

/** The SDK's transcription settings become those of a session that only transcribes. */
export const sdkTranscription: Conversion = {
  id: 'sdk-transcription',
  convert: (document, context) =>
    sessionFromFlat(
      [{ name: 'input_audio_transcription', key: '', part: document }],
      'transcription',
      context,
    ),
};
