import {
  type Memento,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentSaveReason,
  Uri,
  workspace,
} from 'vscode';
import { addressOf, nameOf, type Target, TEXT_SCHEME, targetOf } from './address';
import { isShown, openDocument } from './documents';
import { Link } from './link';
import { pathText, stringAtPointer } from './place';
import type { TextFile } from './saver';
import type { TextSource } from './text-files';
import type { Trouble } from './trouble';

/** Strings that have moved, by the addresses of their text documents, which stay as they are. */
const MOVED = 'movedTexts';

/** Who has more texts open than that at once does not miss the others when the window is loaded anew. */
const MOST_MOVED = 50;

/** All text documents that are open, and what happens to them and to the documents that they belong to. */
export class Texts implements TextSource {
  private readonly links = new Map<string, Link>();
  private readonly opening = new Map<string, Promise<Link>>();
  private readonly reasons = new WeakMap<TextDocument, TextDocumentSaveReason>();
  /**
   * Files of texts whose last tab is closed, as long as VS Code keeps their documents: were they later than what it has read,
   * it would bring a document up to date at the same time as we do.
   */
  private readonly kept = new Map<string, TextFile>();
  /** Files that documents without one have been saved as, which VS Code closes a little later. */
  private readonly heirs = new Map<string, Uri>();
  private readonly told = new WeakMap<Link, Trouble>();

  /**
   * @param memory where it is kept which strings have moved
   * @param onStranded called when somebody writes what cannot be written where it belongs
   */
  constructor(
    private readonly memory: Memento,
    private readonly onStranded: (link: Link) => void,
  ) {}

  /** The address of the text document for a string: that of an open one, or a new one. */
  addressFor(target: Target): Uri {
    const open = [...this.links.values()].find(({ target: own }) => isSame(own, target));
    if (open) return open.address;
    let copy = 0;
    while (this.links.has(addressOf(target, copy).toString())) copy++;
    const address = addressOf(target, copy);
    this.remember(address, undefined);
    return address;
  }

  /** The link of a text document; made when there is none. Rejects where its string cannot be found. */
  async linkOf(address: Uri): Promise<Link> {
    const key = address.toString();
    const link = this.links.get(key);
    if (link) return link;
    const opening = this.opening.get(key) ?? this.connect(address);
    this.opening.set(key, opening);
    return opening.finally(() => this.opening.delete(key));
  }

  isAutomatic(address: Uri): boolean {
    const document = openDocument(address);
    const reason = document && this.reasons.get(document);
    return reason !== undefined && reason !== TextDocumentSaveReason.Manual;
  }

  private async connect(address: Uri): Promise<Link> {
    const target = this.moved()[address.toString()] ?? targetOf(address);
    if (!target) throw new Error('The address names no text.');
    const document = await workspace.openTextDocument(Uri.parse(target.uri));
    if (!document.isUntitled && !workspace.fs.isWritableFileSystem(document.uri.scheme)) {
      throw new Error(`"${nameOf(document.uri)}" cannot be changed here. Open the file itself.`);
    }
    const place = stringAtPointer(document.getText(), target.pointer);
    if (!place) throw new Error(`There is no text at "${pathText(target.pointer)}" any more.`);
    const link = new Link(address, document.uri, place, this.kept.get(address.toString()), () =>
      this.remember(address, link.target),
    );
    this.links.set(address.toString(), link);
    return link;
  }

  private moved(): Readonly<Record<string, Target>> {
    return this.memory.get<Record<string, Target>>(MOVED, {});
  }

  private remember(address: Uri, target: Target | undefined): void {
    const { [address.toString()]: known, ...others } = this.moved();
    if (!known && !target) return;
    const kept = Object.entries(others).slice(1 - MOST_MOVED);
    const own = target ? [[address.toString(), target] as const] : [];
    void this.memory.update(MOVED, Object.fromEntries([...kept, ...own]));
  }

  /** A document was opened: a text, perhaps one that VS Code brings back, or the home of texts. */
  opened(document: TextDocument): void {
    if (document.uri.scheme === TEXT_SCHEME) void this.adopt(document).catch(() => undefined);
    else for (const link of this.linksIn(document)) void link.sync();
    this.findHeir(document);
  }

