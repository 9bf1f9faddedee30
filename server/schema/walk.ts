import { elementsOf, memberOf, membersOf, type Node } from '../document/node';
import { dereference } from './bundle';
import type { JsonSchema, JsonType } from './types';

/**
 * A subschema that speaks about a place of the document. `advisory` ones come from `x-advisory`: they complete,
 * explain and warn, but the target takes anything there.
 */
export interface Applied {
  readonly schema: JsonSchema;
  readonly advisory: boolean;
}

/**
 * All subschemas that hold at a node: the schema itself, what it refers to, every part of `allOf`, and of
 * conditions and unions the one branch that is meant. Unions without a matching branch contribute nothing:
 * the caller reports the union itself.
 * @param node undefined where there is no value yet; then every branch of a union is returned
 */
export function apply(
  bundle: JsonSchema,
  schema: JsonSchema,
  node: Node | undefined,
  advisory = false,
): Applied[] {
  const own = dereference(bundle, schema);
  const applied: Applied[] = [{ schema: own, advisory }];
  if (!hasParts(own)) return applied;
  const add = (part: JsonSchema | undefined, asAdvice = advisory) => {
    if (part) applied.push(...apply(bundle, part, node, asAdvice));
  };
  own.allOf?.forEach((part) => {
    add(part);
  });
  if (own.if) {
    if (node && matches(bundle, own.if, node)) add(own.then);
    else if (node) add(own.else);
  }
  const union = own.anyOf ?? own.oneOf;
  if (union && node) add(branchMeant(bundle, union, node));
  else
    union?.forEach((branch) => {
      add(branch);
    });
  add(own['x-advisory'], true);
  return applied;
}

/** Whether a schema has subschemas about the same place. */
function hasParts(schema: JsonSchema): boolean {
  const { allOf, anyOf, oneOf, if: condition, 'x-advisory': advisory } = schema;
  return (allOf ?? anyOf ?? oneOf ?? condition ?? advisory) !== undefined;
}

/** The subschemas for one member or element of a place, not yet applied to a value. */
export function childSchemas(parents: readonly Applied[], step: string | number): Applied[] {
  const children: Applied[] = [];
  for (const { schema, advisory } of parents) {
    const child = childOf(schema, step);
    if (child) children.push({ schema: child, advisory });
  }
  return children;
}

function childOf(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number') return schema.items;
  const own = Object.hasOwn(schema.properties ?? {}, step) ? schema.properties?.[step] : undefined;
  if (own) return own;
  for (const [pattern, byPattern] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern, 'u').test(step)) return byPattern;
  }
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** The subschemas at a path, walking down from the root along the nodes that exist. */
export function schemasAt(
  bundle: JsonSchema,
  root: Node | undefined,
  path: readonly (string | number)[],
): Applied[] {
  let node = root;
  let current = apply(bundle, bundle, node);
  for (const step of path) {
    node = typeof step === 'number' ? elementsOf(node)[step] : memberOf(node, step)?.value;
    const value = node;
    current = childSchemas(current, step).flatMap((child) =>
      apply(bundle, child.schema, value, child.advisory),
    );
  }
  return current;
}

/** The JSON type of a node. Integers are `number` here: whether one is whole depends on its text. */
export function typeOfNode(node: Node): JsonType {
  return node.type === 'property' ? 'object' : node.type;
}

/** Whether a node's type is one of those that a schema's `type` allows. */
export function typeAllowed(types: JsonType | readonly JsonType[] | undefined, node: Node): boolean {
  if (types === undefined) return true;
  const list = typeof types === 'string' ? [types] : types;
  const actual = typeOfNode(node);
  return list.some(
    (type) => type === actual || (type === 'integer' && actual === 'number' && Number.isInteger(node.value)),
  );
}

const typesBySchema = new WeakMap<JsonSchema, readonly JsonType[]>();

/**
 * The types that a schema, its parts and its branches allow together; empty when it names none. Found once per
 * schema object, which belongs to one bundle.
 */
export function typesOf(bundle: JsonSchema, schema: JsonSchema): readonly JsonType[] {
  const known = typesBySchema.get(schema);
  if (known) return known;
  const types = findTypes(bundle, dereference(bundle, schema));
  typesBySchema.set(schema, types);
  return types;
}

function findTypes(bundle: JsonSchema, own: JsonSchema): JsonType[] {
  const union = own.anyOf ?? own.oneOf;
  const found = [own.type ?? [], ...(union ?? []).map((branch) => typesOf(bundle, branch))].flat();
  if (found.length > 0) return [...new Set(found)];
  return [...new Set((own.allOf ?? []).flatMap((part) => typesOf(bundle, part)))];
}

/**
 * The branch of a union that the author means: of those that take the node's type, the one whose constant
 * members (`type` and the like) agree; else the first of them. Undefined when no branch takes the type.
 */
export function branchMeant(
  bundle: JsonSchema,
  branches: readonly JsonSchema[],
  node: Node,
): JsonSchema | undefined {
  const kin = branches.filter((branch) => {
    const types = typesOf(bundle, branch);
    // A number that is not whole still means the integer branch: the message is about the fraction.
    const asNumber = types.map((type): JsonType => (type === 'integer' ? 'number' : type));
    return types.length === 0 || asNumber.includes(typeOfNode(node));
  });
  if (kin.length < 2) return kin[0];
  return (
    kin.find((branch) => discriminates(bundle, branch, node)) ??
    kin.find((branch) => matches(bundle, branch, node)) ??
    kin[0]
  );
}

/** Whether a branch fixes the value of a member by `const` or `enum` and the node has that very value. */
function discriminates(bundle: JsonSchema, branch: JsonSchema, node: Node): boolean {
  const own = dereference(bundle, branch);
  return Object.entries(own.properties ?? {}).some(([name, property]) => {
    const value = memberOf(node, name)?.value;
    const allowed = property.const !== undefined ? [property.const] : property.enum;
    return (
      value !== undefined &&
      allowed !== undefined &&
      own.required?.includes(name) &&
      allowed.includes(value.value)
    );
  });
}

/**
 * Whether a node satisfies a schema as a condition (`if`). Covers the keywords that conditions use: type,
 * const, enum, required, properties, items of none, allOf, anyOf, not.
 */
export function matches(bundle: JsonSchema, schema: JsonSchema, node: Node): boolean {
  const own = dereference(bundle, schema);
  if (!typeAllowed(own.type, node)) return false;
  if (own.const !== undefined && own.const !== node.value) return false;
  if (own.enum && !own.enum.includes(node.value ?? null)) return false;
  if (node.type === 'object' && own.required?.some((name) => !memberOf(node, name))) return false;
  for (const { name, value } of membersOf(node)) {
    const property = own.properties?.[name];
    if (property && value && !matches(bundle, property, value)) return false;
  }
  if (own.pattern && node.type === 'string' && !new RegExp(own.pattern, 'u').test(node.value)) return false;
  if (own.allOf?.some((part) => !matches(bundle, part, node))) return false;
  const union = own.anyOf ?? own.oneOf;
  if (union && !union.some((branch) => matches(bundle, branch, node))) return false;
  return !(own.not && matches(bundle, own.not, node));
}
