import { elementsOf, membersOf, type Node, pointer } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { secretsIn } from '../document/secrets';
import type { JsonSchema } from '../schema/types';
import { type Applied, apply, childSchemas } from '../schema/walk';
import type { Part, PartMember } from './part';

/** Reads a document into parts. */
interface Reader {
  readonly doc: RealtimeDocument;
  readonly bundle: JsonSchema | undefined;
  readonly secrets: ReadonlySet<Node>;
  /** Told of each value that a repeated key hides. */
  readonly onRepeat: (hidden: PartMember) => void;
}

/**
 * The parts of a document. Of a key that is repeated where its kind names the keys, the last value counts, as it does
 * for every reader; elsewhere, as in a tool's parameters, everything stays.
 * @param bundle schema of the document's kind
 */
export function readPart(
  doc: RealtimeDocument,
  root: Node,
  bundle: JsonSchema | undefined,
  onRepeat: (hidden: PartMember) => void,
): Part {
  const secrets = new Set(secretsIn(doc).map(({ node }) => node));
  const applied = bundle ? apply(bundle, bundle, root) : [];
  return read({ doc, bundle, secrets, onRepeat }, root, applied, [], false);
}

type Steps = readonly (string | number)[];

function read(
  reader: Reader,
  node: Node,
  applied: readonly Applied[],
  steps: Steps,
  isInSecret: boolean,
): Part {
  const secret =
    isInSecret || reader.secrets.has(node) || applied.some(({ schema }) => schema['x-secret'] === true);
  const below = (step: string | number, value: Node) =>
    read(reader, value, childrenOf(reader, applied, step, value), [...steps, step], secret);
  const base = {
    type: node.type as Part['type'],
    value: node.value as unknown,
    source: reader.doc.text.slice(node.offset, node.offset + node.length),
    origin: pointer(steps),
    ...(secret ? { secret } : {}),
  };
  const items = elementsOf(node).map((element, index) => below(index, element));
  const all = membersOf(node).flatMap(({ name, key, value }) =>
    value
      ? [{ name, key: reader.doc.text.slice(key.offset, key.offset + key.length), part: below(name, value) }]
      : [],
  );
  const isStruct = applied.some(({ schema, advisory }) => schema.properties !== undefined && !advisory);
  const members = isStruct ? lastOnes(reader, all) : all;
  const { source, ...rest } = base;
  return {
    ...rest,
    items,
    members,
    source: members.length < all.length || isChanged(members, items) ? undefined : source,
  };
}

/** Whether something below has lost a repeated key, so that the text does not hold any more. */
function isChanged(members: readonly PartMember[], items: readonly Part[]): boolean {
  return (
    members.some(({ part }) => part.source === undefined) || items.some((item) => item.source === undefined)
  );
}

function childrenOf(
  reader: Reader,
  applied: readonly Applied[],
  step: string | number,
  node: Node,
): Applied[] {
  const { bundle } = reader;
  if (!bundle) return [];
  return childSchemas(applied, step).flatMap(({ schema, advisory }) => apply(bundle, schema, node, advisory));
}

function lastOnes(reader: Reader, members: readonly PartMember[]): readonly PartMember[] {
  const last = new Map(members.map((member) => [member.name, member]));
  if (last.size === members.length) return members;
  for (const member of members) if (last.get(member.name) !== member) reader.onRepeat(member);
  return members.filter((member) => last.get(member.name) === member);
}
