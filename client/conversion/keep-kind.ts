import { type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type DocumentInfo, documentInfoRequest } from '../../server/protocol';
import type { ClientContext } from '../commands/command';
import { fileName, nameWithKind } from '../file-name';
import { writeKindChoice } from '../kind-choice';
import { kindName } from '../kinds';

/**
 * Sees to it that a document that has become another kind is read as that kind: where a setting or the file's name
 * still says the old one, it offers to change that.
 * @param to the kind id
 */
export async function keepKind({ server }: ClientContext, document: TextDocument, to: string): Promise<void> {
  const uri = document.uri.toString();
  const info = await server.request<DocumentInfo | null>(documentInfoRequest, { uri });
  if (!info || info.kind === to) return;
  if (info.kindFrom === 'choice') {
    const set = `Read it as ${kindName(to)}`;
    const message = `Your settings still say that this file is ${kindName(info.kind)}.`;
    if ((await window.showInformationMessage(message, set)) === set) await writeKindChoice(document.uri, to);
    return;
  }
  if (document.isUntitled) {
    void window.showInformationMessage(
      `Its content alone does not tell that this is ${kindName(to)}. Save it with a name that ends in ".${to}.realtime.json".`,
    );
    return;
  }
  const name = nameWithKind(fileName(document.uri), to);
  const rename = `Rename to "${name}"`;
  const message = `The file is still read as ${kindName(info.kind)}${info.kindFrom === 'file name' ? ', because its name says so' : ''}.`;
  if ((await window.showInformationMessage(message, rename)) !== rename) return;
  const edit = new WorkspaceEdit();
  edit.renameFile(document.uri, Uri.joinPath(document.uri, '..', name));
  if (!(await workspace.applyEdit(edit))) throw new Error(`VS Code could not rename the file to "${name}".`);
}
