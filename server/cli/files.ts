import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { FILE_SUFFIX, FOLDERS_LEFT_OUT } from '../protocol';

/** A file to read, or a reason why an argument leads to none. */
export type Found = { readonly path: string } | { readonly name: string; readonly trouble: string };

const NO_MATCH = 'this pattern matches no file';

/**
 * The files that an argument stands for: a file as it is, whatever its name; of a directory every
 * `*.realtime.json` below it; of a glob what it matches, each match as if it were named itself.
 * @param argument as typed, relative to `cwd`; `/` works everywhere
 * @param onLook is called at each place that is looked at
 * @returns absolute paths in a fixed order, and what cannot be had; empty for a directory without documents
 */
export async function findFiles(argument: string, cwd: string, onLook: () => void): Promise<Found[]> {
  onLook();
  // An empty variable in a script must not turn into the whole directory.
  if (argument === '') return [{ name: '""', trouble: 'an argument is empty. Name a file, or "."' }];
  const path = resolve(cwd, argument);
  const name = shownPath(path, cwd);
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) return [{ path }];
    // What a shell makes of `*` must not be more than what the quoted pattern means.
    if (isLeftOut(argument)) return [];
  } catch (error) {
    // A file may be called `[a].realtime.json`, so a name is a pattern only where there is no such file.
    if (codeOf(error) === 'ENOENT' && picomatch.scan(argument).isGlob)
      return matchesOf(argument, { cwd, onLook });
    return [{ name, trouble: readTrouble(error) }];
  }
  return filesBelow(path, { cwd, onLook });
}

/** What a search needs to know. */
interface Search {
  readonly cwd: string;
  readonly onLook: () => void;
  /** Also in folders that nobody keeps documents of their own in. */
  readonly everywhere?: boolean;
}

const isLeftOut = (path: string) => FOLDERS_LEFT_OUT.includes(basename(path));

async function filesBelow(directory: string, search: Search): Promise<Found[]> {
  const found: Found[] = [];
  for await (const entry of walk(directory, search, Number.POSITIVE_INFINITY)) {
    if ('trouble' in entry) found.push(entry);
    else if (!entry.directory && entry.path.endsWith(FILE_SUFFIX)) found.push({ path: entry.path });
  }
  return found;
}

async function matchesOf(pattern: string, search: Search): Promise<Found[]> {
  // On Windows shells leave globs alone and people type backslashes.
  const portable = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const { base, glob } = picomatch.scan(portable, { nonegate: true });
  const from = resolve(search.cwd, base.replace(/\\(.)/g, '$1'));
  // For shells, `[!a]` is what `[^a]` is elsewhere.
  const isMatch = picomatch(glob, { nonegate: true, posix: true });
  // Nothing but a dot stands for the dot of a hidden file, not even `[!a]`.
  const namesHidden = /(?:^|[/{,(|])\\?\./.test(glob);
  const matches = (name: string) => isMatch(name) && (namesHidden || !/(?:^|\/)\./.test(name));
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length;
  // A `*` of a shell goes into every folder.
  const everywhere = depth !== Number.POSITIVE_INFINITY;
  const found: Found[] = [];
  if (!(await isDirectory(from))) return [{ name: pattern, trouble: NO_MATCH }];
  for await (const entry of walk(from, { ...search, everywhere }, depth)) {
    if ('trouble' in entry) found.push(entry);
    else if (!matches(shownPath(entry.path, from))) continue;
    else if (!entry.directory && !(await isDirectory(entry.path))) found.push({ path: entry.path });
    else if (!isLeftOut(entry.path)) found.push(...(await filesBelow(entry.path, search)));
  }
  return found.length > 0 ? found : [{ name: pattern, trouble: NO_MATCH }];
}

/** What lies below a directory. */
type Entry = { readonly path: string; readonly directory: boolean } | { name: string; trouble: string };

/**
 * Everything below a directory, in an order that is the same on every machine. Links to directories are not
 * followed, as with `find` and `git`: they may lead in circles. Links to files are files, and a broken one shows
 * when it is read.
 * @param depth how many levels to go down
 */
async function* walk(directory: string, search: Search, depth: number): AsyncGenerator<Entry> {
  let entries: Dirent[];
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    yield { name: shownPath(directory, search.cwd), trouble: readTrouble(error) };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (isLeftOut(path) && !search.everywhere) continue;
    search.onLook();
    yield { path, directory: entry.isDirectory() };
    if (entry.isDirectory() && depth > 1) yield* walk(path, search, depth - 1);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** A path as people see it: relative to the working directory, with `/`. */
export function shownPath(path: string, cwd: string): string {
  const name = relative(cwd, path).split(sep).join('/');
  return name === '' ? '.' : name;
}

/** Why something cannot be read or written, in words; the system's own where we have none. */
export function readTrouble(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: 'there is no such file or directory',
    ENOTDIR: 'there is no such file or directory',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    EISDIR: 'this is a directory',
    ELOOP: 'too many symbolic links',
  };
  return words[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | undefined)?.code ?? '');
}
