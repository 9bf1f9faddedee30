import { elementsOf, membersOf, type Node, stringOf } from '../document/node';
import { replaceValue } from './check-scalar';
import { type CheckContext, nameOf, report, sourceOf } from './context';
import { readDateTime } from './datetime';
import { messages } from './messages';
import type { JsonSchema } from './types';
import { type Applied, apply } from './walk';

/** `{"alloy": null}`: serde's map form of an enum variant without data. */
export function readEnumMap(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  if (node.type !== 'object' || node.children?.length !== 1) return false;
  const [member] = membersOf(node);
  if (member?.value?.type !== 'null') return false;
  if (!enumNames(ctx, schemas).includes(member.name)) return false;
  report(ctx, node, false, {
    code: 'wrong-type',
    severity: 'warning',
    message: messages.enumAsMap(nameOf(node), member.name),
    fixes: [replaceValue(node, JSON.stringify(member.name), { preferred: true, safe: true })],
  });
  return true;
}

function enumNames(ctx: CheckContext, schemas: readonly Applied[]): unknown[] {
  // Without a node every branch of a union counts, so that the enum beside `null` is seen.
  return schemas
    .flatMap(({ schema }) => apply(ctx.bundle, schema, undefined))
    .flatMap(({ schema }) => schema.enum ?? []);
}

/** A struct written as an array of all its fields in order. */
export function readStructArray(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  const fields = node.type === 'array' ? structFields(ctx, schemas) : undefined;
  if (!fields) return false;
  const elements = elementsOf(node);
  if (elements.length !== fields.length) {
    const message = messages.structLength(
      nameOf(node),
      fields.length,
      elements.length,
      ctx.dialect.consequence,
    );
    report(ctx, node, false, { code: 'wrong-type', message });
    return true;
  }
  report(ctx, node, false, {
    code: 'wrong-type',
    severity: 'warning',
    message: messages.structAsArray(
      nameOf(node),
      fields.map(([name]) => name),
    ),
    fixes: [structFix(ctx, node, fields)],
  });
  elements.forEach((element, index) => {
    const field = fields[index]?.[1];
    if (field) ctx.check(element, [{ schema: field, advisory: false }]);
  });
  return true;
}

/** The fields of the struct that a place takes, in order; undefined where it takes no struct, or arrays proper. */
export function structFields(
  ctx: CheckContext,
  schemas: readonly Applied[],
): (readonly [string, JsonSchema])[] | undefined {
  const applied = schemas.flatMap(({ schema }) => apply(ctx.bundle, schema, undefined));
  const struct = applied.find(({ schema, advisory }) => schema.properties && !advisory)?.schema;
  if (!struct?.properties || applied.some(({ schema }) => [schema.type ?? []].flat().includes('array'))) {
    return undefined;
  }
  return Object.entries(struct.properties);
}

function structFix(ctx: CheckContext, node: Node, fields: readonly (readonly [string, JsonSchema])[]) {
  const parts = elementsOf(node).map(
    (element, index) => `${JSON.stringify(fields[index]?.[0])}: ${sourceOf(ctx.doc, element)}`,
  );
  const fix = replaceValue(node, `{ ${parts.join(', ')} }`, { preferred: true, safe: true });
  return { ...fix, title: 'Write it as an object' };
}

/** `format: date-time` as chrono reads it. */
export function readDate(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  const text = stringOf(node);
  if (text === undefined) return false;
  const isDate = schemas.some(({ schema }) =>
    apply(ctx.bundle, schema, node).some((part) => part.schema.format === 'date-time'),
  );
  if (!isDate) return false;
  const verdict = readDateTime(text);
  if (verdict.verdict === 'strict') return true;
  const refused = verdict.verdict === 'refused';
  report(ctx, node, false, {
    code: 'wrong-format',
    severity: refused ? 'error' : 'warning',
    message: refused
      ? messages.badDate(nameOf(node), verdict.reason, ctx.dialect.consequence)
      : messages.lenientDate(nameOf(node), verdict.reason),
  });
  return true;
}
