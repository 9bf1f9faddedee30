import type { TextEditor } from 'vscode';
import { type EditResult, serverCommands, type ToolRoom, type ToolsResult } from '../../server/protocol';
import { askFunction, askServerTool, askSource, type ToolSource } from '../ask-tool';
import { realtimeEditor } from '../open-config';
import { askServer, reveal } from '../server-command';
import type { ClientContext, Command } from './command';
import { pasteTools } from './insert-tool-from-clipboard';

const LAST_SOURCE = 'lastToolSource';

/** Appends a function or an MCP server to the tools, having asked for it. May be told the tool. */
export const insertTool: Command = {
  id: 'realtimeConfig.insertTool',
  goal: 'insert a tool',
  run: async (context, given) => {
    const editor = await realtimeEditor();
    if (!editor) return;
    if (isTool(given)) return insert(context, editor, given);
    const uri = editor.document.uri.toString();
    const room = await askServer<ToolRoom | EditResult>(context, serverCommands.toolRoom, { uri });
    // The server has told the user why there is no room.
    if (room.outcome !== 'room') return;
    const source = await askSource(room, context.extension.workspaceState.get<ToolSource>(LAST_SOURCE));
    if (!source) return;
    await context.extension.workspaceState.update(LAST_SOURCE, source);
    if (source === 'clipboard') return pasteTools(context, editor, room);
    const tool = source === 'mcp' ? await askServerTool(room) : await askFunction(room);
    if (tool) await insert(context, editor, tool);
  },
};

/** VS Code may pass along what a menu knows, such as a file: that is no tool. */
const isTool = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && ('name' in given || 'server_label' in given);

async function insert(
  context: ClientContext,
  { document, viewColumn }: TextEditor,
  tool: Record<string, unknown>,
): Promise<void> {
  const args = { uri: document.uri.toString(), tool };
  const result = await askServer<ToolsResult>(context, serverCommands.insertTool, args);
  if (result.outcome === 'applied') await reveal(document, result.range, viewColumn);
  else if (result.outcome === 'refused') context.output.info(result.message);
}
