import { languages, Range, Selection, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../server/protocol';

const NEW_DOCUMENT = 'New document';
const TREAT_AS_REALTIME = 'Treat this file as Realtime config';

/**
 * Opens a new unsaved Realtime config. In: its text, and the part to select (offset and length). Out: the
 * editor, focused, with the selection in view.
 */
export async function openNewConfig(
  content: string,
  select?: { offset: number; length: number },
): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ language: LANGUAGE_ID, content });
  const editor = await window.showTextDocument(document);
  if (select) {
    const start = document.positionAt(select.offset);
    const end = document.positionAt(select.offset + select.length);
    editor.selection = new Selection(start, end);
    editor.revealRange(new Range(start, end));
  }
  return editor;
}

/** Whether a document is JSON that another language of VS Code looks after. */
export function isOtherJson(document: TextDocument): boolean {
  return document.languageId === 'json' || document.languageId === 'jsonc';
}

/**
 * The editor a command is to work in. Out: the active one when it holds a Realtime config; else what the user
 * chooses to make of it, an empty new config or the JSON file in front of them; undefined when they leave.
 */
export async function realtimeEditor(): Promise<TextEditor | undefined> {
  const active = window.activeTextEditor;
  if (active?.document.languageId === LANGUAGE_ID) return active;
  const adoptable = active && isOtherJson(active.document) ? active : undefined;
  const choice = await window.showInformationMessage(
    adoptable ? 'This JSON file is not open as a Realtime config.' : 'No Realtime config is open.',
    ...(adoptable ? [TREAT_AS_REALTIME, NEW_DOCUMENT] : [NEW_DOCUMENT]),
  );
  if (choice === NEW_DOCUMENT) return openNewConfig('');
  if (choice !== TREAT_AS_REALTIME || !adoptable) return undefined;
  const document = await languages.setTextDocumentLanguage(adoptable.document, LANGUAGE_ID);
  return window.showTextDocument(document, adoptable.viewColumn);
}
