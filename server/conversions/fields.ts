import migration from '../../schemas/migration.json';
import voices from '../../schemas/voices.json';
import { modelById } from '../kinds/models';
import type { ConversionContext } from './conversion';
import { notes } from './messages';
import {
  array,
  get,
  lastStep,
  object,
  type Part,
  partOfValue,
  scalar,
  set,
  textOf,
  withItems,
  without,
} from './part';
import { formatNamed } from './values';

/**
 * What becomes of the value of one key of a flat session; undefined where it is left out, which has been noted then.
 * Sources: `schemas/migration.json`, and the catalogues of models and voices.
 */
export type FieldConversion = (part: Part, context: ConversionContext) => Part | undefined;

/** The limit of the API for an answer's tokens, and the voice for those that have no twin. */
export const choices: { readonly voice: string; readonly maxTokens: number } = migration.choices;

/** A model that has been shut down becomes its successor; so does a transcriber that is about to end. */
export const convertModel: FieldConversion = (part, { note }) => {
  const model = modelById(textOf(part));
  const { replacement, shutdown = '' } = model ?? {};
  if (!model || replacement === undefined) return part;
  if (model.status === 'shut-down') note(part, notes.successor(replacement));
  else if (model.family === 'transcription') note(part, notes.ending(replacement, shutdown));
  else return part;
  return scalar(replacement, part);
};

/** A voice that the API refuses by name becomes the documented choice; one that nobody knows stays. */
export const convertVoice: FieldConversion = (part, { note }) => {
  const voice = voices.voices.find(({ id }) => id === textOf(part));
  if (!voice?.refusedBy?.includes('ga')) return part;
  note(part, notes.voice(choices.voice));
  return scalar(choices.voice, part);
};

/** A format's name becomes its object. */
export const convertFormatName: FieldConversion = (part, { note }) => {
  const name = textOf(part);
  if (name === undefined) return part;
  const format = formatNamed(name);
  if (format) return partOfValue(format, part);
  note(part, notes.format(lastStep(part)));
  return undefined;
};

/** Audio stands for both, since it comes with a transcript. What is neither is noted. */
export const convertModalityList: FieldConversion = (part, { note }) => {
  if (part.type !== 'array') return part;
  const names = part.items.map(textOf);
  const kept = ['audio', 'text'].find((name) => names.includes(name));
  if (kept === undefined) {
    note(part, notes.noModality(lastStep(part)));
    return undefined;
  }
  for (const item of part.items) {
    if (!['audio', 'text'].includes(String(item.value))) note(item, notes.otherModality);
  }
  return part.items.length === 1 ? part : array([scalar(kept, part)], part);
};

/** `none` is null today; what stood beside it had no effect, and is noted. */
export const convertTurns: FieldConversion = (part, { note }) => {
  if (textOf(get(part, 'type')) !== 'none') return part;
  for (const { name, part: value } of part.members) {
    if (name !== 'type' && value.type !== 'null') note(value, notes.turnedOff(name));
  }
  return scalar(null, part);
};

/** `enabled` is gone; a block that is not enabled is null. Retired models are replaced. */
export const convertTranscriber: FieldConversion = (part, context) => {
  const enabled = get(part, 'enabled');
  if (enabled?.value === false) {
    const model = get(part, 'model');
    if (model) context.note(model, notes.transcriptionOff);
    return scalar(null, part);
  }
  const bare = without(part, 'enabled');
  const model = get(bare, 'model');
  const replaced = model && convertModel(model, context);
  return replaced ? set(bare, 'model', replaced) : bare;
};

/** A limit over the API's is that limit; one below 1 is left out. `"inf"` stays. */
export const convertTokens: FieldConversion = (part, { note }) => {
  if (part.type !== 'number') return part;
  const tokens = part.value as number;
  if (tokens > choices.maxTokens) {
    note(part, notes.overLimit(choices.maxTokens));
    return scalar(choices.maxTokens, part);
  }
  if (tokens >= 1) return part;
  note(part, notes.noTokens(lastStep(part)));
  return undefined;
};

/** Chat-style tools are unwrapped; `type` is there; `parameters` that are null are not. */
export const convertTools: FieldConversion = (part, { from, note }) => {
  if (part.type !== 'array') return part;
  return withItems(
    part,
    part.items.map((tool) => {
      if (tool.type !== 'object') return tool;
      const flat = flattened(tool);
      const bare = get(flat, 'parameters')?.type === 'null' ? without(flat, 'parameters') : flat;
      const type = get(bare, 'type');
      const known = ['function', 'mcp'].includes(textOf(type) ?? '');
      if (known || (from.dialect !== 'sdk' && type)) return bare;
      if (type) note(type, notes.toolType);
      return set(bare, 'type', scalar('function', type));
    }),
  );
};

/** A word of the API stays; the name of a tool becomes an object; Chat-style objects are unwrapped. */
export function convertToolChoice(part: Part, tools: Part | undefined, context: ConversionContext) {
  if (part.type === 'object') return flattened(part);
  const name = textOf(part);
  if (name === undefined || ['auto', 'none', 'required'].includes(name)) return part;
  if (tools?.items.some((tool) => textOf(get(tool, 'name')) === name)) {
    context.note(part, notes.toolChoice(name));
    return object([
      ['type', scalar('function')],
      ['name', { ...part }],
    ]);
  }
  context.note(part, notes.toolChoiceUnknown);
  return undefined;
}

/** What is nested under `function` comes up beside `type`; what is there already stays. */
function flattened(part: Part): Part {
  const inner = get(part, 'function');
  if (inner?.type !== 'object') return part;
  const outer = without(part, 'function');
  const own = inner.members.filter(({ name }) => !get(outer, name));
  return own.reduce((all, { name, part: value }) => set(all, name, value), outer);
}

const serverOwned: readonly string[] = migration.serverOwned.keys;

/** Whether a key of a flat session is the server's to write. */
export const isServerOwned = (name: string) => serverOwned.includes(name);
