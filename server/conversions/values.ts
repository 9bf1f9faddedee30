import data from '../../schemas/migration.json';
import { sourceText } from '../document/changes';
import { removeProperty, SourceText } from '../document/edits';
import { elementsOf, memberOf, membersOf, type Node, stringOf } from '../document/node';

/**
 * Conversions of single values from the preview's, the SDK's and other people's forms to those of today's API. Each
 * takes a node and the text it lies in, and gives JSON or source text to write; undefined where it cannot tell what
 * is meant. Source of the tables: `schemas/migration.json`.
 */
export type ValueConversion = (node: Node, text: string) => unknown;

const fold = (name: string) => name.toLowerCase().replace(/[-\s]/g, '_');

/** The format object that a name of the preview stands for: `g711-ulaw` and `PCM16` are understood too. */
export function formatNamed(name: string): { type: string; rate?: number } | undefined {
  const formats: Readonly<Record<string, { type: string; rate?: number }>> = data.formats;
  const plain = fold(name);
  if (Object.hasOwn(formats, plain)) return formats[plain];
  return Object.values(formats).find(({ type }) => type === plain || type === `audio/${plain}`);
}

/** The preview's name of a format object. */
export function nameOfFormat(type: string): string | undefined {
  return Object.entries(data.formats).find(([, format]) => format.type === type)?.[0];
}

/** A format: a name of the preview, a name of today alone, or an object whose type is either. */
export const convertFormat: ValueConversion = (node, text) => {
  const name = stringOf(node) ?? stringOf(memberOf(node, 'type')?.value);
  const format = name === undefined ? undefined : formatNamed(name);
  return format ?? sourceText(text, node);
};

/** What is spoken is written along, so audio stands for both; an empty list says nothing. */
export const convertModalities: ValueConversion = (node) => {
  const names = [...elementsOf(node).map(stringOf), stringOf(node)];
  if (names.includes('audio')) return ['audio'];
  return names.includes('text') ? ['text'] : undefined;
};

/** Off is `null` today; everything else has stayed as it was. */
export const convertTurnDetection: ValueConversion = (node, text) =>
  isTurnedOff(node) ? null : sourceText(text, node);

/** The preview's and the SDK's word for push-to-talk: `{ "type": "none" }`. */
export function isTurnedOff(node: Node): boolean {
  return stringOf(node) === 'none' || stringOf(memberOf(node, 'type')?.value) === 'none';
}

/** `enabled` is gone: a block that is not enabled is `null`, of one that is the rest stays. */
export const convertTranscription: ValueConversion = (node, text) => {
  if (node.type === 'string') return { model: node.value };
  const enabled = memberOf(node, 'enabled');
  if (!enabled) return sourceText(text, node);
  if (enabled.value?.value === false) return null;
  return without(node, text, 'enabled');
};

/** A name alone stands for the object with this type. */
export const convertNoiseReduction: ValueConversion = (node, text) =>
  node.type === 'string' ? { type: node.value } : sourceText(text, node);

/** A Chat-style tool or tool choice: what is nested under `function` comes up beside `type`. */
export const flattenFunction: ValueConversion = (node, text) => {
  const inner = memberOf(node, 'function')?.value;
  if (inner?.type !== 'object') return undefined;
  const outer = membersOf(node).filter(({ name, value }) => name !== 'function' && value);
  const own = membersOf(inner).filter(({ name, value }) => value && !outer.some((one) => one.name === name));
  const entries = [...outer, ...own].map(
    ({ name, value }) => [name, sourceText(text, value as Node)] as const,
  );
  return { type: 'function', ...Object.fromEntries(entries) };
};

/** Of an object all but one member, word for word. */
function without(node: Node, text: string, name: string): SourceText {
  const member = memberOf(node, name);
  const [edit] = member ? removeProperty(text, node, member.property) : [];
  const source = text.slice(node.offset, node.offset + node.length);
  if (!edit) return new SourceText(source);
  const start = edit.offset - node.offset;
  return new SourceText(source.slice(0, start) + edit.content + source.slice(start + edit.length));
}

const conversions: Readonly<Record<string, ValueConversion>> = {
  format: convertFormat,
  modalities: convertModalities,
  turnDetection: convertTurnDetection,
  transcription: convertTranscription,
  noiseReduction: convertNoiseReduction,
};

/** A key that has moved, and what becomes of its value. */
export interface Move {
  readonly from: string;
  /** Where it stands today, from the session's object. */
  readonly to: readonly string[];
  /** The families of sessions that have the key today. */
  readonly families: readonly string[];
  readonly convert: ValueConversion;
}

const asMove = (move: { from: string; to: string[]; families: string[]; value?: string }): Move => ({
  from: move.from,
  to: move.to,
  families: move.families,
  convert:
    (move.value === undefined ? undefined : conversions[move.value]) ??
    ((node, text) => sourceText(text, node)),
});

/** From the preview's flat session to today's. */
export const moves: readonly Move[] = data.moves.map(asMove);

/** The other way, where people write today's name in a flat session. */
export const backMoves: readonly Move[] = data.backMoves.map(asMove);
