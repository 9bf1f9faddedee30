import voices from '../../schemas/voices.json';
import type { ConversionContext } from './conversion';
import { notes } from './messages';
import { array, get, lastStep, nothingIn, object, type Part, scalar, set, textOf, withItems } from './part';
import { nameOfFormat } from './values';

/** What becomes of a value of today in a flat session; undefined where it is left out, which has been noted then. */
export type BackConversion = (part: Part, context: ConversionContext) => Part | undefined;

/** A format object becomes its name. */
const formatBack: BackConversion = (part, { note }) => {
  const name = nameOfFormat(textOf(get(part, 'type')) ?? '');
  if (name !== undefined) return scalar(name, part);
  note(part, notes.formatBack(lastStep(part)));
  return undefined;
};

/** Audio alone was refused in the preview: text went along. */
const modalitiesBack: BackConversion = (part) =>
  part.items.length === 1 && textOf(part.items[0]) === 'audio'
    ? array([scalar('text', part), scalar('audio', part)], part)
    : part;

/** The SDK takes six names; the preview any name, but no object. */
const voiceBack: BackConversion = (part, { to, note }) => {
  if (to.id === 'sdk.session-config') return part;
  const name = textOf(part);
  const isKnown =
    to.dialect === 'sdk'
      ? voices.voices.some(({ id, dialects }) => id === name && dialects.includes('sdk'))
      : name !== undefined;
  if (isKnown) return part;
  note(part, notes.noVoice(to));
  return undefined;
};

/** The SDK has a word where the API has null, and knows one kind of detection. */
const turnsBack: BackConversion = (part, { to, note }) => {
  if (to.dialect !== 'sdk') return part;
  if (part.type === 'null') return object([['type', scalar('none', part)]], part);
  const type = textOf(get(part, 'type'));
  if (type === 'server_vad') return part;
  note(part, notes.noSemanticVad);
  return undefined;
};

const tokensBack: BackConversion = (part, { to, note }) => {
  if (to.dialect !== 'sdk' || part.type === 'number') return part;
  note(part, notes.noInfinity(lastStep(part)));
  return undefined;
};

/** The older APIs have functions only, and the SDK wants every key of them. */
const toolsBack: BackConversion = (part, { to, note }) =>
  withItems(
    part,
    part.items.flatMap((tool) => {
      if (textOf(get(tool, 'type')) === 'mcp') {
        note(tool, notes.noMcp(to));
        return [];
      }
      if (to.dialect !== 'sdk' || tool.type !== 'object') return [tool];
      let whole = get(tool, 'type') ? tool : set(tool, 'type', scalar('function'));
      if (!get(whole, 'description')) {
        note(nothingIn(tool), notes.descriptionAdded);
        whole = set(whole, 'description', scalar(''));
      }
      if (!get(whole, 'parameters')) {
        note(nothingIn(tool), notes.parametersAdded);
        whole = set(whole, 'parameters', object([]));
      }
      return [whole];
    }),
  );

const toolChoiceBack: BackConversion = (part, { to, note }) => {
  if (part.type !== 'object') return part;
  const name = get(part, 'name');
  if (textOf(get(part, 'type')) !== 'function' || !name) {
    note(part, notes.noToolChoice(to));
    return undefined;
  }
  if (to.dialect !== 'sdk') return part;
  note(part, notes.toolChoiceBack);
  return name;
};

/** Parts of messages by the names of the preview; items and parts that it did not have are left out. */
const inputBack: BackConversion = (part, { to, note }) =>
  withItems(
    part,
    part.items.flatMap((item) => {
      if (/^mcp_/.test(textOf(get(item, 'type')) ?? '')) {
        note(item, notes.itemType(to));
        return [];
      }
      const content = get(item, 'content');
      if (content?.type !== 'array') return [item];
      const parts = content.items.flatMap((one) => {
        const type = get(one, 'type');
        const name = textOf(type);
        if (name === 'input_image') {
          note(one, notes.itemType(to));
          return [];
        }
        const older = name === 'output_text' ? 'text' : name === 'output_audio' ? 'audio' : undefined;
        return [older === undefined ? one : set(one, 'type', scalar(older, type))];
      });
      return [set(item, 'content', withItems(content, parts))];
    }),
  );

/** By the key of the flat session. */
export const backConversions: Readonly<Record<string, BackConversion>> = {
  input_audio_format: formatBack,
  output_audio_format: formatBack,
  modalities: modalitiesBack,
  voice: voiceBack,
  turn_detection: turnsBack,
  max_response_output_tokens: tokensBack,
  tools: toolsBack,
  tool_choice: toolChoiceBack,
  input: inputBack,
};
