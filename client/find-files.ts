import { type CancellationToken, FileType, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { FILE_SUFFIX, FOLDERS_LEFT_OUT } from '../server/protocol';

/** So many folders are looked into where there is no search: each may be a request to a server far away. */
const MOST_FOLDERS = 2000;

/**
 * The URIs of every `*.realtime.json` of the workspace. In: a token that ends the search. Out: URIs as text, in any
 * order; what people have excluded from their files is not among them.
 */
export async function findFiles(token: CancellationToken): Promise<string[]> {
  const found = await workspace.findFiles(
    `**/*${FILE_SUFFIX}`,
    `**/{${FOLDERS_LEFT_OUT.join(',')}}/**`,
    undefined,
    token,
  );
  // VS Code searches disks; of other file systems only those that bring a search of their own.
  const unsearched = (workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme !== 'file' && !found.some(({ scheme }) => scheme === uri.scheme),
  );
  const walked = await Promise.all(unsearched.map((folder) => walk(folder, token)));
  return [...found, ...walked.flat()].map(String);
}

async function walk(folder: WorkspaceFolder, token: CancellationToken): Promise<Uri[]> {
  const found: Uri[] = [];
  const open = [folder.uri];
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
