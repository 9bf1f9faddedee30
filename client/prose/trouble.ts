import { Uri, window, workspace } from 'vscode';
import { fileNameOf, nameOf } from './address';
import { pathText } from './place';

/**
 * Why a text cannot be written where it belongs: its file cannot be opened; the string is not there any more; the
 * document is broken just there, or cannot be changed; or it was written, and the document cannot be saved.
 */
export type Trouble = 'gone' | 'missing' | 'broken' | 'locked' | 'unsaved';

const SAVE_AS = 'Save text as…';
const SHOW_FILE = 'Show file';

/** What cannot be written where. */
export interface Stranded {
  readonly trouble: Trouble;
  /** The JSON document. */
  readonly file: Uri;
  readonly pointer: string;
  /** What the text document holds now, with its line ends. */
  readonly text: () => string;
}

/** The trouble in words: cause, consequence, remedy. */
export function troubleText({ trouble, file, pointer }: Omit<Stranded, 'text'>): string {
  const name = `"${nameOf(file)}"`;
  const key = `"${pathText(pointer)}"`;
  if (trouble === 'gone') {
    return `${name} cannot be opened, so this text is not written there. Bring the file back, or save the text elsewhere.`;
  }
  if (trouble === 'missing') {
    return `${name} has no text at ${key} any more, so this one is not written there. Bring the key back, or save the text elsewhere.`;
  }
  if (trouble === 'locked') {
    return `${name} cannot be changed, so this text is not written there. Save the text elsewhere, or make the file writable.`;
  }
  if (trouble === 'unsaved') {
    return `${name} has this text, but could not be saved. Save that file to see why.`;
  }
  return `${name} is broken at ${key}, so this text is not written there yet. Mend the quotes, and it will be.`;
}

/** Tells somebody who is typing that the text goes nowhere, and helps. Rejects when the text cannot be saved. */
export async function tellTrouble(stranded: Stranded): Promise<void> {
  const { trouble, file } = stranded;
  const actions = [...(trouble === 'broken' ? [] : [SAVE_AS]), ...(trouble === 'gone' ? [] : [SHOW_FILE])];
  const choice = await window.showWarningMessage(troubleText(stranded), ...actions);
  if (choice === SHOW_FILE) await window.showTextDocument(await workspace.openTextDocument(file));
  if (choice === SAVE_AS) await saveElsewhere(stranded);
}

async function saveElsewhere({ file, pointer, text }: Stranded): Promise<void> {
  const near =
    file.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(file, '..', fileNameOf(pointer)) };
  const target = await window.showSaveDialog({ ...near, filters: { Markdown: ['md'], Text: ['txt'] } });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text()));
}
