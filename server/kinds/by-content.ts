import facts from '../../schemas/detection.json';
import { memberOf, type Node } from '../document/node';
import { NO_KIND } from '../protocol';
import { rootProperties } from '../schema/root-properties';
import { kindById, kinds } from './catalogue';
import {
  type ContentView,
  contentView,
  hasForeignTurnDetection,
  isBetaShaped,
  isTranslation,
  namesLiveModel,
} from './content-view';

/** A row of the content table. Of the rows in order, the first that names a kind decides. */
type Row = (root: ContentView, defaultKind: string) => string | undefined;

const when = (fits: boolean, kind: string) => (fits ? kind : undefined);

/** Documents that say themselves what they are: events and typed sessions. */
const byType: readonly Row[] = [
  (root) => when(isForeign(root), NO_KIND),
  (root) => (root.text('type') === 'session.update' ? updateKind(root.inner('session')) : undefined),
  (root) => when(root.text('type') === 'transcription_session.update', 'beta.transcription-session-update'),
  (root) =>
    root.text('type') === 'response.create'
      ? isBetaShaped(root.inner('response'))
        ? 'beta.response-create'
        : 'ga.response-create'
      : undefined,
  (root) => when(root.text('type') === 'realtime', 'ga.session'),
  (root) => when(root.text('type') === 'transcription', 'ga.transcription-session'),
];

/** Documents that are told by a key that only one kind has, most telling first. */
const byKey: readonly Row[] = [
  (root) =>
    root.has('session') || root.has('expires_after')
      ? isTranslation(root.inner('session'))
        ? 'ga.translation-client-secret'
        : 'ga.client-secret'
      : undefined,
  (root) =>
    when(
      root.hasAny(['ephemeral_key', 'webrtc_url', 'status']) ||
        (root.has('config') && root.has('id') && root.has('object')),
      'sdk.session-response',
    ),
  (root) => when(root.has('config'), 'sdk.session-request'),
  (root) =>
    root.hasAny(facts.gaOnlyKeys) || (root.text('model') ?? '').startsWith(facts.realtimeModelPrefix)
      ? isTranslation(root)
        ? 'ga.translation-session'
        : 'ga.session'
      : undefined,
  (root) => when(root.has('voice_activity_detection'), 'sdk.session-config'),
  (root) => when(root.has('enabled') && root.only(['enabled', 'model']), 'sdk.input-audio-transcription'),
  (root) =>
    when(
      root.has('input_audio_transcription') && root.only(facts.betaTranscriptionKeys),
      'beta.transcription-session',
    ),
  (root) => when(isBetaSession(root), 'beta.session'),
];

/** What a document of nothing but keys of the sdk types most likely is. */
const leftovers: Row = (root, defaultKind) => {
  if (!root.only(sdkKeys)) return undefined;
  const dialect = kindById(defaultKind)?.dialect;
  if (dialect === 'ga' || dialect === 'beta') return `${dialect}.session`;
  if (root.has('model')) return 'sdk.session-request';
  if (root.hasAny(['input_audio_format', 'turn_detection'])) return 'sdk.session-config';
  return root.hasAny(['instructions', 'voice', 'temperature', 'max_response_output_tokens'])
    ? 'sdk.response-config'
    : 'sdk.session-config';
};

const rows: readonly Row[] = [...byType, ...byKey, leftovers];

const rootKeysOf = (wanted: (id: string) => boolean) =>
  kinds.filter(({ id, dialect }) => dialect === 'sdk' && wanted(id)).flatMap(({ id }) => rootProperties(id));

/** Every key that a document of some sdk kind may have at its root. */
const sdkKeys = rootKeysOf(() => true);

/** Keys that of all sdk types only the session config has: beside a `model` they are the preview API's flat session. */
const configOnlyKeys = rootKeysOf((id) => id === 'sdk.session-config').filter(
  (name) => !rootKeysOf((id) => id !== 'sdk.session-config').includes(name),
);

/**
 * The kind that a root object's keys and types speak for.
 * @param root the root node; anything but an object with keys says nothing
 * @param defaultKind decides what a document of nothing but shared keys is
 * @returns undefined when the content says nothing, so that the default holds; `none` for another API's document
 */
export function kindByContent(root: Node | undefined, defaultKind: string): string | undefined {
  const view = contentView(root);
  if (view.names.length === 0) return undefined;
  for (const row of rows) {
    const kind = row(view, defaultKind);
    if (kind) return kind;
  }
  return undefined;
}

/** A GPT-Live document, or the body of a WebRTC call. */
function isForeign(root: ContentView): boolean {
  const type = root.text('type');
  return type === 'session.start' || root.has('sdp') || (!root.has('type') && namesLiveModel(root));
}

function updateKind(session: ContentView): string {
  if (session.has('type')) return 'ga.session-update';
  if (isTranslation(session)) return 'ga.translation-update';
  return isBetaShaped(session) ? 'beta.session-update' : 'ga.session-update';
}

function isBetaSession(root: ContentView): boolean {
  return (
    root.hasAny(facts.betaSessionKeys) ||
    memberOf(root.node, 'tool_choice')?.value?.type === 'object' ||
    root.text('max_response_output_tokens') !== undefined ||
    hasForeignTurnDetection(root) ||
    (root.has('model') && root.hasAny(configOnlyKeys))
  );
}
