import type { TextDocument, TextDocumentChangeEvent } from 'vscode';
import { type DocumentChange, findAgain, movedOffset, type Place, stringAtPointer, stringsIn } from './place';

/** What is known of the string as long as its document stays open. */
interface Tracked {
  readonly document: TextDocument;
  readonly version: number;
  readonly place: Place | undefined;
  /** Where the string starts and how far it reaches, also while it is broken. */
  readonly offset: number;
  readonly length: number;
}

/** Knows where a string is in its JSON document, whatever happens to that. */
export class Tracker {
  private tracked: Tracked | undefined;

  /**
   * @param place where the string is now
   * @param onMove called when its pointer has become another one
   */
  constructor(
    private last: Place,
    private readonly onMove: () => void,
  ) {}

  /** The place as it was known last. */
  get place(): Place {
    return this.last;
  }

  /** The document is closed, or another one. */
  forget(): void {
    this.tracked = undefined;
  }

  /** Follows the string through a change of its document. */
  follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const { tracked } = this;
    if (tracked?.document !== document || contentChanges.length === 0) return;
    const offset = movedOffset(tracked, contentChanges);
    this.tracked = undefined;
    if (offset === undefined) return;
    const place = stringsIn(document.getText()).find((one) => one.offset === offset);
    this.track(document, place, { offset, length: lengthAfter(tracked, contentChanges) });
  }

  /** Where the string is in its document as it is now; else whether it is gone, or broken where it was. */
  locate(document: TextDocument): Place | 'missing' | 'broken' {
    const { tracked, last } = this;
    if (tracked?.document !== document || tracked.version !== document.version) {
      this.tracked = undefined;
      const text = document.getText();
      const named = stringAtPointer(text, last.pointer);
      const place = named && String(named.names) === String(last.names) ? named : findAgain(text, last);
      if (!place) return 'missing';
      this.track(document, place, place);
    }
    return this.tracked?.place ?? 'broken';
  }

  private track(
    document: TextDocument,
    place: Place | undefined,
    { offset, length }: Pick<Place, 'offset' | 'length'>,
  ): void {
    const { version } = document;
    this.tracked = { document, version, place, offset, length: place?.length ?? length };
    if (!place) return;
    const isElsewhere = place.pointer !== this.last.pointer;
    this.last = place;
    if (isElsewhere) this.onMove();
  }
}

/** How long a string is after changes, if they leave its quotes alone. */
function lengthAfter({ offset, length }: Tracked, changes: readonly DocumentChange[]): number {
  const end = offset + length;
  return changes
    .filter(({ rangeOffset }) => rangeOffset > offset && rangeOffset < end)
    .reduce((sum, { rangeLength, text }) => sum + text.length - rangeLength, length);
}
