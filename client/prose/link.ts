import {
  EndOfLine,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type Uri,
  workspace,
} from 'vscode';
import type { Target } from './address';
import { changesBetween } from './compare';
import { changesIn, changesTo, documentOffset, openDocument, plainText } from './documents';
import type { Place } from './place';
import { Sides } from './sides';
import { Tracker } from './tracker';
import type { Trouble } from './trouble';
import { isSavedAsIs, Writer } from './write';

/** More than any number of people could type at once: what goes on longer goes round in circles. */
const MOST_STEPS = 50;

/** Keeps one text document and one string of a JSON document alike, for as long as the text document is open. */
export class Link {
  /** Why the text cannot be written at present. */
  trouble: Trouble | undefined;
  /** What VS Code reads as the text document's file: the text when either side was saved last. */
  stored: string;
  /** Raised whenever VS Code has written that file. */
  storedAt = 1;
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
  /** Whether the text document alone is being saved, because its string is saved already. */
  private isQuiet = false;
  private isSaving = false;

  /**
   * @param address of the text document
   * @param file the JSON document
   * @param place the string in it
   * @param onMove called when the string is found at another place than before
   */
  constructor(
    readonly address: Uri,
    private home: Uri,
    place: Place,
    private readonly onMove: () => void,
  ) {
    this.sides = new Sides(place.source);
    this.tracker = new Tracker(place, onMove);
    this.saved = place.source;
    this.stored = this.fileText;
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
    return openDocument(this.home);
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

  /** The text document is open; it may hold more than its file when VS Code brings back what was not saved. */
  textOpened(document: TextDocument): void {
    this.eol = document.eol;
    this.textIs(document.getText());
  }

  /** Takes over a text whose changes nobody has told. */
  private textIs(text: string): void {
    this.sides.textChanged(text.replace(/\r\n?/g, '\n'), undefined);
  }

  /** Takes over what the text document has become. */
  textChanged({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const { text } = this.sides;
    const hasNewEnds = this.eol !== undefined && this.eol !== document.eol && contentChanges.length === 0;
    this.eol = document.eol;
    if (hasNewEnds) this.sides.lineEndsChanged(document.eol === EndOfLine.LF ? '\n' : '\r\n');
    if (contentChanges.length === 0) return;
    this.isUndoing = reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo;
    const changes = changesIn(contentChanges, text);
    const isTyped = this.sides.textChanged(plainText(document), changes, this.isUndoing);
    // VS Code ignores whoever saves while it is about to save already: what is typed now may have been saved aloud.
    if (isTyped) this.isQuiet = false;
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

  /** The JSON document is elsewhere from now on. */
  moveTo(file: Uri): void {
    this.home = file;
    this.tracker.forget();
    this.onMove();
  }

  /** Makes both sides alike. Resolves when they are, or when `trouble` says why they cannot be. */
  async sync(): Promise<void> {
    this.isStale = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      await this.settle();
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
      if (step.to === 'source') await this.writeSource(document, place, step.source);
      else if (!(await this.writeText(document, step.text))) return;
    }
  }

  /** The JSON document; a closed one is left alone as long as nothing has to be written there. */
  private async jsonOpened(): Promise<TextDocument | undefined> {
    const document = this.jsonDocument;
    if (document || !(this.isAhead || this.trouble === 'gone')) return document;
    try {
      return await workspace.openTextDocument(this.home);
    } catch {
      this.trouble = 'gone';
      return undefined;
    }
  }

  private async writeSource(document: TextDocument, place: Place, source: string): Promise<void> {
    const from = place.offset + 1;
    const changes = changesBetween(place.source, source).map(({ start, end, text }) => ({
      start: from + start,
      end: from + end,
      text,
    }));
    await this.json.write(document, changes, this.isUndoing);
  }

  /** Out: false where there is no text document any more. */
  private async writeText(json: TextDocument, text: string): Promise<boolean> {
    const document = this.textDocument;
    if (!document) return false;
    await this.text.write(document, changesTo(document, text), false);
    // The file has changed, or the changes of the document were taken back: the text is what is saved.
    if (!json.isDirty && !json.isUntitled) {
      this.jsonSaved();
      void this.saveQuietly();
    }
    return true;
  }

  /** Saves the text document where nothing has to be written for that, and where saving would not change it. */
  async saveQuietly(): Promise<void> {
    const document = this.textDocument;
    if (!document?.isDirty || this.isSaving || this.isQuiet || !isSavedAsIs(document)) return;
    this.isQuiet = true;
    await document.save().then(undefined, () => false);
    this.isQuiet = false;
  }

  /**
   * VS Code saves the text document: so does the JSON document. In: the text; whether nobody asked for it, as with
   * auto save. Out: whether everything is saved; `trouble` says why it is not.
   */
  async save(text: string, isAutomatic: boolean): Promise<boolean> {
    if (!this.isQuiet) {
      this.isSaving = true;
      try {
        if (!(await this.saveJson(text, isAutomatic))) return false;
      } finally {
        this.isSaving = false;
      }
    }
    this.stored = text;
    this.storedAt++;
    return true;
  }

  private async saveJson(text: string, isAutomatic: boolean): Promise<boolean> {
    if (!this.textDocument) this.textIs(text);
    await this.sync();
    if (this.trouble) return false;
    const document = this.jsonDocument;
    if (!document?.isDirty) return true;
    // A document without a file asks for one, and is safe as it is when nobody answers.
    if (document.isUntitled) return isAutomatic || document.save().then(() => true);
    return document.save();
  }
}
