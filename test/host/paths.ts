import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The project's root folder, which is also the folder of the extension under development. */
export const projectRoot = join(__dirname, '..', '..');

/**
 * The folder for everything that is downloaded or generated to run a VS Code; git ignores it.
 * @returns its absolute path; the folder exists afterwards
 */
export function cacheFolder(): string {
  const folder = join(projectRoot, '.vscode-test');
  mkdirSync(folder, { recursive: true });
  return folder;
}
