import * as vscode from 'vscode';

/** A file system that is nowhere but in memory, as that of a repository opened in a browser: a virtual workspace. */

// Replaced by the bundler: the text of each file by its path.
declare const WORKSPACE_FILES: Readonly<Record<string, string>>;

type Entry = { readonly created: number; changed: number; content?: Uint8Array };

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private clock = 1;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { created, changed, content } = this.entry(uri);
    const type = content ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: created, mtime: changed, size: content?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.entry(uri);
    const inside = [...this.entries.keys()].filter((path) => parent(path) === trimmed(uri.path));
    return inside.map((path) => [
      path.slice(path.lastIndexOf('/') + 1),
      this.entries.get(path)?.content ? vscode.FileType.File : vscode.FileType.Directory,
    ]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { content } = this.entry(uri);
    if (!content) throw vscode.FileSystemError.FileIsADirectory(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const exists = this.entries.has(trimmed(uri.path));
    if (!exists && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (exists && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.write(uri.path, content);
    this.tell(exists ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  createDirectory(uri: vscode.Uri): void {
    this.makeFolder(trimmed(uri.path));
  }

  delete(uri: vscode.Uri): void {
    this.entry(uri);
    const gone = trimmed(uri.path);
    for (const path of [...this.entries.keys()]) {
      if (path === gone || path.startsWith(`${gone}/`)) this.entries.delete(path);
    }
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from), { create: true, overwrite: true });
    this.delete(from);
  }

  private entry(uri: vscode.Uri): Entry {
    const found = this.entries.get(trimmed(uri.path));
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  }

  private write(path: string, content: Uint8Array): void {
    this.makeFolder(parent(trimmed(path)));
    const now = this.clock++;
    const created = this.entries.get(trimmed(path))?.created ?? now;
    this.entries.set(trimmed(path), { created, changed: now, content });
  }

  private makeFolder(path: string): void {
    if (this.entries.has(path)) return;
    if (path !== '') this.makeFolder(parent(path));
    const now = this.clock++;
    this.entries.set(path, { created: now, changed: now });
  }

  private tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.changes.fire([{ type, uri }]);
  }
}

/** A path without the slash at its end; the root is empty. */
function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}

/** The folder a path lies in; the root's is no path that exists. */
function parent(path: string): string {
  return path === '' ? '..' : path.slice(0, path.lastIndexOf('/'));
}

/** Entry of the extension. */
export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles(WORKSPACE_FILES);
  const options = { isCaseSensitive: true };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', files, options));
}
