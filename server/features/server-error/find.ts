import {
  memberOf,
  membersOf,
  type Node,
  nameRange,
  nodeAtOffset,
  nodeAtPointer,
  pathOf,
  pathOfPointer,
  pointer,
  stringOf,
  valuesIn,
} from '../../document/node';
import type { RealtimeDocument } from '../../document/parse';
import { kindById } from '../../kinds/catalogue';
import type { Problem, Span } from '../../problem';
import { diagnose } from '../../problems/diagnose';
import type { RuleSettings } from '../../rules/settings';
import { readServerError, type ServerError } from './read';

/** The place that a server's error is about. */
export interface FoundError {
  readonly span: Span;
  /** RFC 6901 pointer. */
  readonly pointer: string;
  /** What is known to be wrong there. */
  readonly problem: Problem | undefined;
}

/** The words in messages that name no key, and the keys that they are about. */
const topics: readonly (readonly [RegExp, readonly string[]])[] = [
  [/unsupported option/i, ['reasoning', 'parallel_tool_calls']],
  [/turn detection/i, ['turn_detection']],
  [/modalities/i, ['output_modalities', 'modalities']],
  [/\bmodel\b/i, ['model']],
  [/\bvoice\b/i, ['voice']],
  [/\btool/i, ['tools', 'tool_choice']],
];

/**
 * Finds what a server's error is about: by its `param`, else by the line that it names, the values it quotes, or what it is
 * about. A path that starts with the event's `session` or `response` is followed from wherever this kind has that.
 * @param text what somebody pasted
 * @returns undefined where nothing in the document fits
 */
export function findServerError(
  doc: RealtimeDocument,
  kind: string,
  settings: RuleSettings,
  text: string,
): FoundError | undefined {
  const error = readServerError(text);
  if (!error || !doc.root) return undefined;
  const place = byPath(doc.root, kind, error) ?? byLine(doc, error) ?? byWords(doc.root, error);
  if (!place) return undefined;
  const problems = diagnose(doc, kind, settings);
  return { ...place, problem: problemAt(problems, place, error) };
}

type Place = Pick<FoundError, 'span' | 'pointer'>;

/** The key of a key that is too many, the object that lacks one, else the value. */
function placeAt(
  root: Node,
  path: readonly (string | number)[],
  about: ServerError['about'],
): Place | undefined {
  const member =
    typeof path.at(-1) === 'string' ? memberOf(at(root, path.slice(0, -1)), String(path.at(-1))) : undefined;
  if (member && (about === 'unknown' || !member.value)) return { span: member.key, pointer: pointer(path) };
  const node = at(root, path);
  if (!node) return undefined;
  const isBig = node.type === 'object' || node.type === 'array';
  return { span: about === 'missing' || isBig ? nameRange(node) : node, pointer: pointer(path) };
}

const at = (root: Node, path: readonly (string | number)[]) => nodeAtPointer(root, pointer(path));

function byPath(root: Node, kindId: string, { path, about }: ServerError): Place | undefined {
  if (!path || path.length === 0) return undefined;
  const paths = candidates(kindId, path);
  const exact = paths.find((candidate) => hasKey(root, candidate));
  if (exact) return placeAt(root, exact, about);
  // The object that lacks the key, as long as the path leads somewhere at all.
  const holders = paths.map((candidate) => candidate.slice(0, -1)).filter((holder) => at(root, holder));
  const holder = holders.sort((a, b) => b.length - a.length)[0];
  if (about === 'missing' && holder) return placeAt(root, holder, about);
  const named = path.findLast((step) => typeof step === 'string');
  const found = named === undefined ? undefined : keyNamed(root, String(named));
  return (
    found ??
    (about === 'missing' ? undefined : holder && holder.length > 0 ? placeAt(root, holder, about) : undefined)
  );
}

/** Whether a path leads to a value, or to a key that has none yet. */
function hasKey(root: Node, path: readonly (string | number)[]): boolean {
  if (at(root, path)) return true;
  return memberOf(at(root, path.slice(0, -1)), String(path.at(-1))) !== undefined;
}

/** Where a path of the API may lead in a document of a kind: as it is, and from wherever the session is. */
function candidates(kindId: string, path: readonly (string | number)[]): (string | number)[][] {
  const session = kindById(kindId)?.session;
  const isEnvelope = path[0] === 'session' || path[0] === 'response';
  const rest = isEnvelope ? path.slice(1) : path;
  const bases = [session?.pointer, session?.config].flatMap((base) =>
    base === undefined ? [] : [pathOfPointer(base)],
  );
  return [[...path], ...bases.map((base) => [...base, ...rest])].filter((candidate) => candidate.length > 0);
}

function keyNamed(node: Node, name: string): Place | undefined {
  for (const member of membersOf(node)) {
    if (member.name === name) return { span: member.key, pointer: pointer(pathOf(member.property)) };
  }
  for (const child of valuesIn(node)) {
    const found = keyNamed(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Serde's columns count bytes, and point behind what it stumbled over. */
function byLine({ root, text, positions }: RealtimeDocument, { at: place }: ServerError): Place | undefined {
  if (!place || !root) return undefined;
  const start = positions.offsetAt({ line: place.line - 1, character: 0 });
  const line = text.slice(start, positions.offsetAt({ line: place.line, character: 0 }));
  let bytes = 0;
  let column = 0;
  for (const character of line) {
    if (bytes + 1 >= place.column) break;
    bytes += new TextEncoder().encode(character).length;
    column += character.length;
  }
  const node = nodeAtOffset(root, start + column);
  if (!node) return undefined;
  const path = pathOf(node);
  return placeAt(root, path, 'value') ?? { span: nameRange(root), pointer: '' };
}

function byWords(root: Node, { quoted, message }: ServerError): Place | undefined {
  for (const text of quoted) {
    const found = valueIs(root, text) ?? keyNamed(root, text);
    if (found) return found;
  }
  for (const [words, names] of topics) {
    if (!words.test(message)) continue;
    for (const name of names) {
      const found = keyNamed(root, name);
      if (found) return found;
    }
  }
  return undefined;
}

function valueIs(node: Node, text: string): Place | undefined {
  if (stringOf(node) === text) return { span: node, pointer: pointer(pathOf(node)) };
  for (const child of valuesIn(node)) {
    const found = valueIs(child, text);
    if (found) return found;
  }
  return undefined;
}

/** The worst of the problems at the place; else one that is about the same place in other words. */
function problemAt(problems: readonly Problem[], place: Place, { about }: ServerError): Problem | undefined {
  const ranks = ['error', 'warning', 'info', 'hint'];
  const here = problems.filter(({ span }) => touches(span, place.span));
  const close = problems.filter(
    (problem) => problem.pointer === place.pointer || isMissingAt(problem, place, about),
  );
  return [...here, ...close].sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity))[0];
}

const touches = (one: Span, other: Span) =>
  one.offset <= other.offset + other.length && other.offset <= one.offset + one.length;

const isMissingAt = ({ code, pointer: at }: Problem, place: Place, about: ServerError['about']) =>
  about === 'missing' && code === 'missing-property' && at === place.pointer;
