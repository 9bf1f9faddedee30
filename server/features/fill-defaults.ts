import { type Change, compose, insertAt, type OrderAt, type Path, removeAt } from '../document/changes';
import { applyEdits } from '../document/edits';
import { membersOf, type Node, nodeAtOffset, objectsIn, pathOf, toValue } from '../document/node';
import { parse, type RealtimeDocument } from '../document/parse';
import { isStrict } from '../document/syntax';
import { isEqual } from '../document/value';
import { kindById } from '../kinds/catalogue';
import type { Edit } from '../problem';
import { diagnose } from '../problems/diagnose';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../rules/settings';
import { schemaOfKind } from '../schema/bundle';
import type { Facts } from '../schema/facts';
import { propertyOrder } from '../schema/property-order';
import type { JsonSchema } from '../schema/types';
import { schemasAt } from '../schema/walk';
import { childFacts, requiredAt } from './place-facts';

/** What a command about defaults is going to do: edits, or why there are none. */
export type DefaultsPlan =
  | { readonly edits: readonly Edit[]; readonly paths: readonly Path[] }
  | { readonly refused: string };

/** What it is to work on. */
export interface DefaultsScope {
  readonly kind: string;
  readonly settings: RuleSettings;
  /** Only the object around this offset, and not what lies in it; without it the whole document. */
  readonly offset?: number | undefined;
}

/** A key of the document's kind whose value, when it is left out, is sure. */
export interface DefaultPlace {
  readonly path: Path;
  readonly facts: Facts;
  /** The value that is written; undefined where the key is absent. */
  readonly node: Node | undefined;
}

/**
 * Plans to write out what holds for each key that is absent: those with a confirmed default that the document's model
 * takes, in schema order. A default that would bring a problem along, such as one that contradicts what is written, stays out.
 */
export function planFill(doc: RealtimeDocument, scope: DefaultsScope): DefaultsPlan {
  const ready = prepare(doc, scope);
  if ('refused' in ready) return ready;
  const { bundle, root, objects } = ready;
  const places = objects.flatMap((object) => defaultPlaces(bundle, root, object));
  const absent = places.filter(isToFill);
  const kept = harmless(doc, absent, scope, insertion(bundle));
  if (kept.length === 0)
    return { refused: scope.offset === undefined ? nothing.fillDocument : nothing.fillObject };
  return { edits: compose(doc.text, kept.map(insertion(bundle))), paths: kept.map(({ path }) => path) };
}

/**
 * Plans to take out each value that is what holds without it. Keys that are required stay, and those that decide what
 * an object is.
 */
export function planRemove(doc: RealtimeDocument, scope: DefaultsScope): DefaultsPlan {
  const ready = prepare(doc, scope);
  if ('refused' in ready) return ready;
  const { bundle, root, objects } = ready;
  const places = objects.flatMap((object) => defaultPlaces(bundle, root, object));
  const same = places.filter(({ node, facts }) => node && isEqual(toValue(node), facts.default));
  // What lies in an object that goes as a whole goes with it.
  const outermost = same.filter(
    ({ path }) => !same.some((other) => other.path.length < path.length && isBelow(path, other.path)),
  );
  const kept = harmless(doc, outermost, scope, ({ path }) => removeAt(path));
  if (kept.length === 0) return { refused: nothing.remove };
  return {
    edits: compose(
      doc.text,
      kept.map(({ path }) => removeAt(path)),
    ),
    paths: kept.map(({ path }) => path),
  };
}

const nothing = {
  fillDocument: 'Every key that has a sure default is written out already.',
  fillObject: 'This object has every key that has a sure default already.',
  remove: 'Nothing here says what would hold without it.',
  update:
    'In an update a key that is left out keeps its value, so a default would change something. Nothing was done.',
  broken: 'The text is broken, so what it lacks is not known. Repair it first.',
  noObject: 'This document is no JSON object, so there is nothing to work on.',
  noKind: 'This is a document of another API, whose defaults are not known here.',
};

interface Prepared {
  readonly bundle: JsonSchema;
  readonly root: Node;
  readonly objects: readonly Node[];
}

