import { elementsOf, type Node } from '../document/node';
import { type CheckContext, consequenceOf, nameOf, report } from './context';
import { messages } from './messages';
import { type Applied, childSchemas } from './walk';

/** `minItems`, `maxItems`, `items`. */
export function checkArray(ctx: CheckContext, node: Node, applied: readonly Applied[]): void {
  const elements = elementsOf(node);
  for (const { schema, advisory } of applied) {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    const consequence = consequenceOf(ctx, advisory);
    if (elements.length > maxItems) {
      report(ctx, node, advisory, {
        code: 'too-many',
        message: messages.tooMany(nameOf(node), maxItems, elements.length, consequence),
      });
    } else if (elements.length < minItems) {
      report(ctx, node, advisory, {
        code: 'too-few',
        message: messages.tooFew(nameOf(node), minItems, elements.length, consequence),
      });
    }
  }
  elements.forEach((element, index) => {
    ctx.check(element, childSchemas(applied, index));
  });
}
