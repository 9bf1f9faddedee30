import { getNodePath, type Node, parseTree } from 'jsonc-parser';

/** A string value in a JSON document. */
export interface Place {
  /** RFC 6901. */
  readonly pointer: string;
  /** Of the opening quote. */
  readonly offset: number;
  /** With both quotes. */
  readonly length: number;
  /** Where its key starts; where it starts itself, if it has none. */
  readonly start: number;
  /** What stands between the quotes. */
  readonly source: string;
  /** What the elements of arrays on the way to it are called; undefined for those without a name. */
  readonly names: readonly (string | undefined)[];
}

/** A change of the document, with offsets of the document as it was. */
export interface DocumentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Every string value of a document that is whole, in source order. In: its text, however broken. */
export function stringsIn(text: string): Place[] {
  const places = new Map<string, Place>();
  const visit = (node: Node): void => {
    const [key, ...values] = node.children ?? [];
    // Of a repeated key the last one counts.
    if (node.type === 'property') values.forEach(visit);
    else if (node.type === 'string') {
      const place = placeOf(text, node);
      if (!place) return;
      places.delete(place.pointer);
      places.set(place.pointer, place);
    } else if (key) [key, ...values].forEach(visit);
  };
  const root = treeOf(text);
  if (root) visit(root);
  return [...places.values()];
}

/** The parser calls itself for each level: what is nested beyond all reason has no places. */
function treeOf(text: string): Node | undefined {
  try {
    // As for the server: a byte order mark would hide everything behind it.
    return parseTree(text.replace(/^\uFEFF/, ' '));
  } catch {
    return undefined;
  }
}

/** The place of a node; undefined where its quotes are not both there. */
function placeOf(text: string, node: Node): Place | undefined {
  const { offset, length } = node;
  const literal = text.slice(offset, offset + length);
  if (!/^"(?:[^"\\]|\\[\s\S])*"$/.test(literal) || !isEnd(text.slice(offset + length))) return undefined;
  const path = getNodePath(node);
  return {
    pointer: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    offset,
    length,
    start: node.parent?.type === 'property' ? node.parent.offset : offset,
    source: literal.slice(1, -1),
    names: namesAround(node),
  };
}

/** Whether a string can end before this: a quote that is typed into a string ends it too, but letters follow. */
const isEnd = (rest: string) => /^\s*(?:[,}\]]|$|\/[/*])|^\s+"/.test(rest);

/** The keys whose values tell elements of an array apart. */
const NAMES = ['name', 'server_label', 'id'];

function namesAround(node: Node): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'array') names.unshift(nameOf(child));
  }
  return names;
}

function nameOf(element: Node): string | undefined {
  for (const name of NAMES) {
    const property = element.children?.find(({ children }) => children?.[0]?.value === name);
    const value: unknown = property?.children?.[1]?.value;
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** The place of a pointer. */
export function stringAtPointer(text: string, pointer: string): Place | undefined {
  return stringsIn(text).find((place) => place.pointer === pointer);
}

/** The place of the string at an offset, its quotes included, or of the string whose key is there. */
export function stringAtOffset(text: string, offset: number): Place | undefined {
  return stringsIn(text).find((place) => place.start <= offset && offset <= place.offset + place.length);
}

/**
 * Where a place is after changes. In: the place as it was; all changes of one event. Out: where its string starts now;
 * undefined where a change took away one of its quotes.
 */
export function movedOffset(
  { offset, length }: Pick<Place, 'offset' | 'length'>,
  changes: readonly DocumentChange[],
): number | undefined {
  let moved = offset;
  for (const { rangeOffset, rangeLength, text } of changes) {
    const end = rangeOffset + rangeLength;
    const isInside = rangeOffset > offset && end < offset + length;
    if (isInside || rangeOffset >= offset + length) continue;
    if (end > offset) return undefined;
    moved += text.length - rangeLength;
  }
  return moved;
}

/**
 * Finds a string again in a text that has changed in ways that nobody told. In: the text, and the place as it was known
 * last. Out: the string at the same keys: in arrays that of the element with the same name or, where elements have no
 * names, with the same index, else the only one with the same source. Undefined where it is gone.
 */
export function findAgain(text: string, place: Place): Place | undefined {
  const shape = shapeOf(place.pointer);
  const alike = stringsIn(text).filter(({ pointer }) => shapeOf(pointer) === shape);
  const isNamed = place.names.every((name) => name !== undefined);
  const same = alike.filter(
    ({ pointer, names }) => String(names) === String(place.names) && (isNamed || pointer === place.pointer),
  );
  const sameSource = alike.filter(({ source }) => source === place.source);
  const [found] = [same.find(({ pointer }) => pointer === place.pointer), ...same].filter(Boolean);
  return found ?? (sameSource.length === 1 ? sameSource[0] : undefined);
}

/** A pointer without its indexes. */
const shapeOf = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/** `tools[0].description`: a pointer as people read it. */
export function pathText(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path ? `${path}.${step}` : step), '');
}
