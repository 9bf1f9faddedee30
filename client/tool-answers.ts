import type { ToolRoom, ToolSort } from '../server/protocol';

/** What is wrong with a name while it is typed. In: what the server says of names. Out: undefined when it is fine. */
export function nameProblem(
  { taken, nameRule }: Pick<ToolRoom, 'taken' | 'nameRule'>,
  sort: ToolSort,
  name: string,
): string | undefined {
  if (name.trim() === '') return 'Type at least one letter.';
  if (taken[sort].includes(name)) return `"${name}" is in use already. Choose a name that is free.`;
  if (sort !== 'function' || !nameRule || new RegExp(nameRule.pattern, 'u').test(name)) return undefined;
  return nameRule.message || 'The API takes no such name.';
}

/** The first of `name`, `name_2`, `name_3` … that is not in use. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let count = 2; taken.includes(free); count++) free = `${name}_${count}`;
  return free;
}

/** What is wrong with the address of an MCP server while it is typed. Out: undefined when it is fine. */
export function addressProblem(address: string): string | undefined {
  return /^https?:\/\/[^\s/?#]+\S*$/i.test(address)
    ? undefined
    : 'Type the whole address, such as https://mcp.example.com/orders.';
}

/** What is wrong with a list of arguments while it is typed. Out: undefined when it is fine. */
export function argumentsProblem(text: string): string | undefined {
  const names = namesIn(text);
  const odd = names.find(({ name }) => !/^[\w-]+$/.test(name));
  if (odd) return `"${odd.name}" cannot be an argument. Names take letters, digits, "_" and "-".`;
  const twice = names.find(({ name }, index) => names.findIndex((one) => one.name === name) !== index);
  return twice && `"${twice.name}" is there twice.`;
}

/**
 * A JSON Schema to start from. In: names parted by commas, those of optional arguments with a `?` behind. Out: the
 * `parameters` of a function; every argument is a string until somebody says otherwise.
 */
export function argumentsSchema(text: string): Record<string, unknown> {
  const names = namesIn(text);
  const properties = Object.fromEntries(names.map(({ name }) => [name, { type: 'string', description: '' }]));
  const required = names.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function namesIn(text: string): { name: string; isOptional: boolean }[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ name: part.replace(/\s*\?$/, ''), isOptional: part.endsWith('?') }));
}
