import { isPlain, lineEndOf, merged, type Piece, styleOf, textOf, writeText } from './pieces';

/** A change of a text: what lies from `start` to `end` becomes `text`. Offsets are UTF-16 units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after changes in source order that do not overlap, all with offsets of the text as it was. */
export function changeText(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}

/**
 * Makes changes of the text on its pieces. In: the pieces; changes as `changeText` takes them, line ends `\n`; the
 * stand-ins that are known here. Out: the pieces of the new text: what no change touches is as it was, and what is new
 * is written as the rest is.
 */
export function changePieces(
  pieces: readonly Piece[],
  changes: readonly TextChange[],
  standIns: ReadonlySet<string>,
): Piece[] {
  const style = styleOf(pieces);
  const starts = startsOf(pieces);
  const end = (starts.at(-1) ?? 0) + (pieces.at(-1)?.text.length ?? 0);
  const result: Piece[] = [];
  let at = 0;
  for (const change of widened(pieces, starts, changes)) {
    result.push(...between(pieces, starts, at, change.start), ...writeText(change.text, style, standIns));
    at = change.end;
  }
  result.push(...between(pieces, starts, at, end));
  return separated(merged(result));
}

/** Where each piece starts in the text. */
function startsOf(pieces: readonly Piece[]): number[] {
  let offset = 0;
  return pieces.map(({ text }) => {
    offset += text.length;
    return offset - text.length;
  });
}

/** The last piece that starts at or before an offset. */
function pieceAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The places nearest to an offset, before and behind it, where pieces can be cut. */
function cutsAround(pieces: readonly Piece[], starts: readonly number[], offset: number): [number, number] {
  const index = pieceAt(starts, offset);
  const piece = pieces[index];
  const start = starts[index] ?? 0;
  const within = offset - start;
  if (!piece || within === 0 || within >= piece.text.length) return [offset, offset];
  if (!isPlain(piece)) return [start, start + piece.text.length];
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(piece.text.slice(within - 1, within + 1));
  return isPair ? [offset - 1, offset + 1] : [offset, offset];
}

/** The same changes, with what they cut off of pieces that stay whole as a part of them. */
function widened(
  pieces: readonly Piece[],
  starts: readonly number[],
  changes: readonly TextChange[],
): TextChange[] {
  const text = textOf(pieces);
  const wide: { start: number; end: number; text: string }[] = [];
  let previous = 0;
  for (const change of changes) {
    const [start] = cutsAround(pieces, starts, change.start);
    const [, end] = cutsAround(pieces, starts, change.end);
    const tail = change.text + text.slice(change.end, end);
    const last = wide.at(-1);
    if (last && start < last.end) {
      // Two changes within one piece: what the first took along behind it lies before the second.
      const own = last.text.slice(0, last.text.length - (last.end - previous));
      last.text = own + text.slice(previous, change.start) + tail;
      last.end = end;
    } else wide.push({ start, end, text: text.slice(start, change.start) + tail });
    previous = change.end;
  }
  return wide;
}

/** The pieces between two places where they can be cut. */
function between(pieces: readonly Piece[], starts: readonly number[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  if (from >= to) return found;
  for (let index = pieceAt(starts, from); index < pieces.length; index++) {
    const [piece, start] = [pieces[index], starts[index] ?? 0];
    if (!piece || start >= to) break;
    const [first, last] = [Math.max(0, from - start), Math.min(piece.text.length, to - start)];
    if (first >= last) continue;
    if (first === 0 && last === piece.text.length) found.push(piece);
    else found.push({ source: piece.source.slice(first, last), text: piece.text.slice(first, last) });
  }
  return found;
}

/** A carriage return that comes to stand before a line feed would become one line end with it. */
function separated(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const merges = lineEndOf(piece) === '\r' && next && lineEndOf(next) === '\n';
    return merges ? { source: '\\n', text: '\n' } : piece;
  });
}
