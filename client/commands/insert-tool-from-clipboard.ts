import { env, type TextEditor } from 'vscode';
import { type EditResult, serverCommands, type ToolRoom, type ToolsResult } from '../../server/protocol';
import { askName } from '../ask-tool';
import { realtimeEditor } from '../open-config';
import { askServer, reveal } from '../server-command';
import type { ClientContext, Command } from './command';

/** Appends the tools that the clipboard holds in the form of another API. */
export const insertToolFromClipboard: Command = {
  id: 'realtimeConfig.insertToolFromClipboard',
  goal: 'insert a tool from the clipboard',
  run: async (context) => {
    const editor = await realtimeEditor();
    if (!editor) return;
    const uri = editor.document.uri.toString();
    const room = await askServer<ToolRoom | EditResult>(context, serverCommands.toolRoom, { uri });
    // The server has told the user why there is no room.
    if (room.outcome === 'room') await pasteTools(context, editor, room);
  },
};

/** The same for a document that is known to take tools. Asks for a name where the text has none. */
export async function pasteTools(
  context: ClientContext,
  { document, viewColumn }: TextEditor,
  room: ToolRoom,
): Promise<void> {
  const args = { uri: document.uri.toString(), text: await env.clipboard.readText() };
  const paste = (more: object) =>
    askServer<ToolsResult>(context, serverCommands.pasteTools, { ...args, ...more });
  const read = await paste({ preview: true });
  if (read.outcome !== 'tools') return;
  const name = read.names.includes(null) ? await askName(room, 'Insert function from the clipboard') : '';
  if (name === undefined) return;
  const result = await paste(name === '' ? {} : { name });
  if (result.outcome === 'applied') await reveal(document, result.range, viewColumn);
  else if (result.outcome === 'refused') context.output.info(result.message);
}
