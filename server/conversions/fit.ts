import { elementsOf, membersOf, type Node, pathOfPointer } from '../document/node';
import type { Kind } from '../kinds/catalogue';
import { propertyOrder } from '../schema/property-order';
import type { JsonSchema } from '../schema/types';
import { type Applied, apply, childSchemas, typesOf } from '../schema/walk';
import { notes } from './messages';
import { type Part, type PartMember, withItems, withMembers } from './part';

/** What a result is fitted to. */
export interface Fitting {
  readonly bundle: JsonSchema;
  readonly to: Kind;
  /** Whether what the target does not know is taken out; else it stays, at the end of its object. */
  readonly strict: boolean;
  readonly note: (part: Part, message: string) => void;
}

/**
 * Puts the keys of a result into schema order, and takes out what the target has no place for.
 * @param part the result
 * @param node the same result, printed and parsed: the schema's conditions look at values
 */
export function fitToKind(part: Part, node: Node, fitting: Fitting): Part {
  return fitted(part, node, apply(fitting.bundle, fitting.bundle, node), fitting);
}

function fitted(part: Part, node: Node, applied: readonly Applied[], fitting: Fitting): Part {
  if (part.type === 'number') return wholeNumber(part, applied);
  if (part.type === 'array') {
    const nodes = elementsOf(node);
    return withItems(
      part,
      part.items.map((item, index) => below(item, nodes[index], childSchemas(applied, index), fitting)),
    );
  }
  // Objects of the author's own, such as a tool's parameters, keep their order and their keys.
  const isStruct = applied.some(({ schema, advisory }) => schema.properties !== undefined && !advisory);
  if (part.type !== 'object' || !isStruct) return part;
  const nodes = membersOf(node);
  const members = part.members.flatMap((member, index) => {
    const schemas = childSchemas(applied, member.name);
    const refused = fitting.strict ? refusalOf(member, schemas, applied, fitting) : undefined;
    if (refused !== undefined) {
      fitting.note(member.part, refused);
      return [];
    }
    const value = below(member.part, nodes[index]?.value, schemas, fitting);
    // An object that was made for something that has been taken out goes with it.
    if (value.origin === undefined && value.members.length < 1 && member.part.members.length > 0) return [];
    return [value === member.part ? member : { ...member, part: value }];
  });
  return withMembers(part, inOrder(members, propertyOrder(applied)));
}

/** Serde reads a whole number in plain digits only, where other readers also take 300.0 and 3e2. */
function wholeNumber(part: Part, applied: readonly Applied[]): Part {
  const wantsDigits = applied.some(({ schema }) => schema['x-number'] === 'u32');
  if (!wantsDigits || !Number.isSafeInteger(part.value) || /^\d+$/.test(part.source ?? '')) return part;
  return { ...part, source: String(part.value) };
}

function below(part: Part, node: Node | undefined, schemas: readonly Applied[], fitting: Fitting): Part {
  if (!node || schemas.length === 0) return part;
  const { bundle } = fitting;
  const applied = schemas.flatMap(({ schema, advisory }) => apply(bundle, schema, node, advisory));
  return fitted(part, node, applied, fitting);
}

/** Why a member cannot stay, if it cannot. */
function refusalOf(
  { name, part }: PartMember,
  schemas: readonly Applied[],
  applied: readonly Applied[],
  { bundle, to }: Fitting,
): string | undefined {
  // People know it by the key under which they wrote it.
  const written = part.origin === undefined ? name : String(pathOfPointer(part.origin).at(-1));
  if (schemas.length === 0) {
    return applied.some(({ schema }) => schema.additionalProperties === true)
      ? undefined
      : notes.unknown(written, to);
  }
  if (part.type !== 'null') return undefined;
  const types = schemas.flatMap(({ schema }) => typesOf(bundle, schema));
  return types.length === 0 || types.includes('null') ? undefined : notes.noNull(written);
}

function inOrder(members: readonly PartMember[], order: readonly string[]): readonly PartMember[] {
  const rank = ({ name }: PartMember) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return [...members].sort((a, b) => rank(a) - rank(b));
}
