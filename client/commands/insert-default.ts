import {
  type Insertable,
  type InsertDefaultArgs,
  type InsertDefaultResult,
  serverCommands,
} from '../../server/protocol';
import { openNewConfig, realtimeEditor } from '../open-config';
import { askServer, reveal } from '../server-command';
import type { ClientContext } from './command';

/**
 * Has the server insert a default at the cursor and brings it into view. In: the context and what to insert.
 * Without a Realtime config in front it offers one first. Rejects when the server cannot be reached or fails.
 */
export async function insertDefault(context: ClientContext, what: Insertable): Promise<void> {
  const editor = await realtimeEditor();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const request: InsertDefaultArgs = {
    uri: editor.document.uri.toString(),
    position: { line, character },
    what,
  };
  const result = await askServer<InsertDefaultResult>(context, serverCommands.insertDefault, request);
  if (result.outcome === 'applied') await reveal(editor.document, result.range, editor.viewColumn);
  else if (result.outcome === 'new-document') await openNewConfig(result.text, { offset: 0, length: 0 });
  // The server has told the user already.
  else if (result.outcome === 'refused') context.output.info(result.message);
}
