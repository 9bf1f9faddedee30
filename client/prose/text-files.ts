import {
  type Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import { TEXT_SCHEME } from './address';
import type { Link } from './link';
import { troubleText } from './trouble';

/**
 * With a byte order mark VS Code reads and writes UTF-8, whatever encoding the user's settings name or have guessed.
 */
const MARK = '\uFEFF';

/** What the files of texts need of those who keep them. */
export interface TextSource {
  /** Rejects where there is no such string. */
  linkOf(address: Uri): Promise<Link>;
  /** Whether VS Code is about to save by itself. */
  isAutomatic(address: Uri): boolean;
}

/** Serves each text as a file, so that its document can be saved, compared and closed like any other. */
export function serveTexts(source: TextSource): Disposable {
  return workspace.registerFileSystemProvider(TEXT_SCHEME, new TextFiles(source), { isCaseSensitive: true });
}

class TextFiles implements FileSystemProvider {
  // Texts change through their documents alone.
  readonly onDidChangeFile: Event<FileChangeEvent[]> = new EventEmitter<FileChangeEvent[]>().event;

  constructor(private readonly source: TextSource) {}

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  async stat(address: Uri): Promise<FileStat> {
    const { storedAt, stored } = (await this.linkOf(address)).saver.file;
    return { type: FileType.File, ctime: 0, mtime: storedAt, size: bytesOf(stored).length };
  }

  async readFile(address: Uri): Promise<Uint8Array> {
    return bytesOf((await this.linkOf(address)).saver.file.stored);
  }

  async writeFile(address: Uri, content: Uint8Array): Promise<void> {
    const link = await this.linkOf(address);
    const text = new TextDecoder().decode(content);
    if (await link.saver.save(text, this.source.isAutomatic(address))) return;
    const { trouble, file, target } = link;
    throw FileSystemError.Unavailable(
      troubleText({ trouble: trouble ?? 'unsaved', file, pointer: target.pointer }),
    );
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(address: Uri): void {
    throw FileSystemError.NoPermissions(address);
  }

  delete(address: Uri): void {
    throw FileSystemError.NoPermissions(address);
  }

  rename(address: Uri): void {
    throw FileSystemError.NoPermissions(address);
  }

  private async linkOf(address: Uri): Promise<Link> {
    try {
      return await this.source.linkOf(address);
    } catch {
      throw FileSystemError.FileNotFound(address);
    }
  }
}

/** The decoder drops the mark again. */
const bytesOf = (text: string) => new TextEncoder().encode(MARK + text);
