import {
  EndOfLine,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type Uri,
  workspace,
} from 'vscode';
import type { Target } from './address';
import {
  changesIn,
  changesInside,
  changesTo,
  documentOffset,
  isShown,
  openDocument,
  plainText,
} from './documents';
import type { Place } from './place';
import { Saver, type TextFile } from './saver';
import { Sides } from './sides';
import { Tracker } from './tracker';
import type { Trouble } from './trouble';
import { Writer } from './write';

/** More than any number of people could type at once: what goes on longer goes round in circles. */
const MOST_STEPS = 50;

/** Keeps one text document and one string of a JSON document alike, for as long as the text document is open. */
export class Link {
  /** Whether the JSON document was closed without having ever been saved. */
  isLost = false;
  /** Why the text cannot be written at present. */
  trouble: Trouble | undefined;
  readonly saver: Saver;
  private readonly sides: Sides;
  private readonly tracker: Tracker;
  private readonly json = new Writer();
  private readonly text = new Writer();
  /** The string's source in the JSON document's file. */
  private saved: string;
  private running: Promise<void> | undefined;
  private isStale = false;
  private isUndoing = false;
  private eol: EndOfLine | undefined;

  /**
   * @param address of the text document
   * @param file the JSON document
   * @param place the string in it
   * @param known the text document's file, if VS Code has it already
   * @param onMove called when the string is found at another place than before
   */
  constructor(
    readonly address: Uri,
    private home: Uri,
    place: Place,
    known: TextFile | undefined,
    private readonly onMove: () => void,
  ) {
    this.sides = new Sides(place.source);
    this.tracker = new Tracker(place, onMove);
    this.saved = place.source;
    this.saver = new Saver(this, known ?? { stored: this.fileText, storedAt: 1 });
  }

  /** The JSON document. */
  get file(): Uri {
    return this.home;
  }

  /** Which string it is, now. */
  get target(): Target {
    return { uri: this.home.toString(), pointer: this.tracker.place.pointer };
  }

  get textDocument(): TextDocument | undefined {
    return openDocument(this.address);
  }

  get jsonDocument(): TextDocument | undefined {
    return this.isLost ? undefined : openDocument(this.home);
  }

  /** The text as a file of it has it: with the line ends that the string has most of. */
  get fileText(): string {
    const { text, lineEnd } = this.sides;
    return lineEnd === '\r\n' ? text.replaceAll('\n', '\r\n') : text;
  }

  /** Where the text document has what the JSON document has at an offset; undefined outside of the string. */
  textOffset(document: TextDocument, jsonOffset: number): number | undefined {
    const { offset, length } = this.tracker.place;
    const within = jsonOffset - offset - 1;
    if (within < 0 || within > length - 2) return undefined;
    return documentOffset(document, this.sides.text, this.sides.textOffset(within));
  }

  /** Whether the text holds what the JSON document does not have. */
  get isAhead(): boolean {
    return this.sides.isAhead;
  }

  /**
   * The text document is open. What was not saved of it is more than its string has, and VS Code may have brought it
   * back; what it has kept of a document that was closed is old.
   */
  textOpened(document: TextDocument): void {
    this.eol = document.eol;
    this.textIs(document.getText());
    if (!document.isDirty) this.sides.textIsOld();
  }

  /** Takes over a text whose changes nobody has told. */
  textIs(text: string): void {
    this.sides.textChanged(text.replace(/\r\n?/g, '\n'), undefined);
  }

  /** Takes over what the text document has become. */
  textChanged({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const { text } = this.sides;
    const hasNewEnds = this.eol !== undefined && this.eol !== document.eol && plainText(document) === text;
    this.eol = document.eol;
    if (hasNewEnds) this.sides.lineEndsChanged(document.eol === EndOfLine.LF ? '\n' : '\r\n');
    if (hasNewEnds || contentChanges.length === 0) return;
    this.isUndoing = reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo;
    const changes = changesIn(contentChanges, text);
    const isTyped = this.sides.textChanged(plainText(document), changes, this.isUndoing);
    if (isTyped) this.saver.typed();
  }

  /** Follows the string through changes of the JSON document. */
  jsonChanged(event: TextDocumentChangeEvent): void {
    this.tracker.follow(event);
  }

  /** The JSON document was closed: what was not saved of it is gone. */
  jsonClosed(): void {
    this.tracker.forget();
    this.sides.fallBack(this.saved);
  }

  /** The JSON document has what its file has. */
  jsonSaved(): void {
    this.saved = this.tracker.place.source;
  }

  /** The JSON document is elsewhere from now on; without a place it is gone, and others may get its name. */
  moveTo(file: Uri | undefined): void {
    this.isLost = file === undefined;
    this.home = file ?? this.home;
    this.tracker.forget();
    this.onMove();
  }

  /** Makes both sides alike. Resolves when they are, or when `trouble` says why they cannot be. */
  async sync(): Promise<void> {
    this.isStale = true;
    // Whoever comes while both are made alike has it done once more.
    while (this.isStale) {
      this.running ??= this.run();
      await this.running;
    }
  }

  private async run(): Promise<void> {
    try {
      this.isStale = false;
      await this.settle();
    } finally {
      this.running = undefined;
    }
  }

  private async settle(): Promise<void> {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const document = await this.jsonOpened();
      if (!document) return;
      const place = this.tracker.locate(document);
      this.trouble = typeof place === 'string' ? place : undefined;
      if (typeof place === 'string') return;
      const step = this.sides.next(place.source);
      if (step.to === 'nothing') return;
      if (step.to === 'text') {
        if (!(await this.writeText(document, step.text))) return;
      } else if (!(await this.writeSource(document, place, step.source))) {
        this.trouble = 'locked';
        return;
      }
    }
  }

  /** The JSON document; a closed one is left alone as long as nothing has to be written there. */
  private async jsonOpened(): Promise<TextDocument | undefined> {
    const document = this.jsonDocument;
    if (document || !(this.isAhead || this.trouble === 'gone')) return document;
    try {
      if (this.isLost) throw new Error('There is no such document any more.');
      return await workspace.openTextDocument(this.home);
    } catch {
      this.trouble = 'gone';
      return undefined;
    }
  }

  /** Out: false where the document cannot be changed. */
  private async writeSource(document: TextDocument, place: Place, source: string): Promise<boolean> {
    const { version } = document;
    await this.json.write(document, changesInside(place, source), this.isUndoing);
    return document.version !== version;
  }

  /** Out: false where nobody looks at the text document: an edit would bring its tab back. */
  private async writeText(json: TextDocument, text: string): Promise<boolean> {
    const document = this.textDocument;
    if (!document || !isShown(this.address)) return false;
    await this.text.write(document, changesTo(document, text), false);
    // The file has changed, or the changes of the document were taken back: the text is what is saved.
    if (!json.isDirty && !json.isUntitled) {
      this.jsonSaved();
      void this.saver.saveQuietly();
    }
    return true;
  }
}
