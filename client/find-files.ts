import {
  type CancellationToken,
  CancellationTokenSource,
  FileType,
  RelativePattern,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { FILE_SUFFIX, FOLDERS_LEFT_OUT } from '../server/protocol';

/** Where VS Code always has a search. */
const ON_DISK = ['file', 'vscode-remote'];

/** How long a search elsewhere may take before the folders are looked through. */
const PATIENCE_MS = 1000;

/** So many folders are looked through: each may be a request to a server far away. */
const MOST_FOLDERS = 2000;

/**
 * The URIs of every `*.realtime.json` of the workspace. In: a token that ends the search. Out: URIs as text, in any
 * order; what people have excluded from their files is not among them.
 */
export async function findFiles(token: CancellationToken): Promise<string[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => filesIn(folder, token)));
  return found.flat().map(String);
}

/**
 * Other file systems than disks may bring a search of their own. VS Code waits for ever for one that does not come, and
 * nothing tells beforehand: then the folders are looked through.
 */
async function filesIn(folder: WorkspaceFolder, token: CancellationToken): Promise<Uri[]> {
  if (ON_DISK.includes(folder.uri.scheme)) return search(folder, token);
  const source = new CancellationTokenSource();
  const end = token.onCancellationRequested(() => source.cancel());
  try {
    const walked = pause(PATIENCE_MS).then(() => walk(folder.uri, source.token));
    return await Promise.race([search(folder, source.token), walked]);
  } finally {
    end.dispose();
    source.cancel();
    source.dispose();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function search(folder: WorkspaceFolder, token: CancellationToken): Promise<Uri[]> {
  const everywhere = new RelativePattern(folder, `**/*${FILE_SUFFIX}`);
  const leftOut = new RelativePattern(folder, `**/{${FOLDERS_LEFT_OUT.join(',')}}/**`);
  return workspace.findFiles(everywhere, leftOut, undefined, token);
}

/**
 * The Realtime configs below a folder of any file system, found by looking into each folder. In: the folder, and a token
 * that ends the search.
 */
export async function walk(folder: Uri, token: CancellationToken): Promise<Uri[]> {
  const found: Uri[] = [];
  const open = [folder];
  for (let count = 0; count < MOST_FOLDERS && !token.isCancellationRequested; count++) {
    const next = open.shift();
    if (!next) break;
    for (const [name, type] of await entriesOf(next)) {
      const uri = Uri.joinPath(next, name);
      if (type === FileType.Directory && !FOLDERS_LEFT_OUT.includes(name)) open.push(uri);
      else if (type & FileType.File && name.endsWith(FILE_SUFFIX)) found.push(uri);
    }
  }
  return found;
}

/** A folder that cannot be read is as good as empty. */
async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
