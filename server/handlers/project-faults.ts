import type { Connection } from 'vscode-languageserver';
import type { ProjectFile } from '../project-files';
import { pathOfUri } from '../uri';

/** Tells the user what in a project file cannot be used: the first fault aloud, all of them in the log. */
export function tellOfFaults(connection: Connection, { uri, faults }: ProjectFile): void {
  const path = pathOfUri(uri);
  const said = faults.map(
    ({ message, line, character }) => `${path}:${line + 1}:${character + 1}: ${message}`,
  );
  for (const each of said) connection.console.warn(each);
  const more = said.length > 1 ? ` (and ${said.length - 1} more, see the log)` : '';
  connection.window.showWarningMessage(`${said[0] ?? ''}${more} The rest of the file holds.`);
}
