import { memberOf, type Node, nameRange, pathOf, pointerOf } from '../document/node';
import { addFix, SAFE } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { consequenceFor } from './support/consequence';
import { functionsOf, serversOf } from './support/tools';

/** The types leave it open; without it a function stays unused (twilio-samples/speech-assistant…-python#3). */
export const missingToolType: Rule = {
  id: 'missing-tool-type',
  severity: 'error',
  summary: 'A tool does not say whether it is a function or an MCP server.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    for (const tool of functionsOf(session)) {
      // A tool that is nested as for Chat Completions is another mistake.
      if (memberOf(tool, 'type') || memberOf(tool, 'function')) continue;
      const message =
        'This function has no "type", so it stays unused and the model never calls it. Say "type": "function".';
      yield { ...lacking(context, tool, 'function', message), severity: 'warning' };
    }
    if (kind.dialect !== 'ga') return;
    for (const tool of serversOf(session)) {
      if (memberOf(tool, 'type')) continue;
      const message = `This MCP server has no "type". ${consequenceFor(kind)} Say "type": "mcp".`;
      yield lacking(context, tool, 'mcp', message);
    }
  },
};

function lacking(context: RuleContext, tool: Node, type: string, message: string): RuleFinding {
  return {
    at: tool,
    span: nameRange(tool),
    message,
    fixes: [addFix(context, [...pathOf(tool), 'type'], type, SAFE)],
    silences: [{ pointer: pointerOf(tool), missing: 'type' }],
    absence: true,
  };
}
