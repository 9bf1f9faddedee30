import { isObject } from '../../document/value';
import type { ToolSort } from '../../protocol';
import { freeName } from '../../rules/support/tools';
import type { ReadTool, ReadTools } from './read-tools';
import { keysOfTool, type Refusal, type ToolPlace } from './tool-place';

/** The arguments of a function that takes none: what there is to start from. */
const NO_ARGUMENTS = { type: 'object', properties: {} };

/** The name of a function that came without one. */
const NAMELESS = 'new_tool';

/** Tools as they are written into a document, and what had to be done about them, as sentences. */
export interface MadeTools {
  readonly tools: readonly object[];
  readonly notes: readonly string[];
}

/**
 * A tool as somebody has named it, with what it lacks: its type, arguments to start from, and what the kind requires.
 * @param value `{ name, description?, parameters? }`, or with the type `mcp` `{ server_label, … }`
 * @returns the tool in schema order; or why it cannot be one
 */
export function completeTool(place: ToolPlace, value: unknown): { tool: object } | Refusal {
  if (!isObject(value)) return { refused: 'This command needs { uri, tool } with an object for the tool.' };
  const sort: ToolSort = value.type === 'mcp' ? 'mcp' : 'function';
  const key = sort === 'mcp' ? 'server_label' : 'name';
  const name = value[key];
  if (typeof name !== 'string') return { refused: `A tool needs a "${key}". Give it one.` };
  const objection = objectionTo(place, sort, name);
  if (objection !== undefined) return { refused: objection };
  const tool =
    sort === 'mcp' ? value : { type: 'function', ...value, parameters: value.parameters ?? NO_ARGUMENTS };
  return { tool: inOrder(place, tool) };
}

/** Why a new tool cannot be called so; undefined where it can. */
export function objectionTo(place: ToolPlace, sort: ToolSort, name: string): string | undefined {
  const quoted = JSON.stringify(name);
  const thing = sort === 'mcp' ? 'MCP server' : 'function';
  if (!place.sorts.includes(sort)) return `${place.kind.id} takes no MCP servers, only functions.`;
  if (name.trim() === '')
    return `The ${thing} needs a ${sort === 'mcp' ? 'label' : 'name'}. Type at least one letter.`;
  if (place.taken[sort].includes(name))
    return `There is ${sort === 'mcp' ? 'an MCP server with the label' : 'a function called'} ${quoted} already. Choose a name that is free.`;
  const rule = sort === 'function' ? place.nameRule : undefined;
  if (!rule || new RegExp(rule.pattern, 'u').test(name)) return undefined;
  return `${quoted} cannot be the name of a function. ${rule.message}`.trim();
}

/**
 * Makes tools of another API into those of a document: names that cannot be or are taken are changed, keys that have no
 * place are left out, and both is said.
 * @param name for a tool that has none
 */
export function makeTools(place: ToolPlace, { tools, notes: before }: ReadTools, name = NAMELESS): MadeTools {
  const taken = { function: [...place.taken.function], mcp: [...place.taken.mcp] };
  const notes = [...before];
  const dropped = new Map<string, string[]>();
  const made = tools.flatMap((tool) => {
    const label = tool.name ?? name;
    if (!place.sorts.includes(tool.sort)) {
      notes.push(`Skipped the MCP server ${JSON.stringify(label)}: ${place.kind.id} takes functions alone.`);
      return [];
    }
    const own = nameFor(place, tool.sort, label, taken[tool.sort]);
    if (own !== label)
      notes.push(
        `${JSON.stringify(label)} is called ${JSON.stringify(own)} here: ${whyRenamed(place, tool.sort, label)}.`,
      );
    taken[tool.sort].push(own);
    const { value, left } = tool.sort === 'mcp' ? server(place, tool, own) : functionTool(place, tool, own);
    for (const key of left) dropped.set(key, [...(dropped.get(key) ?? []), own]);
    return value;
  });
  return { tools: made, notes: [...notes, ...leftOut(dropped, made.length)] };
}

function nameFor({ nameRule }: ToolPlace, sort: ToolSort, name: string, taken: readonly string[]): string {
  const isFine = sort === 'mcp' || !nameRule || new RegExp(nameRule.pattern, 'u').test(name);
  const possible = isFine ? name : name.replace(/[^a-zA-Z0-9_-]+/g, '_') || NAMELESS;
  return taken.includes(possible) ? freeName(possible, taken) : possible;
}

function whyRenamed(place: ToolPlace, sort: ToolSort, name: string): string {
  return place.taken[sort].includes(name) ||
    sort === 'mcp' ||
    !place.nameRule ||
    new RegExp(place.nameRule.pattern, 'u').test(name)
    ? 'the name is taken'
    : 'a name takes letters, digits, "_" and "-" alone';
}

interface Made {
  readonly value: object;
  readonly left: readonly string[];
}

function functionTool(place: ToolPlace, { description, parameters, dropped }: ReadTool, name: string): Made {
  const { $schema, ...schema }: Record<string, unknown> = isObject(parameters) ? parameters : NO_ARGUMENTS;
  const value = { type: 'function', name, ...(description ? { description } : {}), parameters: schema };
  return { value: inOrder(place, value), left: [...dropped, ...($schema === undefined ? [] : ['$schema'])] };
}

function server(place: ToolPlace, { members }: ReadTool, label: string): Made {
  const { order } = keysOfTool(place, { type: 'mcp', server_label: '', server_url: '' });
  const known = Object.entries({ type: 'mcp', ...members, server_label: label }).filter(([key]) =>
    order.includes(key),
  );
  const left = Object.keys(members).filter((key) => !order.includes(key));
  return { value: inOrder(place, Object.fromEntries(known)), left };
}

/** A tool with its keys in schema order, and empty texts where the kind requires a text that it has not. */
function inOrder(place: ToolPlace, tool: Readonly<Record<string, unknown>>): object {
  const { order, required } = keysOfTool(place, tool);
  const keys = [
    ...order.filter((key) => Object.hasOwn(tool, key) || required.has(key)),
    ...Object.keys(tool),
  ];
  return Object.fromEntries(
    [...new Set(keys)].map((key) => [key, Object.hasOwn(tool, key) ? tool[key] : '']),
  );
}

/** So many names of tools are told beside a key. */
const MOST_NAMED = 3;

function leftOut(dropped: ReadonlyMap<string, readonly string[]>, count: number): string[] {
  if (dropped.size === 0) return [];
  const keys = [...dropped].map(([key, names]) => {
    if (count === 1) return JSON.stringify(key);
    const more = names.length > MOST_NAMED ? ', …' : '';
    return `${JSON.stringify(key)} (${names.slice(0, MOST_NAMED).join(', ')}${more})`;
  });
  return [`Left out, because a tool has no place for it here: ${keys.join(', ')}.`];
}
