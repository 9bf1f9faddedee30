import facts from '../../schemas/detection.json';
import { memberOf, membersOf, type Node, stringOf, valueAt } from '../document/node';
import { models } from './models';

/** An object as the content table asks about it. */
export interface ContentView {
  readonly node: Node | undefined;
  /** Every key but `$schema`. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  readonly hasAny: (names: readonly string[]) => boolean;
  /** Whether every key is one of these. */
  readonly only: (names: readonly string[]) => boolean;
  readonly text: (name: string) => string | undefined;
  /** The object, if there is one, that a key holds. */
  readonly inner: (name: string) => ContentView;
}

/** Looks at a node; anything but an object looks like an empty one. */
export function contentView(node: Node | undefined): ContentView {
  const names = membersOf(node)
    .map((member) => member.name)
    .filter((name) => name !== '$schema');
  return {
    node,
    names,
    has: (name) => names.includes(name),
    hasAny: (wanted) => wanted.some((name) => names.includes(name)),
    only: (allowed) => names.every((name) => allowed.includes(name)),
    text: (name) => stringOf(memberOf(node, name)?.value),
    inner: (name) => contentView(memberOf(node, name)?.value),
  };
}

/** A session of live translation: by its model, or by the language it speaks. */
export function isTranslation(session: ContentView): boolean {
  const model = session.text('model') ?? '';
  return (
    model.startsWith(facts.translationModelPrefix) ||
    valueAt(session.node, 'audio', 'output', 'language') !== undefined
  );
}

/** Flat keys of the preview API and none of today's. */
export function isBetaShaped(session: ContentView): boolean {
  return session.hasAny(facts.betaOnlyKeys) && !session.hasAny(facts.gaOnlyKeys);
}

/** A model of another API, GPT-Live. Its transcription models belong to this one. */
export function namesLiveModel(session: ContentView): boolean {
  const model = session.text('model') ?? '';
  // A dated copy of a model is as much of its family.
  const transcribes = models.some(
    ({ id, family }) => family === 'transcription' && (id === model || model.startsWith(`${id}-`)),
  );
  return model.startsWith(facts.liveModelPrefix) && !transcribes;
}

/** A `turn_detection` with something in it that only the API's later types know. */
export function hasForeignTurnDetection(session: ContentView): boolean {
  const turn = session.inner('turn_detection');
  const type = turn.text('type');
  return (
    (type !== undefined && facts.foreignTurnDetectionTypes.includes(type)) ||
    turn.hasAny(facts.betaTurnDetectionKeys)
  );
}