  /** A document that gets the very text of one without a file, while that is still there, is what it is saved as. */
  private findHeir({ uri, isUntitled, getText }: TextDocument): void {
    if (isUntitled || uri.scheme === TEXT_SCHEME || !workspace.fs.isWritableFileSystem(uri.scheme)) return;
    for (const { jsonDocument } of this.links.values()) {
      if (jsonDocument?.isUntitled && jsonDocument.getText() === getText()) {
        this.heirs.set(jsonDocument.uri.toString(), uri);
      }
    }
  }

  private async adopt(document: TextDocument): Promise<void> {
    const link = await this.linkOf(document.uri);
    link.textOpened(document);
    await link.sync();
  }

  /** A tab was opened: VS Code may have kept the document of a text since its last one was closed. */
  shown(address: Uri): void {
    const document = address.scheme === TEXT_SCHEME ? openDocument(address) : undefined;
    if (document) void this.adopt(document).catch(() => undefined);
  }

  /** A tab was closed: what nobody looks at any more is not kept up, and writes nothing. */
  hidden(address: Uri): void {
    const link = isShown(address) ? undefined : this.links.get(address.toString());
    if (!link) return;
    this.links.delete(address.toString());
    if (link.textDocument) this.kept.set(address.toString(), link.saver.file);
  }

  closed(document: TextDocument): void {
    // A document that gets another language is closed and opened again.
    const isGone = !openDocument(document.uri);
    if (document.uri.scheme === TEXT_SCHEME) {
      if (isGone) {
        this.links.delete(document.uri.toString());
        this.kept.delete(document.uri.toString());
      }
      return;
    }
    const key = document.uri.toString();
    for (const link of this.linksIn(document)) {
      link.jsonClosed();
      if (isGone && document.isUntitled) link.moveTo(this.heirs.get(key));
    }
    // Others may get the same name.
    this.heirs.delete(key);
  }

  changed(event: TextDocumentChangeEvent): void {
    const { document, contentChanges } = event;
    if (document.uri.scheme !== TEXT_SCHEME) {
      for (const link of this.linksIn(document)) {
        link.jsonChanged(event);
        void link.sync();
      }
      this.findHeir(document);
      return;
    }
    const link = this.links.get(document.uri.toString());
    if (!link) {
      // Its string could not be found when it was opened; it may be there by now.
      if (document.isDirty) void this.adopt(document).catch(() => undefined);
      return;
    }
    link.textChanged(event);
    const isTyped = contentChanges.length > 0;
    void link.sync().then(() => {
      if (isTyped) this.tellOnce(link);
    });
  }

  /** Whoever types on has been told. */
  private tellOnce(link: Link): void {
    if (!link.trouble) this.told.delete(link);
    else if (link.isAhead && this.told.get(link) !== link.trouble) {
      this.told.set(link, link.trouble);
      this.onStranded(link);
    }
  }

  willSave(document: TextDocument, reason: TextDocumentSaveReason): void {
    this.reasons.set(document, reason);
  }

  /** A JSON document was saved, and with it its texts; what VS Code saves by itself it saves in both. */
  saved(document: TextDocument): void {
    const isManual = (this.reasons.get(document) ?? 1) === TextDocumentSaveReason.Manual;
    for (const link of this.linksIn(document)) {
      link.jsonSaved();
      if (isManual) void link.sync().then(() => link.saver.saveQuietly());
    }
  }

  /** Files, or folders with files in them, have another name. */
  renamed(from: Uri, to: Uri): void {
    for (const link of this.links.values()) {
      if (link.isLost) continue;
      const { path, scheme, authority } = link.file;
      const isOther = scheme !== from.scheme || authority !== from.authority;
      if (isOther || (path !== from.path && !path.startsWith(`${from.path}/`))) continue;
      link.moveTo(link.file.with({ path: to.path + path.slice(from.path.length) }));
      void link.sync();
    }
  }

  private linksIn({ uri }: TextDocument): Link[] {
    const key = uri.toString();
    return [...this.links.values()].filter((link) => !link.isLost && link.file.toString() === key);
  }
}

const isSame = (one: Target, other: Target) => one.uri === other.uri && one.pointer === other.pointer;
