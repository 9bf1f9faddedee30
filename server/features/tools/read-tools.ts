import { elementsOf, memberOf, membersOf, type Node, stringOf, valueAt } from '../../document/node';
import { parse } from '../../document/parse';
import { isWhole } from '../../document/syntax';
import { isServer } from '../../rules/support/tools';
import type { Refusal } from './tool-place';
import { writtenValue } from './written-value';

/** A tool as some API has it, read into what all of them have in common. */
export interface ReadTool {
  readonly sort: 'function' | 'mcp';
  /** The name of the function, or the label of the server; undefined where the text has none. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** The arguments of a function as a JSON Schema; undefined where the text has none. */
  readonly parameters: unknown;
  /** Of an MCP server: its keys with their values. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Keys that a Realtime tool has no place for. */
  readonly dropped: readonly string[];
}

/** What a text turned out to be. */
export interface ReadTools {
  readonly tools: readonly ReadTool[];
  /** What of the text is no tool that a session could have, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Reads tools as other APIs write them: of Chat Completions, of the Responses API, of Anthropic's API, an entry of an MCP
 * server's `tools/list` or the whole result, declarations of functions, a plain JSON Schema; lists of these, and
 * documents that hold such a list.
 * @param text JSON, also with comments, and also inside a Markdown fence
 */
export function readTools(text: string): ReadTools | Refusal {
  const source = unfenced(text);
  if (source.trim() === '') return { refused: 'There is no text to read a tool from. Copy a tool first.' };
  const doc = parse(source);
  if (!doc.root || !isWhole(doc.syntax))
    return {
      refused:
        'The text is no JSON, so no tool can be read from it. Copy the whole object, from brace to brace.',
    };
  const notes: string[] = [];
  const nodes = toolsIn(doc.root, notes);
  const tools = nodes.flatMap((node) => {
    const tool = readTool(source, node);
    if (!tool) notes.push(`Skipped ${shown(node)}: it is no function and no MCP server.`);
    return tool ?? [];
  });
  return tools.length > 0
    ? { tools, notes }
    : {
        refused:
          'The text has no tool in it. It can be one of Chat Completions, an entry of an MCP server’s "tools/list", a JSON Schema of an object, or a list of these.',
      };
}

function unfenced(text: string): string {
  return /^\s*```[\w-]*[ \t]*\r?\n([\s\S]*?)\r?\n[ \t]*```\s*$/.exec(text)?.[1] ?? text;
}

/** The keys under which documents hold a list of tools. */
const LISTS = ['tools', 'functions', 'function_declarations', 'functionDeclarations'];

/** The tools of a text: it may be one, a list, or something that holds a list. */
function toolsIn(node: Node, notes: string[]): Node[] {
  if (node.type === 'array') return elementsOf(node).flatMap((element) => toolsIn(element, notes));
  for (const holder of [node, memberOf(node, 'result')?.value, memberOf(node, 'session')?.value]) {
    const list = LISTS.flatMap((key) => memberOf(holder, key)?.value ?? []).find(
      ({ type }) => type === 'array',
    );
    if (!list) continue;
    if (stringOf(memberOf(holder, 'nextCursor')?.value))
      notes.push('The list goes on: it has a "nextCursor", so the server has more tools than these.');
    return toolsIn(list, notes);
  }
  return [node];
}

function readTool(text: string, node: Node): ReadTool | undefined {
  if (node.type !== 'object') return undefined;
  if (isServer(node)) return readServer(text, node);
  const inner = memberOf(node, 'function')?.value;
  const type = stringOf(memberOf(node, 'type')?.value);
  if (inner?.type === 'object') return readFunction(text, inner, withoutKeys(node, ['type', 'function']));
  if (memberOf(node, 'name') && (type === 'function' || schemaOf(node))) return readFunction(text, node, []);
  const isSchema = type === 'object' || memberOf(node, 'properties')?.value?.type === 'object';
  return isSchema ? readSchema(text, node) : undefined;
}

/** What the arguments are called: here, in MCP, by Anthropic, and by Google. */
const ARGUMENTS = ['parameters', 'inputSchema', 'input_schema', 'parametersJsonSchema'];

const schemaOf = (node: Node) => ARGUMENTS.map((key) => memberOf(node, key)).find((member) => member?.value);

/** Types that stand for a function of one's own; others are tools that an API brings itself. */
const FUNCTION_TYPES: readonly (string | undefined)[] = [undefined, 'function', 'custom'];

function readFunction(text: string, node: Node, dropped: readonly string[]): ReadTool | undefined {
  const schema = schemaOf(node);
  const type = memberOf(node, 'type');
  if (type && !FUNCTION_TYPES.includes(stringOf(type.value))) return undefined;
  const title = stringOf(memberOf(node, 'title')?.value) ?? stringOf(valueAt(node, 'annotations', 'title'));
  const description = stringOf(memberOf(node, 'description')?.value);
  const used = ['type', 'name', 'description', schema?.name ?? '', ...(description ? [] : ['title'])];
  return {
    sort: 'function',
    name: stringOf(memberOf(node, 'name')?.value),
    description: description || title,
    parameters: schema?.value?.type === 'object' ? writtenValue(text, schema.value) : undefined,
    members: {},
    dropped: [...dropped, ...withoutKeys(node, used)],
  };
}

function readServer(text: string, node: Node): ReadTool {
  return {
    sort: 'mcp',
    name: stringOf(memberOf(node, 'server_label')?.value),
    description: undefined,
    parameters: undefined,
    members: writtenValue(text, node) as Record<string, unknown>,
    dropped: [],
  };
}

/** A schema becomes the arguments of a function; its title may be the name, its description is that of the function. */
function readSchema(text: string, node: Node): ReadTool {
  const { $schema, description, title, ...parameters } = writtenValue(text, node) as Record<string, unknown>;
  const name = typeof title === 'string' ? snakeCase(title) : '';
  return {
    sort: 'function',
    name: name || undefined,
    description: typeof description === 'string' ? description : undefined,
    parameters: { type: 'object', ...parameters },
    members: {},
    dropped: $schema === undefined ? [] : ['$schema'],
  };
}

/** `Look up Order` and `LookUpOrder` as `look_up_order`; empty where nothing of it can stand in a name. */
function snakeCase(title: string): string {
  return title
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

const withoutKeys = (node: Node, known: readonly string[]) =>
  membersOf(node)
    .map(({ name }) => name)
    .filter((name) => !known.includes(name));

/** A word for something that is no tool. */
function shown(node: Node): string {
  const name = stringOf(memberOf(node, 'name')?.value) ?? stringOf(memberOf(node, 'type')?.value);
  return name === undefined ? 'an entry' : JSON.stringify(name);
}
