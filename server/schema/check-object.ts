import aliasData from '../../schemas/aliases.json';
import { compose, insertAt, type OrderAt, removeAt, sourceText } from '../document/changes';
import { removeProperty, renameKey } from '../document/edits';
import { type Member, membersOf, type Node, nameRange, pathOf, pointer, valueAt } from '../document/node';
import { type Fix, lazyFix } from '../problem';
import { addFixes } from './add-fix';
import { branchWith, type OtherBranch } from './branches';
import { type CheckContext, consequenceOf, nameOf, report } from './context';
import { inside, messages } from './messages';
import { nearest } from './nearest';
import { placesOf } from './places';
import { propertyOrder } from './property-order';
import { type Applied, childSchemas, schemasAt, typeAllowed, typesOf } from './walk';

/** The one key of ours that every document may have at its root. */
export const SCHEMA_KEY = '$schema';

/** `required`, `additionalProperties`, repeated keys, and the members themselves. */
export function checkObject(ctx: CheckContext, node: Node, applied: readonly Applied[]): void {
  const members = membersOf(node);
  checkSize(ctx, node, members, applied);
  const present = new Set(members.map(({ name }) => name));
  checkRequired(ctx, node, applied, present);
  const seen = new Set<string>();
  for (const member of members) {
    const schemas = childSchemas(applied, member.name);
    if (seen.has(member.name)) reportDuplicate(ctx, node, member, schemas);
    seen.add(member.name);
    if (node === ctx.doc.root && member.name === SCHEMA_KEY) continue;
    if (schemas.length === 0) checkUnknown(ctx, node, member, applied, present);
    else if (member.value) ctx.check(member.value, schemas);
  }
}

function checkRequired(
  ctx: CheckContext,
  node: Node,
  applied: readonly Applied[],
  present: ReadonlySet<string>,
): void {
  for (const { schema, advisory } of applied) {
    for (const name of schema.required ?? []) {
      if (present.has(name)) continue;
      const owner = pathOf(node).length === 0 ? '' : inside(nameOf(node));
      report(ctx, node, advisory, {
        code: 'missing-property',
        message: messages.missing(name, owner, consequenceOf(ctx, advisory)),
        span: nameRange(node),
        fixes: addFixes(ctx, node, name, applied),
        missing: name,
      });
    }
  }
}

/** `maxProperties`, and `maxLength` of `propertyNames`. */
function checkSize(
  ctx: CheckContext,
  node: Node,
  members: readonly Member[],
  applied: readonly Applied[],
): void {
  for (const { schema, advisory } of applied) {
    const { maxProperties = Number.POSITIVE_INFINITY, propertyNames } = schema;
    const consequence = consequenceOf(ctx, advisory);
    if (members.length > maxProperties) {
      report(ctx, node, advisory, {
        code: 'too-many',
        message: messages.tooMany(nameOf(node), maxProperties, members.length, consequence),
        span: nameRange(node),
      });
    }
    const longest = propertyNames?.maxLength ?? Number.POSITIVE_INFINITY;
    for (const { name, key } of members) {
      const length = [...name].length;
      if (length <= longest) continue;
      report(ctx, node, advisory, {
        code: 'too-long',
        message: messages.tooLong('This key', longest, length, consequence),
        pointer: pointer([...pathOf(node), name]),
        span: key,
      });
    }
  }
}

function reportDuplicate(ctx: CheckContext, node: Node, member: Member, schemas: readonly Applied[]): void {
  const known = schemas.some((schema) => !schema.advisory);
  const refused = ctx.dialect.refusesDuplicates && known;
  report(ctx, node, false, {
    code: 'duplicate-key',
    severity: refused ? 'error' : 'warning',
    message: refused ? messages.duplicateKnown(member.name) : messages.duplicate(member.name),
    pointer: pointer([...pathOf(node), member.name]),
    span: member.key,
    fixes: [
      {
        title: `Remove this "${member.name}"`,
        edits: removeProperty(ctx.doc.text, node, member.property),
        preferred: true,
        safe: false,
      },
    ],
  });
}

