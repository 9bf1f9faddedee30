/** The decoded path of a URI, with `/`; of `untitled:Untitled-1` that is `Untitled-1`. Works for every scheme. */
export function pathOfUri(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: the text as it is names the file best.
    return path;
  }
}

/** The innermost of the folders that a path lies in, or undefined. */
export function folderOf(path: string, folders: readonly string[]): string | undefined {
  return folders
    .filter((folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The URIs of the folders that a document lies in, innermost first; none for an unsaved one. */
export function parentsOf(uri: string): string[] {
  const [, root, path] = /^([a-z][\w+.-]*:(?:\/\/[^/]*)?)(\/[^?#]*)/i.exec(uri) ?? [];
  if (root === undefined || path === undefined || root.startsWith('untitled')) return [];
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => root + steps.slice(0, steps.length - index).join('/'));
}
