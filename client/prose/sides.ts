import { changePieces, changeText, type TextChange } from './change-pieces';
import { changesBetween, rebased } from './compare';
import {
  isPlain,
  type Piece,
  readString,
  type Style,
  sourceOf,
  standInsOf,
  styleOf,
  textOf,
  withLineEnds,
} from './pieces';

/** What is to be done for both sides to agree. */
export type Step =
  | { readonly to: 'nothing' }
  /** The string has to become this source. */
  | { readonly to: 'source'; readonly source: string }
  /** The text document has to become this text. */
  | { readonly to: 'text'; readonly text: string };

/** So many characters of former texts are remembered, for undo to find the way in which they were written. */
const MEMORY = 2_000_000;

/**
 * A string and the text document that shows it, each of which may change at any time. Knows what both had when they
 * agreed last, so that it can tell which side has changed; where both have, the changes come together.
 */
export class Sides {
  private pieces: readonly Piece[];
  /** The string's source when both sides agreed last. */
  private base: string;
  /** What the text document is to become, once it has got there. */
  private awaited: { text: string; pieces: readonly Piece[]; base: string } | undefined;
  private readonly standIns = new Set<string>();
  private readonly former = new Map<string, readonly Piece[]>();
  private formerLength = 0;

  /** @param source what stands between the string's quotes */
  constructor(source: string) {
    this.base = source;
    this.pieces = readString(source);
    this.remember();
  }

  /** The text document as it is, with `\n` for every line end. */
  get text(): string {
    return textOf(this.pieces);
  }

  /** What the string has to be for this text. */
  get source(): string {
    return sourceOf(this.pieces);
  }

  /** The line end that a document of this text has. */
  get lineEnd(): Style['lineEnd'] {
    return styleOf(this.pieces).lineEnd;
  }

  /** Whether the text holds what the string did not have when both agreed last. */
  get isAhead(): boolean {
    return this.source !== this.base;
  }

  /** Where a place in the string's source is in the text. */
  textOffset(sourceOffset: number): number {
    let [source, text] = [0, 0];
    for (const piece of this.pieces) {
      const within = sourceOffset - source;
      if (within < piece.source.length) return text + (isPlain(piece) ? Math.max(0, within) : 0);
      source += piece.source.length;
      text += piece.text.length;
    }
    return text;
  }

  /**
   * The text document has changed. In: all of its text; the changes, as far as they are known; whether they undo or redo
   * others, which brings the former source back too. Out: whether somebody has changed it, and not what `next` asked for.
   */
  textChanged(text: string, changes: readonly TextChange[] | undefined, isUndo = false): boolean {
    const isAwaited = this.awaited?.text === text;
    if (this.awaited?.text === text) {
      ({ pieces: this.pieces, base: this.base } = this.awaited);
      this.awaited = undefined;
    } else {
      const own = this.text;
      if (text === own) return false;
      const exact = changes && changeText(own, changes) === text ? changes : changesBetween(own, text);
      const former = isUndo ? this.former.get(text) : undefined;
      this.pieces = former ?? changePieces(this.pieces, exact, this.standIns);
    }
    this.remember();
    return !isAwaited;
  }

  /** The text document has got other line ends: so does the string. */
  lineEndsChanged(lineEnd: Style['lineEnd']): void {
    this.pieces = withLineEnds(this.pieces, lineEnd);
    this.remember();
  }

  /** The string was closed without being saved: both sides agree on what the file has. */
  fallBack(saved: string): void {
    this.base = saved;
  }

  /** The text document has what the string had once: nobody has changed it since. */
  textIsOld(): void {
    this.base = this.source;
  }

  /** What has to be done, given the string's source as it is now. Once it is done, ask again. */
  next(source: string): Step {
    const own = this.source;
    if (source === own) {
      this.base = source;
      this.awaited = undefined;
      return { to: 'nothing' };
    }
    if (source === this.base) return { to: 'source', source: own };
    const pieces = own === this.base ? readString(source) : this.together(source);
    const text = textOf(pieces);
    this.awaited = { text, pieces, base: source };
    if (text !== this.text) return { to: 'text', text };
    // Only the way of writing differs, or the text has both changes already.
    this.textChanged(text, undefined);
    return this.next(source);
  }

  /** The changes of both sides; where they are at the same place the text's, which is what somebody is typing. */
  private together(source: string): readonly Piece[] {
    const theirs = readString(source);
    const before = textOf(readString(this.base));
    const [mine, others] = [changesBetween(before, this.text), changesBetween(before, textOf(theirs))];
    const changes = rebased(mine, others) ?? changesBetween(textOf(theirs), this.text);
    return changePieces(theirs, changes, this.standIns);
  }

  private remember(): void {
    for (const standIn of standInsOf(this.pieces)) this.standIns.add(standIn);
    const { text } = this;
    if (this.former.delete(text)) this.formerLength -= text.length;
    this.former.set(text, this.pieces);
    this.formerLength += text.length;
    for (const [oldest] of this.former) {
      if (this.formerLength <= MEMORY || oldest === text) break;
      this.former.delete(oldest);
      this.formerLength -= oldest.length;
    }
  }
}
