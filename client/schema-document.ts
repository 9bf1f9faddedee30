import { type Disposable, type TextDocument, Uri, workspace } from 'vscode';
import { schemaRequest } from '../server/protocol';
import type { ServerConnection } from './connection';

const SCHEME = 'realtime-config';
const SUFFIX = '.schema.json';

/** Serves the kinds' schemas as read-only documents. In: the connection. Out: a Disposable that ends it. */
export function provideSchemas(server: ServerConnection): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const kind = uri.path.slice(1, -SUFFIX.length);
      const schema = await server.request<string | null>(schemaRequest, { kind });
      if (schema === null) throw new Error(`There is no kind "${kind}".`);
      return `${JSON.stringify(JSON.parse(schema), null, 2)}\n`;
    },
  });
}

/** Opens a kind's schema, not shown yet. In: a kind id. Rejects for an unknown kind. */
export async function openSchemaDocument(kind: string): Promise<TextDocument> {
  return workspace.openTextDocument(Uri.from({ scheme: SCHEME, path: `/${kind}${SUFFIX}` }));
}
