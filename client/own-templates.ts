import { CancellationTokenSource, Uri, workspace } from 'vscode';
import { FILE_SUFFIX, SETTINGS_SECTION } from '../server/protocol';
import { fileName } from './file-name';
import { walk } from './find-files';
import { readText } from './read-text';

/** A document of the user's own that new ones start from. */
export interface OwnTemplate {
  readonly id: string;
  /** The file's name without its endings. */
  readonly title: string;
  /** Where it lies, as people read it. */
  readonly place: string;
  readonly read: () => Promise<string>;
}

/** Templates beyond this are not listed. */
const MOST = 200;

/**
 * The user's own templates: the Realtime configs in the folder that `realtimeConfig.templatesFolder` names, of every workspace
 * folder, by title. Out: none where there is no such folder.
 */
export async function ownTemplates(): Promise<OwnTemplate[]> {
  const found = await Promise.all(
    (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
      const folder = workspace.getConfiguration(SETTINGS_SECTION, uri).get<string>('templatesFolder') ?? '';
      const path = folder.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
      if (path.length === 0) return [];
      const files = await walk(Uri.joinPath(uri, ...path), new CancellationTokenSource().token);
      return files.slice(0, MOST);
    }),
  );
  return found
    .flat()
    .map(toTemplate)
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

function toTemplate(uri: Uri): OwnTemplate {
  const name = fileName(uri);
  return {
    id: uri.toString(),
    title: name.slice(0, -FILE_SUFFIX.length).replace(/\.[a-z]+\.[a-z-]+$/, ''),
    place: workspace.asRelativePath(uri),
    read: async () => {
      const text = await readText(uri.toString());
      if (text === null) throw new Error(`The template "${workspace.asRelativePath(uri)}" cannot be read.`);
      return text;
    },
  };
}
