import { type InputBoxOptions, type QuickPickItem, window } from 'vscode';
import type { ToolRoom, ToolSort } from '../server/protocol';
import { pick } from './pick';
import { addressProblem, argumentsProblem, argumentsSchema, freeName, nameProblem } from './tool-answers';

/** What a new tool is made from. */
export type ToolSource = ToolSort | 'clipboard';

interface SourceItem extends QuickPickItem {
  source: ToolSource;
}

const SOURCES: readonly SourceItem[] = [
  {
    label: 'Function',
    detail: 'Something that your own program does when the model asks for it.',
    source: 'function',
  },
  {
    label: 'MCP server',
    detail: 'Tools of a server that speaks the Model Context Protocol.',
    source: 'mcp',
  },
  {
    label: 'From the clipboard',
    detail: 'A tool of Chat Completions, of Anthropic’s API or of an MCP server’s list, or a JSON Schema.',
    source: 'clipboard',
  },
];

/** Asks what the new tool is made from. In: what the document takes, and what was chosen last. Out: undefined to leave. */
export async function askSource(
  { sorts }: ToolRoom,
  last: ToolSource | undefined,
): Promise<ToolSource | undefined> {
  const possible = SOURCES.filter(({ source }) => source === 'clipboard' || sorts.includes(source));
  const items = possible.map((item) => ({
    ...item,
    ...(item.source === last ? { description: 'chosen last' } : {}),
  }));
  items.sort((a, b) => Number(b.source === last) - Number(a.source === last));
  return (await pick(items, 'What kind of tool?'))?.source;
}

/** Asks for a function, question by question. Out: the tool as the server takes it; undefined when the user leaves. */
export async function askFunction(room: ToolRoom): Promise<Record<string, unknown> | undefined> {
  const name = await askName(room, 'Insert function (1 of 3)');
  if (name === undefined) return undefined;
  const description = await ask({
    title: 'Insert function (2 of 3)',
    prompt: `What "${name}" does, and when the model is to call it`,
    placeHolder: 'Finds an order by its number. Call it when the caller asks where a parcel is.',
  });
  if (description === undefined) return undefined;
  const args = await ask({
    title: 'Insert function (3 of 3)',
    prompt: 'Its arguments, parted by commas; "?" behind those that may be missing. Leave it empty for none',
    placeHolder: 'order_number, email?',
    validateInput: argumentsProblem,
  });
  if (args === undefined) return undefined;
  return {
    type: 'function',
    name,
    ...(description ? { description } : {}),
    parameters: argumentsSchema(args),
  };
}

/** Asks for the name of a function. Out: one that the document takes; undefined when the user leaves. */
export async function askName(room: ToolRoom, title: string): Promise<string | undefined> {
  return ask({
    title,
    prompt: 'The name of the function, which the model calls it by',
    value: freeName('look_up', room.taken.function),
    validateInput: (value) => nameProblem(room, 'function', value),
  });
}

/** Asks for an MCP server. Out: the tool as the server takes it; undefined when the user leaves. */
export async function askServerTool(room: ToolRoom): Promise<Record<string, unknown> | undefined> {
  const label = await ask({
    title: 'Insert MCP server (1 of 2)',
    prompt: 'A short name of yours for the server',
    value: freeName('orders', room.taken.mcp),
    validateInput: (value) => nameProblem(room, 'mcp', value),
  });
  if (label === undefined) return undefined;
  const address = await ask({
    title: 'Insert MCP server (2 of 2)',
    prompt: `The address of "${label}"`,
    value: 'https://',
    valueSelection: [8, 8],
    validateInput: addressProblem,
  });
  return address === undefined ? undefined : { type: 'mcp', server_label: label, server_url: address };
}

/** An input box that stays while one looks something up elsewhere. */
const ask = (options: InputBoxOptions) => window.showInputBox({ ignoreFocusOut: true, ...options });
