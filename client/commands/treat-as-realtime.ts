import { ConfigurationTarget, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import { FILE_SUFFIX, globForFile, LANGUAGE_ID } from '../../server/protocol';
import type { Associations } from '../associations';
import { openNewConfig } from '../open-config';
import type { Command } from './command';

const NEW_DOCUMENT = 'New document';
const REMEMBER = 'Remember for this file';

/** Opens a JSON file as a Realtime config, whatever its name; gets the file when it comes from a menu. */
export const treatAsRealtime: Command = {
  id: 'realtimeConfig.treatAsRealtime',
  goal: 'treat this file as a Realtime config',
  run: async (_context, resource) => {
    const document = await documentOf(resource);
    if (!document) {
      const choice = await window.showInformationMessage('No file is open.', NEW_DOCUMENT);
      if (choice) await openNewConfig('');
      return;
    }
    if (document.languageId !== LANGUAGE_ID) await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    // Other names fall back to JSON when the file is opened again.
    if (!document.isUntitled && !document.uri.path.endsWith(FILE_SUFFIX)) await offerToRemember(document);
  },
};

async function documentOf(resource: unknown): Promise<TextDocument | undefined> {
  if (!(resource instanceof Uri)) return window.activeTextEditor?.document;
  const document = await workspace.openTextDocument(resource);
  await window.showTextDocument(document);
  return document;
}

async function offerToRemember({ uri }: TextDocument): Promise<void> {
  if (!workspace.getWorkspaceFolder(uri)) return;
  const glob = `**/${globForFile(workspace.asRelativePath(uri, false))}`;
  const files = workspace.getConfiguration('files');
  const associations = files.inspect<Associations>('associations')?.workspaceValue;
  if (associations?.[glob] === LANGUAGE_ID) return;
  const choice = await window.showInformationMessage(
    'This file is a Realtime config until it is closed.',
    REMEMBER,
  );
  if (!choice) return;
  await files.update('associations', { ...associations, [glob]: LANGUAGE_ID }, ConfigurationTarget.Workspace);
}
