import { spanOf } from '../problem';
import { ALTERNATIVE, replaceFix } from './fixes';
import type { Rule } from './rule';
import { freeName, type Named, namesIn, serversOf } from './support/tools';

/** Calls and `tool_choice` name a server by its label alone; what the API does about two is unconfirmed. */
export const duplicateServerLabel: Rule = {
  id: 'duplicate-server-label',
  severity: 'warning',
  summary: 'Two MCP servers of a session have the same label.',
  dialects: ['ga'],
  *check({ session }) {
    const labels = namesIn(serversOf(session), 'server_label');
    const first = new Map<string, Named>();
    for (const one of labels) {
      const { name, node } = one;
      const earlier = first.get(name);
      if (!earlier) {
        first.set(name, one);
        continue;
      }
      const free = freeName(
        name,
        labels.map((label) => label.name),
      );
      yield {
        at: node,
        message: `Another MCP server has the label "${name}" too, and calls tell servers apart by their labels alone. Give one of them another label.`,
        related: [{ message: `The first "${name}"`, span: spanOf(earlier.node) }],
        fixes: [replaceFix(node, JSON.stringify(free), ALTERNATIVE, `Rename to "${free}"`)],
      };
    }
  },
};
