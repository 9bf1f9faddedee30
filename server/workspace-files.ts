import type { CancellationToken } from 'vscode-languageserver';
import { parse } from './document/parse';
import { detectKind } from './kinds/detect';
import { findFilesRequest } from './protocol';
import type { OpenDocument, Session } from './session';
import { pathOfUri } from './uri';

/** So many files are read at the same time: more would only wait for each other. */
const AT_ONCE = 16;

/**
 * The URIs of every `*.realtime.json` of the workspace, sorted, each once. Looks anew each time it is asked, and never
 * before: through a client that can, else through the host.
 */
export async function listFiles(session: Session, token?: CancellationToken): Promise<string[]> {
  const { client, connection, host } = session;
  const found = client.options.canFindFiles
    ? await connection.sendRequest<string[]>(findFilesRequest, {}, token)
    : (
        await Promise.all(
          client.folderUris.map((folder) =>
            host.findFiles?.(folder, () => token?.isCancellationRequested ?? false),
          ),
        )
      ).flatMap((files) => files ?? []);
  return [...new Set(found)].sort();
}

/**
 * A document of the workspace with its kind and settings: as the editor has it where it is open, else as the file is.
 * @returns undefined where there is no such file
 */
export async function readDocument(session: Session, uri: string): Promise<OpenDocument | undefined> {
  const { held, open } = session;
  const opened = await open(uri);
  if (opened) return opened;
  const text = await held.readText(uri).catch(() => undefined);
  if (text === undefined) return undefined;
  const doc = parse(text, uri);
  const settings = await held.settings.of(uri);
  return { doc, detected: detectKind(pathOfUri(uri), doc.root, settings.kind), settings };
}

/**
 * The documents of the workspace, files and whatever else is open, by URI; a few are read ahead. Ends early when the
 * token says that nobody waits any more. What cannot be read is left out.
 */
export async function* workspaceDocuments(
  session: Session,
  token?: CancellationToken,
): AsyncGenerator<OpenDocument> {
  const uris = withOpen(
    await listFiles(session, token),
    session.held.texts.all().map(({ uri }) => uri),
  );
  for (let start = 0; start < uris.length && !token?.isCancellationRequested; start += AT_ONCE) {
    const some = uris.slice(start, start + AT_ONCE).map((uri) => readDocument(session, uri));
    for (const document of await Promise.all(some)) if (document) yield document;
  }
}

/** Files and open documents; a file that is open under another spelling of its URI counts as that. */
function withOpen(files: readonly string[], open: readonly string[]): string[] {
  const schemeAndPath = (uri: string) => `${/^[^:]*/.exec(uri)?.[0]}:${pathOfUri(uri)}`;
  const opened = new Set(open.map(schemeAndPath));
  return [...files.filter((uri) => !opened.has(schemeAndPath(uri))), ...open].sort();
}
