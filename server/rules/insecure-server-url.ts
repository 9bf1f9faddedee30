import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { namesIn, serversOf } from './support/tools';

/** Own reading: headers and tokens of the calls would travel readably. */
export const insecureServerUrl: Rule = {
  id: 'insecure-server-url',
  severity: 'warning',
  summary: 'The address of an MCP server does not start with "https".',
  dialects: ['ga'],
  *check({ session }) {
    for (const { name, node } of namesIn(serversOf(session), 'server_url')) {
      // An address without a scheme is no address at all, which the schema says.
      const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(name)?.[1];
      if (scheme === undefined || scheme.toLowerCase() === 'https') continue;
      const secure = `https${name.slice(scheme.length)}`;
      yield {
        at: node,
        message: `"${scheme}" leaves calls to this MCP server, and any token in them, readable on the way. Use an address with "https".`,
        fixes:
          scheme.toLowerCase() === 'http'
            ? [replaceFix(node, JSON.stringify(secure), SUGGESTED, 'Use "https" in the address')]
            : [],
      };
    }
  },
};
