import { planTools } from '../features/tools/insert-tools';
import { completeTool, makeTools } from '../features/tools/make-tools';
import { readTools } from '../features/tools/read-tools';
import { type ToolPlace, toolPlace } from '../features/tools/tool-place';
import type { EditResult, InsertToolArgs, PasteToolsArgs, ToolRoom, ToolsResult } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { applyTo, isRefused, openFor, refuse, tell } from './edit-document';

type Refused = Extract<EditResult, { outcome: 'refused' }>;

/** `realtimeConfig.server.toolRoom`: what tools a document takes, for whoever asks the user about one. */
export async function runToolRoom(session: Session, args: unknown): Promise<ToolRoom | Refused> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const place = toolPlace(found.doc, found.detected.kind);
  if ('refused' in place) return refuse(session, place.refused);
  const { sorts, taken, nameRule } = place;
  return { outcome: 'room', sorts, taken, nameRule: nameRule ?? null };
}

/**
 * `realtimeConfig.server.insertTool`: appends a tool to the document's list.
 * @param args see InsertToolArgs
 */
export async function runInsertTool(session: Session, args: unknown): Promise<ToolsResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const place = toolPlace(found.doc, found.detected.kind);
  if ('refused' in place) return refuse(session, place.refused);
  const made = completeTool(place, (args as Partial<InsertToolArgs>).tool);
  return 'refused' in made ? refuse(session, made.refused) : insert(session, found, place, [made.tool], []);
}

/**
 * `realtimeConfig.server.pasteTools`: appends the tools that a text describes, and tells what was done about them.
 * @param args see PasteToolsArgs
 */
export async function runPasteTools(session: Session, args: unknown): Promise<ToolsResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const place = toolPlace(found.doc, found.detected.kind);
  if ('refused' in place) return refuse(session, place.refused);
  const { text, name, preview } = args as Partial<PasteToolsArgs>;
  if (typeof text !== 'string') return refuse(session, 'This command needs { uri, text }.');
  const read = readTools(text);
  if ('refused' in read) return refuse(session, read.refused);
  if (preview) return { outcome: 'tools', names: read.tools.map((tool) => tool.name ?? null) };
  const { tools, notes } = makeTools(place, read, name);
  return tools.length > 0
    ? insert(session, found, place, tools, notes)
    : refuse(session, `Nothing was inserted. ${notes.join(' ')}`);
}

async function insert(
  session: Session,
  found: OpenDocument,
  place: ToolPlace,
  tools: readonly object[],
  notes: readonly string[],
): Promise<ToolsResult> {
  const edit = planTools(found.doc, place, tools);
  if ('refused' in edit) return refuse(session, edit.refused);
  const result = await applyTo(session, found, [edit]);
  if (result.outcome !== 'applied') return result;
  const count = tools.length === 1 ? 'A tool was inserted.' : `${tools.length} tools were inserted.`;
  if (notes.length > 0) await tell(session, [count, ...notes].join(' '));
  return { ...result, notes };
}
