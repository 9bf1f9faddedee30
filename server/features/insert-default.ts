import { insertMember, layoutOf, levelOf, replaceNode, stringify } from '../document/edits';
import {
  type Member,
  memberOf,
  membersOf,
  type Node,
  nodeAtPointer,
  pathOfPointer,
  pointer,
  toValue,
} from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { isEqual, isObject } from '../document/value';
import { type Kind, kindById, kinds } from '../kinds/catalogue';
import type { Edit } from '../problem';
import type { Insertable } from '../protocol';
import { schemaOfKind } from '../schema/bundle';
import { join } from '../schema/messages';
import { propertyOrder } from '../schema/property-order';
import { schemasAt } from '../schema/walk';
import { childFacts } from './place-facts';

/** What an insert-default command is going to do. */
export type InsertPlan =
  | { type: 'edit'; edit: Edit }
  /** It is there already, and the same. */
  | { type: 'nothing'; message: string; node: Node }
  /** Something would be lost: the user chooses. */
  | { type: 'ask'; message: string; action: string; edit: Edit }
  /** It has no place here; `text` is the document it could be. */
  | { type: 'refuse'; message: string; text: string };

/** The kind whose whole default an insertable is, or that it is a member of. */
const homes: Record<Insertable, { kind: string; member?: string; name: string }> = {
  'session-request': { kind: 'sdk.session-request', name: 'session request' },
  'session-config': { kind: 'sdk.session-config', name: 'session config' },
  'voice-activity-detection': {
    kind: 'sdk.session-config',
    member: 'voice_activity_detection',
    name: '"voice_activity_detection"',
  },
  'turn-detection': { kind: 'sdk.session-config', member: 'turn_detection', name: '"turn_detection"' },
};

/**
 * Plans the insertion of a default: the whole of an empty document, else a member where the kind's catalogue
 * entry puts it, in schema order and the document's layout. Pure; nothing is replaced without asking.
 */
export function planInsert(doc: RealtimeDocument, kindId: string, what: Insertable): InsertPlan {
  const kind = kindById(kindId);
  const { root, text } = doc;
  if (text.trim() === '') {
    const content = documentWith(what, kind).replaceAll('\n', layoutOf(text).eol);
    return { type: 'edit', edit: { offset: 0, length: text.length, content } };
  }
  const target = kind?.inserts[what];
  if (!kind || target === undefined)
    return { type: 'refuse', message: whyNot(what, kind), text: documentWith(what, kind) };
  if (root?.type !== 'object') {
    return {
      type: 'refuse',
      message: `This document is no JSON object, so there is nothing to insert the default ${homes[what].name} into.`,
      text: documentWith(what, kind),
    };
  }
  return target === ''
    ? planWhole(doc, root, kind, what)
    : planMember(doc, root, kind, what, pathOfPointer(target));
}

/**
 * The default as a JSON value: of the sdk types as serde writes the SDK's `Default`, of others what stands at the
 * place in the kind's default document.
 */
export function defaultOf(what: Insertable, kind?: Kind): unknown {
  const target = kind?.dialect === 'sdk' ? undefined : kind?.inserts[what];
  if (kind && target !== undefined) return at(schemaOfKind(kind.id)?.default, pathOfPointer(target));
  const { kind: home, member } = homes[what];
  const bundle = schemaOfKind(home);
  if (!bundle || member === undefined) return bundle?.default;
  return childFacts(bundle, schemasAt(bundle, undefined, []), member)?.default;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, step) => (isObject(inner) ? inner[step] : undefined), value);
}

