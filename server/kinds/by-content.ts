import { membersOf, type Node } from '../document/node';
import { rootProperties } from '../schema/root-properties';
import { kinds } from './catalogue';

/** The keys of a root object, asked about in the rows below. */
interface RootKeys {
  readonly has: (...names: string[]) => boolean;
  readonly only: (...names: string[]) => boolean;
}

/** A row of the content table: the first one that fits decides. */
interface Row {
  readonly kind: string;
  readonly fits: (keys: RootKeys) => boolean;
}

/**
 * The content table for the kinds that this version knows, most telling keys first. Rows of other dialects
 * go before the ones that only look at what is left.
 */
const rows: readonly Row[] = [
  {
    kind: 'sdk.session-response',
    fits: ({ has }) =>
      has('ephemeral_key') ||
      has('webrtc_url') ||
      has('status') ||
      (has('config') && has('id') && has('object')),
  },
  { kind: 'sdk.session-request', fits: ({ has }) => has('config') },
  { kind: 'sdk.session-config', fits: ({ has }) => has('voice_activity_detection') },
  {
    kind: 'sdk.input-audio-transcription',
    fits: ({ has, only }) => has('enabled') && only('enabled', 'model'),
  },
];

/** The last row of the table: documents of nothing but keys of the sdk types; what they most likely are. */
const leftovers: readonly Row[] = [
  { kind: 'sdk.session-request', fits: ({ has }) => has('model') },
  { kind: 'sdk.session-config', fits: ({ has }) => has('input_audio_format') || has('turn_detection') },
  {
    kind: 'sdk.response-config',
    fits: ({ has }) =>
      ['instructions', 'voice', 'temperature', 'max_response_output_tokens'].some((name) => has(name)),
  },
  { kind: 'sdk.session-config', fits: () => true },
];

/** Every key that a document of some sdk kind may have at its root. */
const sdkKeys = kinds.filter(({ dialect }) => dialect === 'sdk').flatMap(({ id }) => rootProperties(id));

/**
 * The kind that a root object's keys speak for.
 * @param root the root node; anything but an object with keys says nothing
 * @returns undefined when the content says nothing, so that the default holds
 */
export function kindByContent(root: Node | undefined): string | undefined {
  const names = membersOf(root)
    .map((member) => member.name)
    .filter((name) => name !== '$schema');
  if (names.length === 0) return undefined;
  const keys: RootKeys = {
    has: (...wanted) => wanted.every((name) => names.includes(name)),
    only: (...allowed) => names.every((name) => allowed.includes(name)),
  };
  const row = rows.find(({ fits }) => fits(keys));
  if (row) return row.kind;
  return keys.only(...sdkKeys) ? leftovers.find(({ fits }) => fits(keys))?.kind : undefined;
}
