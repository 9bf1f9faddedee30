import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import { globForFile, SETTINGS_SECTION } from '../server/protocol';
import { type KindSetting, withKind } from './kind-setting';

const { Global, Workspace, WorkspaceFolder } = ConfigurationTarget;

/**
 * Writes the user's choice of a file's kind to the setting `realtimeConfig.kinds`, or takes it back. In: a
 * saved file and a kind id, undefined for automatic. Rejects when the settings cannot be written.
 */
export async function writeKindChoice(uri: Uri, kind: string | undefined): Promise<void> {
  const configuration = workspace.getConfiguration(SETTINGS_SECTION, uri);
  const { home, glob } = placeFor(uri);
  const stored = configuration.inspect<KindSetting>('kinds');
  const levels: [ConfigurationTarget, KindSetting | undefined][] = [
    [Global, stored?.globalValue],
    [Workspace, stored?.workspaceValue],
    [WorkspaceFolder, stored?.workspaceFolderValue],
  ];
  for (const [target, value] of levels) {
    const choice = target === home ? kind : undefined;
    // Other levels are touched only to drop an older choice for the same file.
    if (choice === undefined && !(value && glob in value)) continue;
    await configuration.update('kinds', withKind(value, glob, choice), target);
  }
}

function placeFor(uri: Uri): { home: ConfigurationTarget; glob: string } {
  if (!workspace.getWorkspaceFolder(uri)) return { home: Global, glob: globForFile(uri.path) };
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  const glob = globForFile(workspace.asRelativePath(uri, false));
  return {
    home: several ? WorkspaceFolder : Workspace,
    // Without a slash it would fit files of that name in every folder.
    glob: glob.includes('/') ? glob : `./${glob}`,
  };
}
