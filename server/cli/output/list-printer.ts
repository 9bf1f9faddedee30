import type { Sink } from '../io';

/** Stands for the list while the text around it is made; no text of ours holds it. */
const HOLE = '\u0000';
const WRITTEN = JSON.stringify(HOLE);

/**
 * Prints a JSON text around one list whose entries come one by one, so that nobody has to hold them all. It comes out
 * as `JSON.stringify(…, null, 2)` of the whole would.
 */
export class ListPrinter<Entry, End> {
  private count = 0;
  /** A line end and the blanks before an entry. */
  private indent = '\n';

  /**
   * @param frame the whole value around a list; what stands before the list may not depend on `end`, which is
   *   undefined until the end
   */
  constructor(
    private readonly out: Sink,
    private readonly frame: (list: readonly unknown[], end: End | undefined) => unknown,
  ) {}

  /** Prints one entry; the first brings with it what stands before the list. */
  add(entry: Entry): void {
    let before = `,${this.indent}`;
    if (this.count++ === 0) {
      [before = ''] = this.textAround(undefined);
      this.indent = /\n *$/.exec(before)?.[0] ?? '';
    }
    this.out.write(before + JSON.stringify(entry, null, 2).replaceAll('\n', this.indent));
  }

  /** Prints the rest, or with no entry the whole. */
  end(end: End): void {
    const [, tail = ''] = this.textAround(end);
    this.out.write(this.count === 0 ? `${JSON.stringify(this.frame([], end), null, 2)}\n` : `${tail}\n`);
  }

  private textAround(end: End | undefined): string[] {
    return JSON.stringify(this.frame([HOLE], end), null, 2).split(WRITTEN);
  }
}
