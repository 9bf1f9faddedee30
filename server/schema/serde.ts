import { elementsOf, membersOf, type Node, stringOf } from '../document/node';
import { depthOf } from '../document/parse';
import { replaceValue } from './check-scalar';
import { type CheckContext, type Dialect, nameOf, report, sourceOf } from './context';
import { readDateTime } from './datetime';
import { consequences, excerpt, messages } from './messages';
import type { JsonSchema } from './types';
import { type Applied, apply, childSchemas } from './walk';

/** serde_json gives up at this depth (its recursion limit), in everything that it keeps. */
const RECURSION_LIMIT = 128;

/**
 * Files of the sdk dialect are read by serde's derived code: unknown keys vanish, repeated known keys are
 * refused, and a few forms that nobody writes are taken. Verified against serde 1.0.152, serde_json 1.0.87
 * and chrono 0.4.23; the cases are in test/conformance.
 */
export const serdeDialect: Dialect = {
  consequence: consequences.sdk,
  dropsUnknownKeys: true,
  refusesDuplicates: true,
  readText: (ctx) => {
    if (ctx.doc.root) checkKeptText(ctx, ctx.doc.root, apply(ctx.bundle, ctx.bundle, ctx.doc.root), 0);
  },
  read: (ctx, node, schemas) => {
    const firm = schemas.filter(({ advisory }) => !advisory);
    return readEnumMap(ctx, node, firm) || readStructArray(ctx, node, firm) || readDate(ctx, node, firm);
  },
};

/**
 * Walks what serde keeps (unknown keys are skipped over unread, so they may hold anything) and reports half
 * surrogate pairs, numbers beyond a double, and nesting beyond the recursion limit.
 */
function checkKeptText(
  ctx: CheckContext,
  node: Node,
  applied: readonly Applied[] | undefined,
  depth: number,
): void {
  if (node.type === 'number' && !Number.isFinite(node.value)) {
    const source = excerpt(sourceOf(ctx.doc, node));
    report(ctx, node, false, {
      code: 'number-literal',
      message: messages.numberTooLarge(nameOf(node), source, ctx.dialect.consequence),
    });
  }
  if (node.type === 'string') checkSurrogates(ctx, node);
  if (node.type === 'array' || node.type === 'object') {
    if (depth + 1 === RECURSION_LIMIT && depthOf(node) > 0) {
      report(ctx, node, false, {
        code: 'syntax',
        message: messages.nesting(RECURSION_LIMIT),
        span: { offset: node.offset, length: 1 },
      });
      return;
    }
    checkKeptChildren(ctx, node, applied, depth + 1);
  }
}

function checkKeptChildren(
  ctx: CheckContext,
  node: Node,
  applied: readonly Applied[] | undefined,
  depth: number,
): void {
  elementsOf(node).forEach((element, index) => {
    checkKeptText(ctx, element, keptBelow(ctx, applied, index, element), depth);
  });
  for (const { key, name, value } of membersOf(node)) {
    checkSurrogates(ctx, key);
    const inside = keptBelow(ctx, applied, name, value);
    if (value && (inside || isAnyJson(applied))) checkKeptText(ctx, value, inside, depth);
  }
}

/** The schemas of a child that serde keeps; undefined inside free JSON, where everything is kept, and for dropped keys. */
function keptBelow(
  ctx: CheckContext,
  applied: readonly Applied[] | undefined,
  step: string | number,
  child: Node | undefined,
): readonly Applied[] | undefined {
  if (isAnyJson(applied)) return undefined;
  const children = childSchemas(applied ?? [], step).filter(({ advisory }) => !advisory);
  if (children.length === 0) return typeof step === 'number' ? (applied ?? []) : undefined;
  return children.flatMap((one) => apply(ctx.bundle, one.schema, child, one.advisory));
}

/** Whether a place takes any JSON (`serde_json::Value`): no firm schema names a type there. */
function isAnyJson(applied: readonly Applied[] | undefined): boolean {
  if (applied === undefined) return true;
  return applied.every(
    ({ schema, advisory }) => advisory || (schema.type === undefined && !schema.properties),
  );
}

function checkSurrogates(ctx: CheckContext, node: Node): void {
  // Only an escape can make half a pair; text that came in as UTF-8 has none.
  if (!/\\u[dD][89a-fA-F]/.test(sourceOf(ctx.doc, node))) return;
  if (/\p{Surrogate}/u.test(String(node.value))) {
    report(ctx, node, false, {
      code: 'syntax',
      message: messages.loneSurrogate(ctx.dialect.consequence),
      span: { offset: node.offset, length: node.length },
    });
  }
}

/** `{"alloy": null}`: serde's map form of an enum variant without data. */
function readEnumMap(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  const [member, ...others] = membersOf(node);
  if (node.type !== 'object' || !member || others.length > 0 || member.value?.type !== 'null') return false;
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
function readStructArray(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  if (node.type !== 'array') return false;
  const struct = schemas
    .flatMap(({ schema }) => apply(ctx.bundle, schema, undefined))
    .find(({ schema, advisory }) => schema.properties && !advisory)?.schema;
  if (!struct || takesArrays(ctx, schemas)) return false;
  const fields = Object.entries(struct.properties ?? {});
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

function takesArrays(ctx: CheckContext, schemas: readonly Applied[]): boolean {
  return schemas
    .flatMap(({ schema }) => apply(ctx.bundle, schema, undefined))
    .some(({ schema }) => [schema.type ?? []].flat().includes('array'));
}

function structFix(ctx: CheckContext, node: Node, fields: readonly (readonly [string, JsonSchema])[]) {
  const parts = elementsOf(node).map(
    (element, index) => `${JSON.stringify(fields[index]?.[0])}: ${sourceOf(ctx.doc, element)}`,
  );
  const fix = replaceValue(node, `{ ${parts.join(', ')} }`, { preferred: true, safe: true });
  return { ...fix, title: 'Write it as an object' };
}

/** `format: date-time` as chrono reads it. */
function readDate(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  const text = stringOf(node);
  const isDate = schemas.some(({ schema }) =>
    apply(ctx.bundle, schema, node).some((part) => part.schema.format === 'date-time'),
  );
  if (!isDate || text === undefined) return false;
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
