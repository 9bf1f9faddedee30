import { type Member, memberOf, membersOf, type Node, nameRange, pathOf, pointerOf } from '../document/node';
import { spanOf } from '../problem';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { consequenceFor } from './support/consequence';
import { MCP_ADDRESSES, serversOf } from './support/tools';

/** McpTool in the types of the npm package openai: one of the three keys must be provided. */
export const mcpAddress: Rule = {
  id: 'mcp-address',
  severity: 'error',
  summary: 'An MCP server has no address, or several.',
  dialects: ['ga'],
  *check(context) {
    for (const server of serversOf(context.session)) {
      const given = membersOf(server).filter(({ name }) =>
        (MCP_ADDRESSES as readonly string[]).includes(name),
      );
      const [first, ...others] = given.filter(({ name, key }) => memberOf(server, name)?.key === key);
      if (!first) {
        yield withoutAddress(context, server);
        continue;
      }
      for (const other of others) yield severalAddresses(context, server, first, other);
    }
  },
};

function withoutAddress({ kind }: RuleContext, server: Node): RuleFinding {
  return {
    at: server,
    span: nameRange(server),
    message: `Nothing says where this MCP server is: it needs a "server_url" or a "tunnel_id". ${consequenceFor(kind)}`,
    silences: [{ pointer: pointerOf(server), missing: 'server_url' }],
    absence: true,
  };
}

/** The types speak of one of them; what becomes of two is not known. */
function severalAddresses(context: RuleContext, server: Node, first: Member, other: Member): RuleFinding {
  const remove = ({ name }: Member) => removeFix(context, [...pathOf(server), name], ALTERNATIVE);
  return {
    at: other,
    severity: 'warning',
    message: `This MCP server has a "${first.name}" already, and it takes one address. Keep one of the two.`,
    related: [{ message: 'The other address', span: spanOf(first.key) }],
    fixes: [remove(other), remove(first)],
  };
}
