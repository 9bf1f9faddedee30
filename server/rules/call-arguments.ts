import { elementsOf, memberOf, type Node, stringOf, toValue } from '../document/node';
import { replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { consequenceFor } from './support/consequence';
import { parsed } from './support/json-text';

const CALLS: readonly unknown[] = ['function_call', 'mcp_call', 'mcp_approval_request'];

/** RealtimeConversationItemFunctionCall in the types of the npm package openai: "a JSON-encoded string". */
export const callArguments: Rule = {
  id: 'call-arguments',
  severity: 'error',
  summary: 'The arguments of a call are no JSON text.',
  dialects: ['ga', 'beta'],
  *check(context) {
    for (const item of elementsOf(context.session?.value('input'))) {
      const node = memberOf(item, 'arguments')?.value;
      if (!node || !CALLS.includes(memberOf(item, 'type')?.value?.value)) continue;
      const finding = node.type === 'object' ? asObject(context, node) : asText(node);
      if (finding) yield finding;
    }
  },
};

/** Arguments that are not packed into a string: all their author wrote is there. */
function asObject({ kind }: RuleContext, node: Node): RuleFinding {
  const text = JSON.stringify(JSON.stringify(toValue(node)));
  return {
    at: node,
    message: `"arguments" is JSON inside a string, and this is the object itself. ${consequenceFor(kind)}`,
    fixes: [replaceFix(node, text, SAFE, 'Write the object as a string')],
  };
}

function asText(node: Node): RuleFinding | undefined {
  const text = stringOf(node);
  if (text === undefined || parsed(text) !== undefined) return undefined;
  const isEmpty = text.trim() === '';
  return {
    at: node,
    severity: 'warning',
    message: `${isEmpty ? '"arguments" is empty' : '"arguments" is no JSON text'}, and the model is to read it as one. Write an object as text${isEmpty ? ', such as "{}"' : ': double quotes inside it need a backslash'}.`,
    fixes: isEmpty ? [replaceFix(node, '"{}"', SUGGESTED)] : [],
  };
}
