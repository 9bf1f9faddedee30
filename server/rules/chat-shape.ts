import { flattenFunction } from '../conversions/values';
import { elementsOf, memberOf, membersOf, type Node, pathOf, pointer, stringOf } from '../document/node';
import { replaceFix, SAFE, valueText } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { refusal } from './support/models';

/** The shape of Chat Completions. Source: aoai-realtime-audio-sdk#132 and the live API's answers about "name". */
export const chatShape: Rule = {
  id: 'chat-shape',
  severity: 'error',
  summary: 'A tool, or the choice of one, is nested under "function" as in Chat Completions.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { session } = context;
    if (!session) return;
    for (const tool of elementsOf(session.value('tools'))) if (isNested(tool)) yield finding(context, tool);
    const choice = session.value('toolChoice');
    if (choice && isNested(choice) && context.kind.dialect !== 'sdk') yield finding(context, choice);
  },
};

function isNested(node: Node): boolean {
  const type = memberOf(node, 'type')?.value;
  return (
    memberOf(node, 'function')?.value?.type === 'object' &&
    (type === undefined || stringOf(type) === 'function')
  );
}

function finding(context: RuleContext, node: Node): RuleFinding {
  const { doc } = context;
  const member = memberOf(node, 'function');
  const inner = member?.value ?? node;
  const flat = flattenFunction(node, doc.text);
  const path = pathOf(node);
  const text = valueText(context, node, flat);
  return {
    at: member ?? node,
    // The SDK refuses the tool for what it lacks; the schema says so, unless a rule speaks for it.
    severity: 'error',
    message: `This is the shape of Chat Completions. Here a tool has no "function" around it: its keys stand beside "type". ${refusal(context)}`,
    fixes: [replaceFix(node, text, SAFE, 'Take everything out of "function"')],
    silences: [
      { pointer: pointer(path) },
      { pointer: pointer(path), code: 'missing-property' },
      ...membersOf(inner).map(({ name }) => ({ pointer: pointer([...path, 'function', name]) })),
    ],
  };
}
