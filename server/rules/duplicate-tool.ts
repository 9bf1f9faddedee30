import { elementsOf, memberOf, stringOf } from '../document/node';
import { spanOf } from '../problem';
import type { Rule } from './rule';

/** Two functions of one name. That the API refuses them is unconfirmed: https://platform.openai.com/docs/guides/realtime */
export const duplicateTool: Rule = {
  id: 'duplicate-tool',
  severity: 'warning',
  summary: 'Two function tools of a session have the same name.',
  dialects: ['sdk', 'ga', 'beta'],
  *check({ session }) {
    const first = new Map<string, ReturnType<typeof spanOf>>();
    for (const tool of elementsOf(session?.value('tools'))) {
      const node = memberOf(tool, 'name')?.value;
      const name = stringOf(node);
      if (node === undefined || name === undefined) continue;
      const earlier = first.get(name);
      if (earlier) {
        yield {
          at: node,
          message: `Another function is called "${name}" too, so the model cannot tell which one it calls. Give one of them another name.`,
          related: [{ message: `The first "${name}"`, span: earlier }],
        };
      } else first.set(name, spanOf(node));
    }
  },
};
