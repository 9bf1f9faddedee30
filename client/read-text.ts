import { Uri, workspace } from 'vscode';

/** The text of a file of any scheme that VS Code can read; null where there is none. In: its URI as text. */
export async function readText(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return null;
  }
}
