import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FILE_SUFFIX, FOLDERS_LEFT_OUT } from './protocol';

/**
 * The documents below a folder of this machine, in an order that is the same on every machine. Links to folders are
 * not followed: they may lead in circles. A folder that cannot be read is as good as empty.
 * @param folder a `file:` URI; of others nothing is found
 * @param isUnwanted whether nobody waits for the answer any more; the search ends then
 * @returns URIs that begin with the folder's as it was given
 */
export async function findFilesBelow(folder: string, isUnwanted: () => boolean): Promise<string[]> {
  if (!folder.startsWith('file:')) return [];
  const found: string[] = [];
  const open = [folder.replace(/\/$/, '')];
  for (let next = open.pop(); next !== undefined && !isUnwanted(); next = open.pop()) {
    const entries = await entriesOf(next);
    for (const entry of entries) {
      const uri = `${next}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory()) {
        if (!FOLDERS_LEFT_OUT.includes(entry.name)) open.push(uri);
      } else if (entry.name.endsWith(FILE_SUFFIX)) found.push(uri);
    }
  }
  return found.sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(fileURLToPath(folder), { withFileTypes: true });
  } catch {
    return [];
  }
}
