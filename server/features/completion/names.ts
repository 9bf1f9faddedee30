import { elementsOf, memberOf, membersOf, type Node, stringOf, valueAt } from '../../document/node';

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
  /** The names in the `tools` array beside the key. */
  tools: (root, path) =>
    elementsOf(memberOf(valueAt(root, ...path.slice(0, -1)), 'tools')?.value).flatMap((tool) => {
      const name = stringOf(memberOf(tool, 'name')?.value);
      return name ? [{ name, description: stringOf(memberOf(tool, 'description')?.value) ?? '' }] : [];
    }),
  /** The keys of the `properties` beside the array that is filled, less those that it has. */
  properties: (root, path) => {
    const holder = path.findLastIndex((step) => typeof step === 'string');
    const schema = valueAt(root, ...path.slice(0, holder));
    const listed = elementsOf(valueAt(root, ...path.slice(0, holder + 1)));
    const own = valueAt(root, ...path);
    const taken = listed.filter((node) => node !== own).map(stringOf);
    return membersOf(memberOf(schema, 'properties')?.value)
      .filter(({ name }) => !taken.includes(name))
      .map(({ name, value }) => ({
        name,
        description: stringOf(memberOf(value, 'description')?.value) ?? '',
      }));
  },
};

/** The names that the document offers for a value. */
export function namesFor(
  source: string | undefined,
  root: Node | undefined,
  path: readonly (string | number)[],
): DocumentName[] {
  return source === undefined ? [] : (sources[source]?.(root, path) ?? []);
}
