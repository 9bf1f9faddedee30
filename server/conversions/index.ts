import { parseTree } from 'jsonc-parser';
import { layoutOf } from '../document/edits';
import { MASK, withoutSecrets } from '../document/hide';
import type { Node } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { type Kind, kindById } from '../kinds/catalogue';
import { schemaOfKind } from '../schema/bundle';
import { SCHEMA_KEY } from '../schema/check-object';
import { betaClientSecret } from './beta-client-secret';
import { betaResponse } from './beta-response';
import { betaSession } from './beta-session';
import { betaUpdate } from './beta-update';
import { clientSecret } from './client-secret';
import { type Conversion, isRefusal, type Note, refusal } from './conversion';
import { fitToKind } from './fit';
import { notes as messages, refusals } from './messages';
import { familyOf, type Pair, targetsOf, wayBetween } from './pairs';
import { compact, type Part, print, without } from './part';
import { plainForms } from './plain-forms';
import { readPart } from './read-part';
import { responseToBeta } from './response-to-beta';
import { responseToSdk } from './response-to-sdk';
import { sdkResponse } from './sdk-response';
import { sdkSession } from './sdk-session';
import { sdkTranscription } from './sdk-transcription';
import { sessionOfEnvelope } from './session-of-envelope';
import { sessionToBeta } from './session-to-beta';
import { sessionToSdk } from './session-to-sdk';
import { sessionUpdate } from './session-update';
import { updateToBeta } from './update-to-beta';

/** Every conversion. */
export const conversions: readonly Conversion[] = [
  sdkSession,
  sdkTranscription,
  sdkResponse,
  betaSession,
  betaClientSecret,
  betaUpdate,
  betaResponse,
  clientSecret,
  sessionUpdate,
  sessionOfEnvelope,
  sessionToBeta,
  updateToBeta,
  responseToBeta,
  sessionToSdk,
  responseToSdk,
];

/** A document as another kind, and what could not be carried over as it was. */
export interface Converted {
  readonly text: string;
  /** In the order of the document. */
  readonly notes: readonly Note[];
}

/** Why a document cannot be converted, and where. */
export interface Refused {
  readonly refused: string;
  /** RFC 6901 pointer. */
  readonly pointer: string;
  /** Offset in the document's text. */
  readonly offset: number;
}

/**
 * Converts a document from one kind to another, step by step. The result has the document's indentation and line
 * ends, its keys in schema order, and no `$schema`; what was not changed keeps its text.
 * @param from id of the kind that the document is
 * @param to id of the kind that it shall be; the same kind gives the document without its `$schema`
 * @returns a refusal where the text is broken, or there is no way between the kinds
 */
export function convert(doc: RealtimeDocument, from: string, to: string): Converted | Refused {
  try {
    return converted(doc, from, to);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { refused: error.message, pointer: error.pointer, offset: doc.root?.offset ?? 0 };
  }
}

function converted(doc: RealtimeDocument, from: string, to: string): Converted | Refused {
  const issue = doc.syntax.find(({ kind }) => kind !== 'byte-order-mark');
  if (issue) return { refused: refusals.broken, pointer: '', offset: issue.offset };
  const notes = new NoteList(doc);
  const [kind, target] = [kindById(from), kindById(to)];
  if (!doc.root || !kind || !target) throw refusal(doc.root ? refusals.noKind : refusals.noObject);
  const way = wayBetween(from, to, familyOf(kind, doc.root));
  if (!way) {
    const targets = targetsOf(kind, doc.root, true).map(({ id }) => id);
    throw refusal(refusals.noWay(from, to, targets));
  }
  let part = read(doc, doc.root, kind, notes);
  for (const step of way) part = take(step, part, notes);
  const layout = layoutOf(doc.text);
  const isStrict = way.some((step) => dialectOf(step.from) !== dialectOf(step.to));
  const last = fitTo(part, target, isStrict, notes);
  const end = /[\r\n]\s*$/.test(doc.text) ? layout.eol : '';
  return { text: print(last, layout) + end, notes: notes.inOrderOf(doc.root) };
}

/** The document in its plain form, without our own key. */
function read(doc: RealtimeDocument, root: Node, kind: Kind, notes: NoteList): Part {
  const bundle = schemaOfKind(kind.id);
  const part = readPart(doc, root, bundle, ({ name, part: hidden }) =>
    notes.add(hidden, messages.repeated(name)),
  );
  const plain = bundle && kind.dialect === 'sdk' ? plainForms(part, bundle) : part;
  if (plain.type !== 'object') throw refusal(refusals.noObject);
  return without(plain, SCHEMA_KEY);
}

const dialectOf = (id: string) => kindById(id)?.dialect;

function take(step: Pair, part: Part, notes: NoteList): Part {
  const conversion = conversions.find(({ id }) => id === step.by);
  const [from, to] = [kindById(step.from), kindById(step.to)];
  if (!conversion || !from || !to) throw new Error(`The conversion "${step.by}" is not registered.`);
  return conversion.convert(part, { from, to, note: (about, message) => notes.add(about, message) });
}

function fitTo(part: Part, to: Kind, strict: boolean, notes: NoteList): Part {
  const bundle = schemaOfKind(to.id);
  const node = parseTree(compact(part));
  if (!bundle || !node) return part;
  return fitToKind(part, node, { bundle, to, strict, note: (about, message) => notes.add(about, message) });
}

/** The notes of one run. */
class NoteList {
  private readonly notes: Note[] = [];

  constructor(private readonly doc: RealtimeDocument) {}

  add(part: Part, message: string): void {
    const safe = (text: string) => withoutSecrets(this.doc, text);
    this.notes.push({
      pointer: part.origin ?? '',
      value: safe(compact(part, MASK)),
      message: safe(message),
    });
  }

  /** By the place in the document; notes about one place stay in the order in which they were made. */
  inOrderOf(root: Node): readonly Note[] {
    const places = placesOf(root);
    const rank = ({ pointer }: Note) => places.get(pointer) ?? 0;
    return [...this.notes].sort((a, b) => rank(a) - rank(b));
  }
}

/** Pointer → offset, of every value. */
function placesOf(root: Node): Map<string, number> {
  const places = new Map<string, number>();
  const visit = (node: Node, pointer: string) => {
    places.set(pointer, node.offset);
    node.children?.forEach((child, index) => {
      if (node.type === 'array') visit(child, `${pointer}/${index}`);
      const [key, value] = node.type === 'object' ? (child.children ?? []) : [];
      if (key && value) {
        const step = String(key.value).replaceAll('~', '~0').replaceAll('/', '~1');
        visit(value, `${pointer}/${step}`);
      }
    });
  };
  visit(root, '');
  return places;
}
