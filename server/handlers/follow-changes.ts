import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { PROJECT_FILE } from '../config/read-config';
import { documentInfoChanged, FILE_SUFFIX, SETTINGS_SECTION } from '../protocol';
import { type Session, setFolders } from '../session';
import type { WorkspaceCheck } from './check-workspace';
import { pushDiagnostics } from './push-diagnostics';

/** Forgets what does not hold any more, and tells the client what it has to know of it. */
export function followChanges(session: Session, workspace: WorkspaceCheck): void {
  const { connection, client, held, inBackground } = session;
  const pushes = () => !client.capabilities.textDocument?.diagnostic;
  const publish = pushDiagnostics(session, pushes);
  const changed = (uri: string) => {
    inBackground(() => publish(uri));
    inBackground(() => connection.sendNotification(documentInfoChanged, { uri }));
  };
  const allChanged = () => {
    held.settings.changed();
    for (const { uri } of held.texts.all()) changed(uri);
    if (client.capabilities.workspace?.diagnostics?.refreshSupport)
      inBackground(() => connection.languages.diagnostics.refresh());
    if (client.capabilities.workspace?.inlayHint?.refreshSupport)
      inBackground(() => connection.languages.inlayHint.refresh());
    inBackground(workspace.settingsChanged);
  };
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    held.editor.changed(pushed?.[SETTINGS_SECTION]);
    allChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) if (uri.endsWith(FILE_SUFFIX)) inBackground(() => workspace.changed(uri));
    if (!changes.some(({ uri }) => uri.endsWith(`/${PROJECT_FILE}`))) return;
    held.projects.changed();
    allChanged();
  });
  connection.onInitialized(() => {
    watchClient(session);
    inBackground(workspace.settingsChanged);
    if (!client.capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = removed.map(({ uri }) => uri);
      const kept = client.folderUris.filter((uri) => !gone.includes(uri)).map((uri) => ({ uri }));
      setFolders(client, [...kept, ...added]);
      allChanged();
    });
  });
  // A client may open anew what it never closed, with the version number starting over.
  held.texts.onDidOpen(({ document }) => {
    held.parsed.forget(document.uri);
    inBackground(() => workspace.changed(document.uri));
  });
  held.texts.onDidChangeContent(({ document }) => {
    changed(document.uri);
  });
  held.texts.onDidClose(({ document }) => {
    held.parsed.forget(document.uri);
    held.editor.forget(document.uri);
    held.settings.forget(document.uri);
    if (pushes()) inBackground(() => connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
    inBackground(() => workspace.changed(document.uri));
  });
}

/** Asks the client to tell of changes, as far as it can. Called once it has said that it is ready. */
function watchClient({ connection, client, inBackground }: Session): void {
  const { workspace } = client.capabilities;
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    const options = { section: SETTINGS_SECTION };
    inBackground(() => connection.client.register(DidChangeConfigurationNotification.type, options));
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: `**/${PROJECT_FILE}` }];
    inBackground(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
}