function prepare(doc: RealtimeDocument, { kind: id, offset }: DefaultsScope): Prepared | { refused: string } {
  const bundle = schemaOfKind(id);
  if (!bundle) return { refused: nothing.noKind };
  if (!isStrict(doc.syntax)) return { refused: nothing.broken };
  if (doc.root?.type !== 'object') return { refused: nothing.noObject };
  if (isUpdateKind(id)) return { refused: nothing.update };
  const here = offset === undefined ? undefined : objectAt(doc.root, offset);
  const objects = offset === undefined ? objectsIn(doc.root) : [here ?? doc.root];
  return { bundle, root: doc.root, objects };
}

/** Whether what is absent from documents of a kind keeps what it was. */
export function isUpdateKind(kind: string): boolean {
  return kindById(kind)?.session.update ?? false;
}

/** Whether a document is whole enough, and of a kind, for its keys to be put in order and its defaults written out. */
export function canWriteDefaults(doc: RealtimeDocument, kind: string): boolean {
  return schemaOfKind(kind) !== undefined && isStrict(doc.syntax) && doc.root?.type === 'object';
}

/** Whether the object at an offset lacks a key that has a sure default; cheaper than a plan, which may find that none fits. */
export function lacksDefaults(doc: RealtimeDocument, kind: string, offset: number): boolean {
  const ready = prepare(doc, { kind, settings: DEFAULT_RULE_SETTINGS, offset });
  if ('refused' in ready) return false;
  const { bundle, root, objects } = ready;
  return objects.some((object) => defaultPlaces(bundle, root, object).some(isToFill));
}

const isToFill = ({ node, facts }: DefaultPlace) => !node && facts.deprecated === undefined;

/** The innermost object around an offset. */
export function objectAt(root: Node | undefined, offset: number): Node | undefined {
  let node = nodeAtOffset(root, offset);
  while (node && node.type !== 'object') node = node.parent;
  return node;
}

/** The keys of an object that have a sure default, in schema order. */
export function defaultPlaces(bundle: JsonSchema, root: Node, object: Node): DefaultPlace[] {
  const at = pathOf(object);
  const applied = schemasAt(bundle, root, at).filter(({ advisory }) => !advisory);
  const required = requiredAt(applied);
  const members = membersOf(object);
  return propertyOrder(applied).flatMap((name) => {
    // The author's own keys (of a tool's parameters, of metadata) are no properties of a schema of ours.
    const node = members.findLast((member) => member.name === name)?.value;
    if (required.has(name) || (!node && members.some((member) => member.name === name))) return [];
    const facts = childFacts(bundle, applied, name, node);
    if (!facts || facts.default === undefined || facts.whenAbsent !== undefined) return [];
    return [{ path: [...at, name], facts, node }];
  });
}

function insertion(bundle: JsonSchema): (place: DefaultPlace) => Change {
  const orderAt: OrderAt = (root, path) => propertyOrder(schemasAt(bundle, root, path));
  return ({ path, facts }) => insertAt(path, facts.default, orderAt);
}

/** So many places are looked at one by one; each means checking the whole text. */
const MOST_PLACES = 100;

/** Leaves out, where there is trouble at all, the changes that are to blame for a problem that was not there before. */
function harmless(
  doc: RealtimeDocument,
  places: readonly DefaultPlace[],
  scope: DefaultsScope,
  toChange: (place: DefaultPlace) => Change,
): readonly DefaultPlace[] {
  const some = places.slice(0, MOST_PLACES);
  if (!troubles(doc, some.map(toChange), scope)) return some;
  return some.filter((place) => !troubles(doc, [toChange(place)], scope));
}

/** Whether changes bring a problem along: more problems than before, hints included. */
function troubles(
  doc: RealtimeDocument,
  changes: readonly Change[],
  { kind, settings }: DefaultsScope,
): boolean {
  const after = parse(applyEdits(doc.text, compose(doc.text, changes)), doc.uri);
  return diagnose(after, kind, settings).length > diagnose(doc, kind, settings).length;
}

function isBelow(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}
