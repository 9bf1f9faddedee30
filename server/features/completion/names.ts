import { elementsOf, memberOf, membersOf, type Node, stringOf, valueAt } from '../../document/node';
import { looksSecret } from '../../document/secrets';

/** A name that stands elsewhere in the document. */
export interface DocumentName {
  readonly name: string;
  readonly description: string;
}

/** How `x-namesFrom` finds names; `path` leads to the value that is completed. */
const sources: Record<
  string,
  (root: Node | undefined, path: readonly (string | number)[]) => DocumentName[]
> = {
  /** The functions in the nearest `tools` array around the key. */
  tools: (root, path) => toolsAround(root, path).flatMap((tool) => named(tool, 'name', 'description')),
  /** The MCP servers in it. */
  serverLabels: (root, path) =>
    toolsAround(root, path).flatMap((tool) => named(tool, 'server_label', 'server_description')),
  /**
   * The keys of the `properties` beside the array that is filled, less those that it has; of an array for an argument, as
   * in `dependentRequired`, beside the object that holds it.
   */
  properties: (root, path) => {
    const holder = path.findLastIndex((step) => typeof step === 'string');
    const around = [holder, holder - 1].map((depth) => valueAt(root, ...path.slice(0, Math.max(0, depth))));
    const schema = around.find((object) => memberOf(object, 'properties'));
    const listed = elementsOf(valueAt(root, ...path.slice(0, holder + 1)));
    const own = valueAt(root, ...path);
    const taken = [...listed.filter((node) => node !== own).map(stringOf), path[holder]];
    return membersOf(memberOf(schema, 'properties')?.value)
      .filter(({ name }) => !taken.includes(name))
      .map(({ name, value }) => ({
        name,
        description: stringOf(memberOf(value, 'description')?.value) ?? '',
      }));
  },
};

/** The `tools` beside a value or, from the inside out, beside one of the objects around it. */
function toolsAround(root: Node | undefined, path: readonly (string | number)[]): readonly Node[] {
  for (let level = path.length - 1; level >= 0; level--) {
    const tools = memberOf(valueAt(root, ...path.slice(0, level)), 'tools')?.value;
    if (tools) return elementsOf(tools);
  }
  return [];
}

function named(tool: Node, key: string, about: string): DocumentName[] {
  const name = stringOf(memberOf(tool, key)?.value);
  return name ? [{ name, description: stringOf(memberOf(tool, about)?.value) ?? '' }] : [];
}

/** The names that the document offers for a value; what looks like a secret is not passed on. */
export function namesFor(
  source: string | undefined,
  root: Node | undefined,
  path: readonly (string | number)[],
): DocumentName[] {
  const names = source === undefined ? [] : (sources[source]?.(root, path) ?? []);
  return names
    .filter(({ name }) => !looksSecret(name))
    .map(({ name, description }) => ({ name, description: looksSecret(description) ? '' : description }));
}