/** The smallest whole document that holds the default. */
function documentWith(what: Insertable, kind: Kind | undefined): string {
  const { member } = homes[what];
  const target = kind?.dialect === 'sdk' ? undefined : kind?.inserts[what];
  const own = kind && target !== undefined ? schemaOfKind(kind.id)?.default : undefined;
  const value = own
    ? member === undefined
      ? own
      : narrowed(own, pathOfPointer(target ?? ''))
    : member === undefined
      ? defaultOf(what)
      : { [member]: defaultOf(what) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What lies on a path of a document, with the `type` of each object on the way, which the API wants. */
function narrowed(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined || !isObject(value)) return value;
  return { ...('type' in value ? { type: value.type } : {}), [step]: narrowed(value[step], rest) };
}

function planWhole(doc: RealtimeDocument, root: Node, kind: Kind, what: Insertable): InsertPlan {
  const { name } = homes[what];
  const value = defaultOf(what, kind);
  const edit = replaceNode(doc.text, root, value);
  if (membersOf(root).length === 0) return { type: 'edit', edit };
  if (isEqual(toValue(root), value))
    return { type: 'nothing', message: `This document is the default ${name} already.`, node: root };
  return {
    type: 'ask',
    message: `Replace the whole document with the default ${name}? Undo brings it back.`,
    action: 'Replace Document',
    edit,
  };
}

function planMember(
  doc: RealtimeDocument,
  root: Node,
  kind: Kind,
  what: Insertable,
  path: string[],
): InsertPlan {
  const value = defaultOf(what, kind);
  const existing = nodeAtPointer(root, pointer(path));
  const dotted = path.join('.');
  if (existing && isEqual(toValue(existing), value)) {
    return { type: 'nothing', message: `"${dotted}" has the default already.`, node: existing };
  }
  if (existing) {
    return {
      type: 'ask',
      message: `"${dotted}" is there already. Replace it with the default? Undo brings it back.`,
      action: 'Replace',
      edit: replaceNode(doc.text, existing, value),
    };
  }
  return planNew(doc, root, kind, path, value, what);
}

/** Inserts a member that is absent, with the objects on the way that are absent too. */
function planNew(
  doc: RealtimeDocument,
  root: Node,
  kind: Kind,
  path: string[],
  value: unknown,
  what: Insertable,
): InsertPlan {
  let holder = root;
  for (const [index, step] of path.entries()) {
    const next = nodeAtPointer(root, pointer(path.slice(0, index + 1)));
    if (next?.type === 'object') {
      holder = next;
      continue;
    }
    const nested = nestedIn(kind, path, index + 1, value);
    if (next?.type === 'null') return { type: 'edit', edit: replaceNode(doc.text, next, nested) };
    if (next) {
      const message = `"${path.slice(0, index + 1).join('.')}" is no object, so "${path.at(-1)}" cannot go into it. Make it an object first.`;
      return { type: 'refuse', message, text: documentWith(what, kind) };
    }
    const begun = memberOf(holder, step);
    if (begun) return { type: 'edit', edit: finishMember(doc.text, holder, begun, nested) };
    const order = orderAt(kind, root, path.slice(0, index));
    const edit = insertMember(doc.text, holder, step, nested, order);
    return { type: 'edit', edit: reuseTrailingComma(doc.text, edit) };
  }
  return { type: 'refuse', message: whyNot(what, kind), text: documentWith(what, kind) };
}

/**
 * A value inside the objects that lead to it from a place of the path on, each with the `type` that the API wants of
 * it.
 */
function nestedIn(kind: Kind, path: readonly string[], from: number, value: unknown): unknown {
  const inner = path.slice(from).reduceRight<unknown>((held, name) => ({ [name]: held }), value);
  if (kind.dialect === 'sdk') return inner;
  const whole = at(schemaOfKind(kind.id)?.default, path.slice(0, from));
  return isObject(whole) ? narrowed(whole, path.slice(from)) : inner;
}

/** Gives a key that was written, perhaps with its colon, the value that it still lacks. */
export function finishMember(text: string, holder: Node, { key, property }: Member, value: unknown): Edit {
  const written = stringify(value, layoutOf(text), levelOf(holder) + 1);
  const colon = property.colonOffset;
  return colon === undefined
    ? { offset: key.offset + key.length, length: 0, content: `: ${written}` }
    : { offset: colon + 1, length: 0, content: ` ${written}` };
}

/** Whoever wrote a comma and then runs the command means that comma: none is added before, none is left after. */
export function reuseTrailingComma(text: string, edit: Edit): Edit {
  const comma = /^\s*,(?=\s*(?:\}|$))/.exec(text.slice(edit.offset))?.[0];
  if (comma === undefined || !edit.content.startsWith(',')) return edit;
  return { ...edit, offset: edit.offset + comma.length, content: edit.content.slice(1) };
}

function orderAt(kind: Kind, root: Node, path: readonly string[]): string[] {
  const bundle = schemaOfKind(kind.id);
  return bundle ? propertyOrder(schemasAt(bundle, root, path)) : [];
}

/** Says why a kind has no place for it, and which kinds have. */
function whyNot(what: Insertable, kind: Kind | undefined): string {
  const { name, member } = homes[what];
  if (!kind)
    return `This is a document of another API, which has no place for ${member === undefined ? `a ${name}` : name}.`;
  const here = `${article(kind.title)} (${kind.id})`;
  const thing = member === undefined ? `a ${name}` : name;
  const places = kinds.filter((one) => one.inserts[what]);
  const kin = places.filter((one) => one.dialect === kind.dialect);
  const others = (kin.length > 0 ? kin : places).map((one) => article(one.title).toLowerCase());
  if (others.length === 0) return `${here} cannot hold ${thing}: that is a document of its own.`;
  const alone = member === undefined ? ', or stands as a document of its own' : '';
  return `${here} has no place for ${thing}. It belongs in ${join(others)}${alone}.`;
}

const article = (title: string) =>
  /^[AEIOU]/i.test(title) ? `An ${title.toLowerCase()}` : `A ${title.toLowerCase()}`;
