import { type Node, pathOf } from '../document/node';
import { schemasAt } from '../schema/walk';
import type { Rule, RuleContext } from './rule';
import { sdkNumbers } from './support/sdk-numbers';

/** The largest number of 32 bits; serde reads what is larger as infinity, and writes infinity as null. */
const LARGEST = 3.4028235677973366e38;

/** Ran through serde 1.0.152 and serde_json 1.0.87. */
export const f32Overflow: Rule = {
  id: 'f32-overflow',
  severity: 'warning',
  summary: 'The SDK cannot hold a number so large, and writes null for it.',
  dialects: ['sdk'],
  *check(context) {
    for (const node of sdkNumbers(context)) {
      if (!isTooLarge(context, node)) continue;
      yield {
        at: node,
        message: `The SDK has 32 bits for "${pathOf(node).at(-1)}": so large a number becomes infinite, and is written as null when it is sent.`,
      };
    }
  },
};

function isTooLarge({ bundle, root }: RuleContext, node: Node): boolean {
  if (node.type !== 'number' || !Number.isFinite(node.value) || Math.abs(node.value) < LARGEST) return false;
  return schemasAt(bundle, root, pathOf(node)).some(({ schema }) => schema['x-number'] === 'f32');
}
