import { commands, TabInputText, TabInputTextDiff, type TextDocument, ViewColumn, window } from 'vscode';
import type { Written } from '../../server/protocol';
import { fileName, nameWithKind } from '../file-name';
import { kindName, thingsText } from '../kinds';
import { forgetPreview, isPreview, makePreview, type Preview } from './previews';

/** What the user wants done with a conversion. */
export type Decision = 'replace' | 'new' | 'discard';

const buttons: Record<Decision, string> = {
  replace: 'Replace document',
  new: 'New document',
  discard: 'Discard',
};

let decide: ((decision: Decision) => void) | undefined;

/**
 * Shows what a document would become beside what it is, with notes next to it, and asks what shall be done.
 * @param document the document that is converted
 * @param to the kind id
 * @returns the decision; undefined when the question is waved away. The views are closed by then
 */
export async function showConversion(
  document: TextDocument,
  to: string,
  { text, notes }: Written,
): Promise<Decision | undefined> {
  const source = fileName(document.uri);
  const preview = makePreview(nameWithKind(source, to), text, notes, source);
  const title = `${source} → ${kindName(to)}`;
  await commands.executeCommand('vscode.diff', document.uri, preview.result, title, { preview: false });
  if (preview.notes) await showNotes(preview.notes);
  try {
    return await askWhat(to, notes.length);
  } finally {
    await close(preview);
  }
}

/** Answers the open question, as its buttons do; nothing happens when there is none. */
export function decideConversion(decision: Decision): void {
  decide?.(decision);
}

/** Shows a page of notes beside what is in front, which keeps the focus. */
export async function showNotes(notes: Preview['result']): Promise<void> {
  await window.showTextDocument(notes, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
}

async function askWhat(to: string, count: number): Promise<Decision | undefined> {
  const lost =
    count === 0
      ? 'Everything can be carried over.'
      : `${thingsText(count)} cannot be carried over as written: see the notes.`;
  const labels = [buttons.replace, buttons.new, buttons.discard];
  const byTitle = new Promise<Decision>((resolve) => {
    decide = resolve;
  });
  const byButton = window
    .showInformationMessage(`Convert to ${kindName(to)}? ${lost}`, ...labels)
    .then((label) => (Object.keys(buttons) as Decision[]).find((key) => buttons[key] === label));
  try {
    return await Promise.race([byTitle, byButton]);
  } finally {
    decide = undefined;
  }
}

async function close(preview: Preview): Promise<void> {
  const shown = [preview.result.toString(), preview.notes?.toString()];
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(({ input }) => {
    const uri =
      input instanceof TabInputTextDiff
        ? input.modified
        : input instanceof TabInputText
          ? input.uri
          : undefined;
    return uri && isPreview(uri) && shown.includes(uri.toString());
  });
  await window.tabGroups.close(own);
  forgetPreview(preview);
}
