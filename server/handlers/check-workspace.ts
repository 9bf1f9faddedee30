import {
  type CancellationToken,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics';
import { FILE_SUFFIX, type WorkspaceSummary } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { readDocument, workspaceDocuments } from '../workspace-files';

/** Documents that are not open, checked when somebody asks, or by themselves where the settings say so. */
export interface WorkspaceCheck {
  /** Checks every document and publishes what is wrong with those that are not open. */
  readonly run: () => Promise<WorkspaceSummary>;
  /** Looks whether the settings want it, and checks all anew, or forgets what nobody wants any more. */
  readonly settingsChanged: () => Promise<void>;
  /** A document has been opened, closed, or changed on disk: what was published of it may not hold any more. */
  readonly changed: (uri: string) => Promise<void>;
}

/** Sets the check up; nothing is looked for before it is asked for. */
export function workspaceCheck(session: Session): WorkspaceCheck {
  const { connection, held } = session;
  const published = new Set<string>();
  const known = new Set<string>();
  let isWatching = false;
  let isWanted = false;
  let running: Promise<WorkspaceSummary> | undefined;

  const publish = async (uri: string, found: readonly Diagnostic[]): Promise<void> => {
    known.add(uri);
    // The editor asks about open documents itself.
    if (held.texts.get(uri)) return;
    if (found.length === 0 && !published.has(uri)) return;
    if (found.length > 0) published.add(uri);
    else published.delete(uri);
    await connection.sendDiagnostics({ uri, diagnostics: [...found] });
  };
  const withdraw = async (uri: string): Promise<void> => {
    if (published.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  const check = async (isAsked: boolean): Promise<WorkspaceSummary> => {
    if (!isWatching) session.inBackground(() => watch(session));
    isWatching = true;
    const progress = await begin(session, isAsked);
    try {
      return await checkAll(session, progress, publish);
    } finally {
      progress?.done();
    }
  };
  const run = (isAsked: boolean): Promise<WorkspaceSummary> => {
    running ??= check(isAsked).finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    run: () => run(true),
    settingsChanged: async () => {
      const { scope } = await held.editor.preferences();
      const was = isWanted;
      isWanted = scope === 'workspace';
      // A run with the settings of before would publish what they said.
      await running;
      if (isWanted) await run(false);
      else if (was) {
        known.clear();
        for (const uri of [...published]) await withdraw(uri);
      }
    },
    changed: async (uri) => {
      if (held.texts.get(uri)) return withdraw(uri);
      if (!isWanted && !known.has(uri)) return;
      const document = await readDocument(session, uri);
      if (document) await publish(uri, diagnosticsOf(document));
      else await withdraw(uri);
    },
  };
}

const diagnosticsOf = ({ doc, detected, settings }: OpenDocument) =>
  diagnostics(doc, detected.kind, settings.rules);

async function checkAll(
  session: Session,
  progress: Progress | undefined,
  publish: (uri: string, found: readonly Diagnostic[]) => Promise<void>,
): Promise<WorkspaceSummary> {
  const summary = { files: 0, errors: 0, warnings: 0 };
  for await (const document of workspaceDocuments(session, progress?.token)) {
    const found = diagnosticsOf(document);
    summary.files += 1;
    summary.errors += found.filter(({ severity }) => severity === 1).length;
    summary.warnings += found.filter(({ severity }) => severity === 2).length;
    progress?.report(`${summary.files} checked`);
    await publish(document.doc.uri, found);
  }
  return { outcome: progress?.token?.isCancellationRequested ? 'cancelled' : 'done', ...summary };
}

type Progress = WorkDoneProgressServerReporter & { readonly token?: CancellationToken };

/** Shows progress where the client can; only what the user has asked for can be cancelled, the rest goes on beside. */
async function begin({ connection, client }: Session, isAsked: boolean): Promise<Progress | undefined> {
  if (!client.capabilities.window?.workDoneProgress) return undefined;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Checking Realtime configs', undefined, undefined, isAsked);
  return progress;
}

/** From the first check on, files that change on disk are looked at again. */
async function watch({ connection, client }: Session): Promise<void> {
  if (!client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = [{ globPattern: `**/*${FILE_SUFFIX}` }];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
