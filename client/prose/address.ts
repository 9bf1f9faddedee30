import { Uri } from 'vscode';
import { pathText } from './place';

/** The scheme of the documents that show a string as text. */
export const TEXT_SCHEME = 'realtime-text';

/** Which string a text document shows: of which document, by its RFC 6901 pointer. */
export interface Target {
  readonly uri: string;
  readonly pointer: string;
}

/**
 * The address of the text document for a string; it says everything that is needed to find the string again, as when a
 * window is loaded anew. In: the string; a number other than 0 where another document has the address already.
 */
export function addressOf({ uri, pointer }: Target, copy = 0): Uri {
  const file = nameOf(Uri.parse(uri));
  const query = JSON.stringify(copy === 0 ? { uri, pointer } : { uri, pointer, copy });
  return Uri.from({ scheme: TEXT_SCHEME, path: `/${file}/${fileNameOf(pointer)}`, query });
}

const LONGEST = 80;

/** The name of a file that holds the text at a pointer, without what names of files cannot have. */
export function fileNameOf(pointer: string): string {
  const name = (pathText(pointer) || 'text').replace(/[\\/:*?"<>|]/g, '_');
  return `${name.slice(-LONGEST)}.md`;
}

/** The string that an address was made for; undefined for any other address. */
export function targetOf(address: Uri): Target | undefined {
  try {
    const { uri, pointer } = JSON.parse(address.query) as Partial<Target>;
    if (typeof uri === 'string' && typeof pointer === 'string') return { uri, pointer };
  } catch {
    // Somebody else's address.
  }
  return undefined;
}

/** The last part of a path. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
