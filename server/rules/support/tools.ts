import { elementsOf, type Member, memberOf, type Node, stringOf } from '../../document/node';
import type { SessionView } from '../session-view';

/** The keys by which an MCP server can be reached, in the order in which they are recommended. */
export const MCP_ADDRESSES = ['server_url', 'tunnel_id', 'connector_id'] as const;

const MCP_KEYS = ['server_label', ...MCP_ADDRESSES];

/** A text and where it stands. */
export interface Named {
  readonly name: string;
  readonly node: Node;
}

/** Whether a tool is an MCP server: by its type and, without one, by the keys that only those have. */
export function isServer(tool: Node): boolean {
  const type = memberOf(tool, 'type');
  return type ? stringOf(type.value) === 'mcp' : MCP_KEYS.some((key) => memberOf(tool, key));
}

/** The list of tools; undefined too where a session can have none, so that the key itself is the mistake. */
export function toolList(session: SessionView | undefined): Member | undefined {
  return session && takesTools(session) ? session.member('tools') : undefined;
}

/** Whether a session is a conversation, or an answer in one: others have no tools. */
export function takesTools({ family }: SessionView): boolean {
  return family === 'realtime' || family === 'response';
}

/** The function tools of a session, as far as they are objects. */
export function functionsOf(session: SessionView | undefined): Node[] {
  return objectsIn(toolList(session)?.value).filter((tool) => !isServer(tool));
}

/** The MCP servers of a session. */
export function serversOf(session: SessionView | undefined): Node[] {
  return objectsIn(toolList(session)?.value).filter(isServer);
}

const objectsIn = (list: Node | undefined) => elementsOf(list).filter(({ type }) => type === 'object');

/** The string members of this key, with their nodes; empty texts and other types left out. */
export function namesIn(holders: readonly Node[], key: string): Named[] {
  return holders.flatMap((holder) => named(memberOf(holder, key)?.value));
}

/** The strings of a list, with their nodes. */
export function stringsIn(list: Node | undefined): Named[] {
  return elementsOf(list).flatMap(named);
}

function named(node: Node | undefined): Named[] {
  const name = stringOf(node);
  return node && name ? [{ name, node }] : [];
}

/**
 * The tools of a server that the session may use, by name.
 * @returns undefined where they are not limited by name: nothing can be said then
 */
export function allowedTools(server: Node): { node: Node; names: readonly string[] } | undefined {
  const allowed = memberOf(server, 'allowed_tools')?.value;
  const list = allowed?.type === 'object' ? memberOf(allowed, 'tool_names')?.value : allowed;
  return list?.type === 'array' ? { node: list, names: stringsIn(list).map(({ name }) => name) } : undefined;
}

/** The first name made of this one and a number that is not taken: `look_up_2`. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let count = 2; ; count++) if (!taken.includes(`${name}_${count}`)) return `${name}_${count}`;
}
