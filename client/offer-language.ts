import {
  ConfigurationTarget,
  type Disposable,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { FILE_SUFFIX, LANGUAGE_ID } from '../server/protocol';
import { type Associations, withOurLanguage } from './associations';
import type { ClientContext } from './commands/command';
import { fileName } from './file-name';
import { isOtherJson } from './open-config';

const USE = 'Use Realtime Config';
const NOT_NOW = 'Not now';
const NEVER = 'Never';
const ALWAYS = 'Always open them so';
const OFFERED = 'languageOffered';

/**
 * Offers the right language when a user's file association opens a `*.realtime.json` as plain JSON: once per
 * workspace, and nowhere any more after "Never". In: the client's context. Out: a Disposable that ends it.
 */
export function offerLanguage({ extension, output }: ClientContext): Disposable {
  const consider = (document: TextDocument): void => {
    if (!isMisread(document)) return;
    if (extension.workspaceState.get(OFFERED) || extension.globalState.get(OFFERED)) return;
    offer(document).catch((error: unknown) => output.error(String(error)));
  };
  const offer = async (document: TextDocument): Promise<void> => {
    // Remembered before the answer: several such files may open at once.
    await extension.workspaceState.update(OFFERED, true);
    const name = fileName(document.uri);
    const choice = await window.showInformationMessage(
      `"${name}" is open as plain JSON, so it is not checked or completed as a Realtime config.`,
      USE,
      NOT_NOW,
      NEVER,
    );
    if (choice === NEVER) await extension.globalState.update(OFFERED, true);
    if (choice === USE) await useOurLanguage();
  };
  workspace.textDocuments.forEach(consider);
  return workspace.onDidOpenTextDocument(consider);
}

/** Files a person edits; the old side of a comparison and other read-only views are left alone. */
function isMisread(document: TextDocument): boolean {
  const { path, scheme } = document.uri;
  return (
    path.endsWith(FILE_SUFFIX) && isOtherJson(document) && workspace.fs.isWritableFileSystem(scheme) === true
  );
}

async function useOurLanguage(): Promise<void> {
  const misread = workspace.textDocuments.filter(isMisread);
  await Promise.all(misread.map((document) => languages.setTextDocumentLanguage(document, LANGUAGE_ID)));
  const choice = await window.showInformationMessage(
    `Your setting "files.associations" still opens *${FILE_SUFFIX} files as plain JSON.`,
    ALWAYS,
  );
  if (choice === ALWAYS) await correctAssociation();
}

async function correctAssociation(): Promise<void> {
  const files = workspace.getConfiguration('files');
  const stored = files.inspect<Associations>('associations');
  // Where the wrong association may stand in the workspace, only the workspace's settings can overrule it.
  const [target, value] = stored?.workspaceValue
    ? [ConfigurationTarget.Workspace, stored.workspaceValue]
    : [ConfigurationTarget.Global, stored?.globalValue];
  await files.update('associations', withOurLanguage(value), target);
}
