import type { Node } from '../document/node';
import { secretsIn } from '../document/secrets';
import type { Fix } from '../problem';
import { type CheckContext, consequenceOf, nameOf, report, sourceOf } from './context';
import { excerpt, messages } from './messages';
import { nearest } from './nearest';
import { rangeText } from './range';
import type { JsonSchema } from './types';
import type { Applied } from './walk';

/** A fix that replaces a whole value. */
export function replaceValue(
  node: Node,
  content: string,
  options: { preferred: boolean; safe: boolean },
): Fix {
  return {
    title: `Replace with ${content}`,
    edits: [{ offset: node.offset, length: node.length, content }],
    ...options,
  };
}

/** `enum` and `const`. */
export function checkValues(ctx: CheckContext, node: Node, applied: readonly Applied[]): void {
  for (const { schema, advisory } of applied) {
    const allowed = schema.const === undefined ? schema.enum : [schema.const];
    if (!allowed || allowed.includes(node.value ?? null)) continue;
    // A union of an enum and null: the other branch has taken the value.
    if (node.type === 'object' || node.type === 'array') continue;
    reportValue(ctx, node, advisory, allowed);
  }
}

/** A value that is none of those allowed: the nearest is named, or a few of them. */
function reportValue(ctx: CheckContext, node: Node, advisory: boolean, allowed: readonly unknown[]): void {
  const near = typeof node.value === 'string' ? nearest(node.value, allowed.filter(isString)) : undefined;
  const hint =
    near === undefined
      ? messages.allowed(allowed.map((value) => JSON.stringify(value)))
      : messages.didYouMean(JSON.stringify(near), allowed.length - 1);
  const actual = excerpt(sourceOf(ctx.doc, node));
  report(ctx, node, advisory, {
    code: 'invalid-value',
    message: messages.invalidValue(nameOf(node), actual, hint, consequenceOf(ctx, advisory)),
    fixes: fixesForValue(node, allowed, near),
  });
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** The nearest value is preferred; in a short list the others follow as alternatives. */
function fixesForValue(node: Node, allowed: readonly unknown[], near: string | undefined): Fix[] {
  const safe = near !== undefined && typeof node.value === 'string' && folded(near) === folded(node.value);
  const fixes =
    near === undefined ? [] : [replaceValue(node, JSON.stringify(near), { preferred: true, safe })];
  if (allowed.length > 6) return fixes;
  if (allowed.length === 1 && near === undefined)
    return [replaceValue(node, JSON.stringify(allowed[0]), { preferred: true, safe: false })];
  const others = allowed.filter((value) => value !== near);
  return [
    ...fixes,
    ...others.map((value) => replaceValue(node, JSON.stringify(value), { preferred: false, safe: false })),
  ];
}

/** Case, dashes and underscores make no other word. */
const folded = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');

/** `minimum`, `maximum`, whole numbers, and literals that only the source text tells apart. */
export function checkNumber(ctx: CheckContext, node: Node, applied: readonly Applied[]): void {
  const source = sourceOf(ctx.doc, node);
  for (const { schema, advisory } of applied) {
    const consequence = consequenceOf(ctx, advisory);
    if (schema['x-number'] === 'u32' && !advisory && !/^-?(?:0|[1-9]\d*)$|^$/.test(source)) {
      reportLiteral(ctx, node, source, schema);
      return;
    }
    if (schema['x-number'] === 'u32' && source === '-0') {
      reportLiteral(ctx, node, source, schema);
      return;
    }
    const types = [schema.type ?? []].flat();
    if (types.includes('integer') && !types.includes('number') && !Number.isInteger(node.value)) {
      report(ctx, node, advisory, {
        code: 'wrong-type',
        message: messages.notWhole(nameOf(node), source, consequence),
      });
      return;
    }
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    if (node.value >= minimum && node.value <= maximum) continue;
    const nearestBound = node.value < minimum ? minimum : maximum;
    report(ctx, node, advisory, {
      code: 'out-of-range',
      message: messages.belowMinimum(nameOf(node), rangeText(schema), excerpt(source), consequence),
      fixes: [replaceValue(node, String(nearestBound), { preferred: true, safe: false })],
    });
  }
}

function reportLiteral(ctx: CheckContext, node: Node, source: string, schema: JsonSchema): void {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
  const value = Number(source);
  const plain =
    Number.isInteger(value) && value >= minimum && value <= maximum ? String(Math.abs(value)) : undefined;
  const rounded = String(Math.min(Math.max(Math.round(value), minimum), maximum));
  report(ctx, node, false, {
    code: 'number-literal',
    message: messages.numberLiteral(nameOf(node), excerpt(source), plain, ctx.dialect.consequence),
    fixes: [replaceValue(node, plain ?? rounded, { preferred: true, safe: plain !== undefined })],
  });
}

/**
 * `minLength`, `maxLength` (in code points, as JSON Schema counts), `pattern` and the format `uri`. Dates are a
 * dialect's matter.
 */
export function checkString(ctx: CheckContext, node: Node, applied: readonly Applied[]): void {
  const value = String(node.value);
  for (const { schema, advisory } of applied) {
    const consequence = consequenceOf(ctx, advisory);
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
    // Only a text with a limit is worth counting.
    const length = minLength > 0 || maxLength < value.length ? [...value].length : value.length;
    if (length > maxLength) {
      report(ctx, node, advisory, {
        code: 'too-long',
        message: messages.tooLong(nameOf(node), maxLength, length, consequence),
      });
    } else if (length < minLength) {
      report(ctx, node, advisory, {
        code: 'too-short',
        message: messages.tooShort(nameOf(node), minLength, length, consequence),
      });
    } else if (pattern && !new RegExp(pattern, 'u').test(value)) {
      const known = schema['x-values']?.map((one) => one.value);
      if (known) reportValue(ctx, node, advisory, known);
      else
        report(ctx, node, advisory, {
          code: 'wrong-pattern',
          message: messages.wrongPattern(nameOf(node), pattern, schema.patternErrorMessage, consequence),
          fixes: secretsIn(ctx.doc).some((secret) => secret.node === node)
            ? []
            : patternFixes(node, value, pattern),
        });
    } else if (schema.format === 'uri' && !URI.test(value)) {
      report(ctx, node, advisory, {
        code: 'wrong-format',
        message: messages.notUri(nameOf(node), consequence),
      });
    }
  }
}

/** An absolute address: a scheme, then nothing that an address cannot hold. */
const URI = /^[a-z][a-z0-9+.-]*:(?:[^\s<>"{}|\\^`%]|%[0-9a-f]{2})+$/i;

/** Where a pattern is about single characters, those that it refuses can be replaced or left out. */
function patternFixes(node: Node, value: string, pattern: string): Fix[] {
  const [, allowed, repeat] = /^\^\[([^\]]+)\]([+*])\$$/.exec(pattern) ?? [];
  if (allowed === undefined) return [];
  const good = new RegExp(`[${allowed}]`, 'u');
  // What may be empty is text: a character that it does not take is left out.
  const mended = [...value].map((char) => (good.test(char) ? char : repeat === '+' ? '_' : '')).join('');
  if (mended === '' || mended === value) return [];
  return [replaceValue(node, JSON.stringify(mended), { preferred: true, safe: false })];
}
