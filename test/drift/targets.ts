/** A document kind and the type of the `openai` package that describes it. */
export interface Target {
  readonly kind: string;
  /** The declaration file inside the package, without its ending. */
  readonly module: string;
  readonly type: string;
}

const realtime = 'resources/realtime/realtime';
const secrets = 'resources/realtime/client-secrets';
const beta = 'resources/beta/realtime';

/** Every ga and beta kind with its type; the drift check and the document generator start here. */
export const targets: readonly Target[] = [
  { kind: 'ga.session', module: realtime, type: 'RealtimeSessionCreateRequest' },
  { kind: 'ga.transcription-session', module: realtime, type: 'RealtimeTranscriptionSessionCreateRequest' },
  { kind: 'ga.translation-session', module: realtime, type: 'RealtimeTranslationSessionCreateRequest' },
  { kind: 'ga.session-update', module: realtime, type: 'SessionUpdateEvent' },
  { kind: 'ga.translation-update', module: realtime, type: 'RealtimeTranslationSessionUpdateEvent' },
  // The plain ResponseCreateEvent lacks the item references that `input` takes.
  { kind: 'ga.response-create', module: realtime, type: 'ResponseCreateEventWithReferencesParam' },
  { kind: 'ga.client-secret', module: secrets, type: 'ClientSecretCreateParams' },
  {
    kind: 'ga.translation-client-secret',
    module: realtime,
    type: 'RealtimeTranslationClientSecretCreateRequest',
  },
  { kind: 'beta.session', module: `${beta}/sessions`, type: 'SessionCreateParams' },
  {
    kind: 'beta.transcription-session',
    module: `${beta}/transcription-sessions`,
    type: 'TranscriptionSessionCreateParams',
  },
  { kind: 'beta.session-update', module: `${beta}/realtime`, type: 'SessionUpdateEvent' },
  {
    kind: 'beta.transcription-session-update',
    module: `${beta}/realtime`,
    type: 'TranscriptionSessionUpdate',
  },
  { kind: 'beta.response-create', module: `${beta}/realtime`, type: 'ResponseCreateEvent' },
];
