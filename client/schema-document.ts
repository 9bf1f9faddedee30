import { type Disposable, type TextDocument, Uri, workspace } from 'vscode';
import { schemaRequest } from '../server/protocol';
import type { ServerConnection } from './connection';

const SCHEME = 'realtime-config';
const SUFFIX = '.schema.json';

/**
 * The path of package.json's `jsonValidation`. VS Code's own JSON support asks for it when a `*.realtime.json` is
 * open as plain JSON, and that starts us, so that we can offer the right language. It takes everything: nothing is
 * checked by two.
 */
const ANY_JSON = '/any.json';

/** Serves the kinds' schemas as read-only documents. In: the connection. Out: a Disposable that ends it. */
export function provideSchemas(server: ServerConnection): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => (uri.path === ANY_JSON ? '{}\n' : schemaText(server, uri)),
  });
}

async function schemaText(server: ServerConnection, uri: Uri): Promise<string> {
  const kind = uri.path.endsWith(SUFFIX) ? uri.path.slice(1, -SUFFIX.length) : uri.path.slice(1);
  const schema = await server.request<string | null>(schemaRequest, { kind });
  if (schema === null) throw new Error(`There is no kind "${kind}".`);
  return schema;
}

/** Opens a kind's schema, not shown yet. In: a kind id. Rejects for an unknown kind. */
export async function openSchemaDocument(kind: string): Promise<TextDocument> {
  return workspace.openTextDocument(Uri.from({ scheme: SCHEME, path: `/${kind}${SUFFIX}` }));
}
