import { type Node, pathOf } from '../document/node';
import { factsOf } from '../schema/facts';
import { rangeText } from '../schema/range';
import { schemasAt } from '../schema/walk';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { sdkNumbers } from './support/sdk-numbers';

/** The SDK checks no ranges; those of the API of its day are in the schema as `x-apiRange`. */
export const sdkApiRange: Rule = {
  id: 'sdk-api-range',
  severity: 'warning',
  summary: 'The SDK takes this number, and the API refused it.',
  dialects: ['sdk'],
  *check(context) {
    for (const node of sdkNumbers(context)) {
      const finding = outside(context, node);
      if (finding) yield finding;
    }
  },
};

function outside({ bundle, root, doc }: RuleContext, node: Node): RuleFinding | undefined {
  const schemas = schemasAt(bundle, root, pathOf(node));
  const range = factsOf(bundle, schemas, schemas).apiRange;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = range ?? {};
  // A number that 32 bits do not hold is another rule’s.
  if (!range || Math.abs(node.value) > 3.4e38 || (node.value >= minimum && node.value <= maximum))
    return undefined;
  const source = doc.text.slice(node.offset, node.offset + node.length);
  return {
    at: node,
    message: `The SDK takes ${source.length > 20 ? 'this number' : source} for "${pathOf(node).at(-1)}", but the API takes ${rangeText(range)} and refuses the session.`,
    fixes: [replaceFix(node, String(node.value < minimum ? minimum : maximum), SUGGESTED)],
  };
}
