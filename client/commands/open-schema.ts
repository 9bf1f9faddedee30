import { window } from 'vscode';
import { type DocumentInfo, documentInfoRequest, LANGUAGE_ID, NO_KIND } from '../../server/protocol';
import { kindName, kinds } from '../kinds';
import { pick } from '../pick';
import { openSchemaDocument } from '../schema-document';
import type { ClientContext, Command } from './command';

/** Shows, read-only, the schema the document in front is checked against; without one it asks for the kind. */
export const openSchema: Command = {
  id: 'realtimeConfig.openSchema',
  goal: 'open the schema',
  run: async (context) => {
    const kind = (await activeKind(context)) ?? (await askForKind());
    if (kind) await window.showTextDocument(await openSchemaDocument(kind), { preview: true });
  },
};

async function activeKind({ server }: ClientContext): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE_ID) return undefined;
  const uri = document.uri.toString();
  const kind = (await server.request<DocumentInfo | null>(documentInfoRequest, { uri }))?.kind;
  return kind === NO_KIND ? undefined : kind;
}

async function askForKind(): Promise<string | undefined> {
  const items = kinds.map(({ id, description }) => ({ label: kindName(id), detail: description, id }));
  return (await pick(items, 'Open the schema of'))?.id;
}
