import { commands, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { schemaKeyEdits } from './schema-key';

const SAVE = 'Save as…';

/**
 * Keeps the choice of a kind for a document that has no file yet: in its root key `$schema`, because settings
 * name files. In: an unsaved document and a kind id, undefined for automatic. Asks to save where the key cannot
 * go: no object, or an API that refuses unknown keys.
 */
export async function stateKind(document: TextDocument, kind: string | undefined): Promise<void> {
  const editor = workspace.getConfiguration('editor', document);
  const edits = schemaKeyEdits(document.getText(), kind, {
    tabSize: Number(editor.get('tabSize')) || 2,
    insertSpaces: editor.get<boolean>('insertSpaces', true),
    eol: document.eol === 1 ? '\n' : '\r\n',
  });
  if (!edits || (kind !== undefined && !kind.startsWith('sdk.'))) {
    await askToSave(kind);
    return;
  }
  const change = new WorkspaceEdit();
  for (const { offset, length, content } of edits) {
    const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
    change.replace(document.uri, range, content);
  }
  if (!(await workspace.applyEdit(change))) throw new Error('VS Code refused the change of "$schema".');
}

async function askToSave(kind: string | undefined): Promise<void> {
  const choice = await window.showInformationMessage(
    kind === undefined
      ? 'The kind of this document is found by its content already.'
      : `Save the document first: a name such as "session.${kind}.realtime.json" keeps the kind.`,
    ...(kind === undefined ? [] : [SAVE]),
  );
  if (choice === SAVE) await commands.executeCommand('workbench.action.files.saveAs');
}
