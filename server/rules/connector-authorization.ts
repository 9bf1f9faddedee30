import { memberOf, nameRange } from '../document/node';
import type { Rule } from './rule';
import { serversOf } from './support/tools';

/** https://platform.openai.com/docs/guides/realtime-mcp: a connector acts for a person, who has to allow it. */
export const connectorAuthorization: Rule = {
  id: 'connector-authorization',
  severity: 'warning',
  summary: 'A connector has no OAuth token.',
  dialects: ['ga'],
  *check({ session }) {
    for (const server of serversOf(session)) {
      const connector = memberOf(server, 'connector_id');
      if (connector?.value?.type !== 'string' || memberOf(server, 'authorization')) continue;
      yield {
        at: server,
        span: nameRange(server),
        message:
          'A connector reaches nobody’s data without an OAuth token in "authorization". Have your code add one before it sends this.',
        absence: true,
      };
    }
  },
};
