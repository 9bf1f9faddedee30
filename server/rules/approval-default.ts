import { memberOf, nameRange, pathOf } from '../document/node';
import { ALTERNATIVE, addFix } from './fixes';
import type { Rule } from './rule';
import { serversOf } from './support/tools';

/** The default is in the types of the npm package openai; that it looks like a hang, in openai-python#3128. */
export const approvalDefault: Rule = {
  id: 'approval-default',
  severity: 'hint',
  summary: 'An MCP server leaves it to the default that every call waits for approval.',
  dialects: ['ga'],
  *check(context) {
    for (const server of serversOf(context.session)) {
      if (memberOf(server, 'require_approval')) continue;
      const path = [...pathOf(server), 'require_approval'];
      yield {
        at: server,
        span: nameRange(server),
        message:
          'Every call to this MCP server waits until your code approves it, because "require_approval" is "always" unless it says otherwise. Write down which you want.',
        fixes: ['never', 'always'].map((value) => addFix(context, path, value, ALTERNATIVE)),
        absence: true,
      };
    }
  },
};
