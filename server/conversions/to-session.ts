import type { ConversionContext } from './conversion';
import {
  convertFormatName,
  convertModalityList,
  convertModel,
  convertTokens,
  convertToolChoice,
  convertTools,
  convertTranscriber,
  convertTurns,
  convertVoice,
  type FieldConversion,
  isServerOwned,
} from './fields';
import { notes } from './messages';
import { get, object, type Part, type PartMember, placed, scalar } from './part';
import { moves } from './values';

/** What a session of today is for; `response` is what one answer may override. */
export type FlatFamily = 'realtime' | 'transcription' | 'response';

const fields: Readonly<Record<string, FieldConversion>> = {
  model: convertModel,
  voice: convertVoice,
  modalities: convertModalityList,
  input_audio_format: convertFormatName,
  output_audio_format: convertFormatName,
  turn_detection: convertTurns,
  input_audio_transcription: convertTranscriber,
  max_response_output_tokens: convertTokens,
  max_output_tokens: convertTokens,
  tools: convertTools,
};

/** Keys that have no counterpart, and what is said of them. */
const gone: Readonly<Record<string, (context: ConversionContext) => string>> = {
  temperature: () => notes.temperature,
  client_secret: ({ to }) => notes.expiry(to),
};

/**
 * Today's session from the keys of a flat one. Keys that stand where they stood are carried as they are: what the
 * target does not know is taken out afterwards. Keys that were of today before anything was converted count.
 * @param flat the members of the flat session, no key twice
 * @returns the session with `type`, but for a response, which has none
 */
export function sessionFromFlat(
  flat: readonly PartMember[],
  family: FlatFamily,
  context: ConversionContext,
): Part {
  const tools = flat.find(({ name }) => name === 'tools')?.part;
  const moved = new Map(
    moves.filter(({ families }) => families.includes(family)).map((one) => [one.from, one.to]),
  );
  let session = object(family === 'response' ? [] : [['type', scalar(family)]]);
  const isMoved = ({ name }: PartMember) => moved.has(name);
  for (const { name, part } of [...flat.filter((one) => !isMoved(one)), ...flat.filter(isMoved)]) {
    if (name === 'type' || isAbsent(part, context)) continue;
    const value = converted(name, part, tools, context);
    if (!value) continue;
    const place = moved.get(name) ?? [name];
    const next = placed(session, place, value);
    if (next) session = next;
    else context.note(part, notes.occupied(name, place.join('.')));
  }
  return session;
}

/** In the SDK null and absent are one. */
function isAbsent(part: Part, { from }: ConversionContext): boolean {
  return part.type === 'null' && from.dialect === 'sdk';
}

function converted(
  name: string,
  part: Part,
  tools: Part | undefined,
  context: ConversionContext,
): Part | undefined {
  if (Object.hasOwn(gone, name)) {
    context.note(part, gone[name]?.(context) ?? '');
    return undefined;
  }
  if (isServerOwned(name)) {
    context.note(part, notes.serverOwned(name));
    return undefined;
  }
  if (part.type === 'null') return part;
  if (name === 'tool_choice') return convertToolChoice(part, tools, context);
  return Object.hasOwn(fields, name) ? fields[name]?.(part, context) : part;
}

/** The VAD block that the SDK has beside `turn_detection`: it stands in where that is missing. */
export function withoutVadBlock(
  members: readonly PartMember[],
  { note }: ConversionContext,
): readonly PartMember[] {
  const block = members.find(({ name }) => name === 'voice_activity_detection');
  if (!block || block.part.type === 'null') return members;
  const others = members.filter((member) => member !== block);
  const turns = members.find(({ name }) => name === 'turn_detection')?.part;
  if (!turns || turns.type === 'null') {
    const part = object([['type', scalar('server_vad')], ...block.part.members.map(entryOf)], block.part);
    const rest = others.filter(({ name }) => name !== 'turn_detection');
    return [...rest, { name: 'turn_detection', key: '"turn_detection"', part }];
  }
  const isSame = block.part.members.every(({ name, part }) => get(turns, name)?.value === part.value);
  note(block.part, isSame ? notes.sameVad : notes.otherVad);
  return others;
}

const entryOf = ({ name, part }: PartMember) => [name, part] as const;
