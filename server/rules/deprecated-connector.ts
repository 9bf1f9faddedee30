import { deprecatedConnectors } from '../kinds/connectors';
import type { Rule } from './rule';
import { namesIn, serversOf } from './support/tools';

/** What is deprecated, and since when, is in `schemas/connectors.json`. */
export const deprecatedConnector: Rule = {
  id: 'deprecated-connector',
  severity: 'warning',
  summary: 'An MCP server is a connector of OpenAI, which newer models do without.',
  dialects: ['ga'],
  *check({ session, settings }) {
    if (settings.target !== 'openai') return;
    const { ids, notForModelsAfter } = deprecatedConnectors;
    for (const { name, node } of namesIn(serversOf(session), 'connector_id')) {
      if (!ids.includes(name)) continue;
      yield {
        at: node,
        message: `Connectors are deprecated: models released after ${notForModelsAfter} do not take them. Reach the service through "server_url" or "tunnel_id".`,
        tag: 'deprecated',
      };
    }
  },
};
