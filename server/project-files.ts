import { PROJECT_FILE, type ReadConfig, readConfig } from './config/read-config';
import type { PlacedConfig } from './config/resolve';
import { parentsOf, pathOfUri } from './uri';

/** A project file that was found. */
export interface ProjectFile extends PlacedConfig {
  readonly uri: string;
  readonly text: string;
  readonly faults: ReadConfig['faults'];
}

/** The project files above documents, each read once until it changes. */
export interface ProjectFiles {
  /** The nearest one above a document; undefined where there is none. */
  readonly above: (uri: string) => Promise<ProjectFile | undefined>;
  /** Forgets what was read. */
  readonly changed: () => void;
}

/**
 * Looks for project files.
 * @param readText the text of a file, undefined where there is none
 * @param told of each file that has faults, once each time it is read
 */
export function projectFiles(
  readText: (uri: string) => Promise<string | undefined>,
  told: (file: ProjectFile) => void,
): ProjectFiles {
  let known = new Map<string, Promise<ProjectFile | undefined>>();
  const read = async (folder: string): Promise<ProjectFile | undefined> => {
    const uri = `${folder}/${PROJECT_FILE}`;
    const text = await readText(uri).catch(() => undefined);
    if (text === undefined) return undefined;
    const file = { ...readConfig(text), uri, text, folder: pathOfUri(folder) };
    if (file.faults.length > 0) told(file);
    return file;
  };
  return {
    above: async (uri) => {
      const files = known;
      for (const folder of parentsOf(uri)) {
        const file = files.get(folder) ?? read(folder);
        files.set(folder, file);
        const found = await file;
        if (found) return found;
      }
      return undefined;
    },
    changed: () => {
      known = new Map();
    },
  };
}
