import type { Node } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import type { Problem } from '../problem';
import { checkArray } from './check-array';
import { checkObject } from './check-object';
import { checkNumber, checkString, checkValues } from './check-scalar';
import { type CheckContext, consequenceOf, type Dialect, nameOf, report } from './context';
import { listTypes, messages } from './messages';
import { typeFixes } from './type-fix';
import type { JsonSchema, JsonType } from './types';
import { type Applied, apply, typeAllowed, typeOfNode, typesOf } from './walk';

/**
 * Checks a document against its kind's schema, read the way the kind's dialect reads files.
 * @param doc the parsed document; without a root value nothing is found here (the syntax check speaks)
 * @param bundle the kind's self-contained schema
 * @param dialect how the target reads files
 * @returns the problems in source order
 */
export function checkSchema(doc: RealtimeDocument, bundle: JsonSchema, dialect: Dialect): Problem[] {
  const problems: Problem[] = [];
  const ctx: CheckContext = {
    doc,
    bundle,
    dialect,
    problems,
    said: new Set(),
    settled: new Set(),
    check: (node, schemas) => {
      checkValue(ctx, node, schemas);
    },
  };
  dialect.readText?.(ctx);
  for (const { span } of problems) ctx.settled.add(span.offset);
  if (doc.root) checkValue(ctx, doc.root, [{ schema: bundle, advisory: false }]);
  return problems.sort((a, b) => a.span.offset - b.span.offset);
}

/** Checks one value; a value of the wrong type is reported once and not looked into. */
function checkValue(ctx: CheckContext, node: Node, schemas: readonly Applied[]): void {
  if (ctx.settled.has(node.offset)) return;
  const applied = schemas.flatMap(({ schema, advisory }) => apply(ctx.bundle, schema, node, advisory));
  if (ctx.dialect.read?.(ctx, node, schemas)) return;
  // Null says that there is nothing to advise on.
  const advice = node.type === 'null' ? [] : applied.filter(({ advisory }) => advisory);
  if (!checkType(ctx, node, advice.length > 0 ? [...schemas, ...advice] : schemas)) return;
  checkValues(ctx, node, applied);
  if (node.type === 'number') checkNumber(ctx, node, applied);
  if (node.type === 'string') checkString(ctx, node, applied);
  if (node.type === 'array') checkArray(ctx, node, applied);
  if (node.type === 'object') checkObject(ctx, node, applied);
}

function checkType(ctx: CheckContext, node: Node, schemas: readonly Applied[]): boolean {
  for (const { schema, advisory } of schemas) {
    const types = typesOf(ctx.bundle, schema);
    if (types.length === 0 || typeAllowed(types, node)) continue;
    // A fraction where a whole number is wanted is a matter of the number, not of the type.
    if (node.type === 'number' && types.includes('integer')) continue;
    report(ctx, node, advisory, {
      code: 'wrong-type',
      message: messages.wrongType(nameOf(node), types, actualType(node), consequenceOf(ctx, advisory)),
      fixes: typeFixes(ctx, node, types),
    });
    return false;
  }
  return true;
}

function actualType(node: Node): string {
  const type: JsonType = typeOfNode(node);
  return type === 'boolean' || type === 'null' ? String(node.value) : listTypes([type]);
}