/** What an object's schemas say to a key that none of them names. */
function checkUnknown(
  ctx: CheckContext,
  node: Node,
  member: Member,
  applied: readonly Applied[],
  present: ReadonlySet<string>,
): void {
  if (ctx.settled.has(member.key.offset)) return;
  if (applied.some(({ schema }) => schema.additionalProperties === true)) return;
  const { doc } = ctx;
  const closed = applied.find(({ schema }) => schema.additionalProperties === false);
  const struct = applied.find(({ schema, advisory }) => schema.properties && !advisory);
  if (!closed && !(struct && ctx.dialect.dropsUnknownKeys)) return;
  const names = applied.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  const free = names.filter((name) => !present.has(name));
  const branch = closed && branchWith(ctx.bundle, applied, node, member.name);
  const near = branch ? undefined : keyMeant(member.name, free);
  const elsewhere = near === undefined && !branch ? placeElsewhere(ctx, node, member.name) : undefined;
  const hint = near === undefined ? '' : messages.didYouMean(`"${near}"`, 0);
  const remove: Fix = {
    title: `Remove "${member.name}"`,
    edits: removeProperty(doc.text, node, member.property),
    // What goes with another type has no counterpart here, and is refused.
    preferred: branch !== undefined,
    safe: branch !== undefined,
  };
  const rename = near === undefined ? undefined : renameFix(member, near);
  report(ctx, node, closed?.advisory ?? false, {
    code: 'unknown-property',
    severity: closed ? 'error' : 'warning',
    message: messageFor(ctx, { name: member.name, hint, elsewhere, branch }, closed),
    pointer: pointer([...pathOf(node), member.name]),
    span: member.key,
    fixes: [...(rename ? [rename] : []), ...(elsewhere ? moveFixes(ctx, member, elsewhere) : []), remove],
    ...(closed ? {} : { tag: 'unnecessary' as const }),
  });
}

/** What is said of an unknown key: what the reader does to it, and where it belongs or what was meant. */
function messageFor(
  { dialect }: CheckContext,
  unknown: {
    name: string;
    hint: string;
    elsewhere: readonly string[] | undefined;
    branch: OtherBranch | undefined;
  },
  closed: Applied | undefined,
): string {
  const { name, elsewhere, branch } = unknown;
  const hint = elsewhere ? messages.belongs(elsewhere) : unknown.hint;
  if (!closed) return messages.dropped(name, hint);
  if (closed.advisory) return messages.adviceUnknown(name, hint);
  const consequence = dialect.keyConsequence ?? dialect.consequence;
  if (branch) return messages.otherBranch(name, branch, consequence);
  return elsewhere
    ? messages.misplacedKey(name, elsewhere, consequence)
    : messages.refusedKey(name, hint, consequence);
}

function renameFix(member: Member, name: string): Fix {
  const safe = fold(member.name) === fold(name);
  return { title: `Rename to "${name}"`, edits: [renameKey(member.key, name)], preferred: true, safe };
}

const aliases = new Map(Object.entries(aliasData.keys));

/** The key that was most likely meant: one that looks alike, or one that people call so elsewhere. */
function keyMeant(name: string, free: readonly string[]): string | undefined {
  const alias = aliases.get(name);
  return alias !== undefined && free.includes(alias) ? alias : nearest(name, free);
}

/** Moves a key to the one place where it belongs, if nothing is there yet and its value can stand there. */
function moveFixes(ctx: CheckContext, member: Member, to: readonly string[]): Fix[] {
  const { doc, bundle } = ctx;
  const { value, name, property } = member;
  if (!value || !doc.root || valueAt(doc.root, ...to)) return [];
  const fits = schemasAt(bundle, doc.root, to).some(({ schema }) =>
    typeAllowed(typesOf(bundle, schema), value),
  );
  // An element of an array may have the same names on its path.
  const from = pathOf(property);
  if (!fits || from.some((step) => typeof step === 'number')) return [];
  const orderAt: OrderAt = (root, path) => propertyOrder(schemasAt(bundle, root, path));
  const edits = () => compose(doc.text, [removeAt(from), insertAt(to, sourceText(doc.text, value), orderAt)]);
  return [lazyFix(`Move "${name}" to "${to.join('.')}"`, { preferred: true, safe: true }, edits)];
}

const fold = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');

/**
 * Where else in this kind of document a key of that name has its place; undefined when nowhere or in several. The
 * object itself may have it under another `type`: that is no other place.
 */
function placeElsewhere(ctx: CheckContext, node: Node, name: string): readonly string[] | undefined {
  const here = pointer([...pathOf(node), name]);
  const places = placesOf(ctx.bundle, name, ctx.doc.root);
  return places.length === 1 && places[0] && pointer(places[0]) !== here ? places[0] : undefined;
}
