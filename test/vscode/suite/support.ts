import * as vscode from 'vscode';

/** The identifier of the extension under test. */
export const extensionId = 'realtime-config.realtime-config';

const deadlineMs = 10_000;

/**
 * Asks again and again until the answer is the one that is waited for.
 * @param produce gives the next answer
 * @param condition says whether it is the one
 * @param what names what is waited for, for the error
 * @returns the answer; rejects when it does not come in time, with the last one in the message
 */
export async function waitFor<T>(
  produce: () => T | PromiseLike<T>,
  condition: (value: T) => boolean,
  what: string,
  timeoutMs = deadlineMs,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await produce();
    if (condition(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${timeoutMs / 1000} s; last seen: ${JSON.stringify(value)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * Names a file of the workspace the suite runs in.
 * @param name its path inside the folder
 * @returns its address; throws when VS Code runs without a folder
 */
export function fixtureUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the suite runs without a folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/**
 * Opens a file of the copy of `test/vscode/workspace` that the suite runs in; it may be changed freely.
 * @param name its path inside that folder
 * @returns the editor that shows it; rejects when there is no such file
 */
export async function openFixture(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fixtureUri(name));
  return vscode.window.showTextDocument(document, { preview: false });
}

/**
 * Opens a document without a file.
 * @param text its text; a `|` marks where the cursor goes and is not part of the text
 * @param languageId its language
 * @returns the editor that shows it
 */
export async function openText(text: string, languageId = 'realtime-json'): Promise<vscode.TextEditor> {
  const at = text.indexOf('|');
  const content = at < 0 ? text : text.slice(0, at) + text.slice(at + 1);
  const document = await vscode.workspace.openTextDocument({ content, language: languageId });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(at < 0 ? content.length : at);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/**
 * Puts the cursor of the active editor where the marker text has its `|`.
 * @param marker text of the document with one `|`, for example `"voice": "|`
 * @returns the position; throws when the text does not occur
 */
export function setCursor(marker: string): vscode.Position {
  const editor = activeEditor();
  const at = marker.indexOf('|');
  const found = editor.document.getText().indexOf(marker.replace('|', ''));
  if (at < 0 || found < 0) throw new Error(`no place ${JSON.stringify(marker)} in the document`);
  const position = editor.document.positionAt(found + at);
  editor.selection = new vscode.Selection(position, position);
  return position;
}

/** Types text as a person does, so that auto-closing, suggestions and formatting on type happen. */
export async function typeText(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

/** The labels of completion items in the order in which VS Code sorts them. */
export function labels(list: vscode.CompletionList): string[] {
  const key = (item: vscode.CompletionItem) => item.sortText ?? labelOf(item);
  return [...list.items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)).map(labelOf);
}

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/**
 * Asks for the completions at a position, as the editor does.
 * @param editor the editor whose cursor is the position
 * @returns what all providers gave together
 */
export async function completionsAt(editor: vscode.TextEditor): Promise<vscode.CompletionList> {
  const { document, selection } = editor;
  return vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
}

/**
 * Waits for the diagnostics of a document to fulfil a condition.
 * @param uri the document
 * @param condition says whether these are the awaited ones
 * @returns them; rejects when they do not come in time, with the last ones in the message
 */
export function diagnosticsOf(
  uri: vscode.Uri,
  condition: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return waitFor(() => vscode.languages.getDiagnostics(uri), condition, `diagnostics of ${uri.path}`);
}

/** The code of a diagnostic, which links to its page. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Codes that say nothing against a document: a service ends, or the SDK's own default has it. */
const agreed = ['model-shutdown', 'voice-activity-detection'];

/** Whether nothing is wrong with a document, whatever there is to know about it. */
export function isClean(found: readonly vscode.Diagnostic[]): boolean {
  return found.every(
    (one) => one.severity > vscode.DiagnosticSeverity.Warning || agreed.includes(codeOf(one)),
  );
}

/** The text of the active editor's document, or of the one given; throws when there is no editor. */
export function textOf(editor: vscode.TextEditor = activeEditor()): string {
  return editor.document.getText();
}

/** The active text editor; throws when there is none. */
export function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no text editor is active');
  return editor;
}

/** Closes all editors and drops their changes: for the end of each test, so that the next finds an empty window. */
export async function closeAll(): Promise<void> {
  const count = () => vscode.window.tabGroups.all.reduce((sum, group) => sum + group.tabs.length, 0);
  const closeOne = async () => {
    if (count() > 0) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return count();
  };
  await waitFor(closeOne, (left) => left === 0, 'all editors are closed');
}

/**
 * The keys that are offered at the start of the document's object. Moves the cursor there.
 * @param editor the active editor
 */
export async function offeredKeys(editor: vscode.TextEditor): Promise<string[]> {
  setCursor('{|');
  return labels(await completionsAt(editor));
}
