import { elementsOf, memberOf, type Node, stringOf } from '../document/node';
import { nearest } from '../schema/nearest';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** The server looks for the call in the conversation; a document only shows its own items. */
export const loneCallOutput: Rule = {
  id: 'lone-call-output',
  severity: 'info',
  summary: 'The output of a function call stands without the call.',
  dialects: ['ga', 'beta'],
  *check({ session }) {
    const items = elementsOf(session?.value('input'));
    const typed = (type: string) => items.filter((item) => stringOf(memberOf(item, 'type')?.value) === type);
    // A reference may be to the very call.
    if (typed('item_reference').length > 0) return;
    const calls = callIds(typed('function_call'));
    const answered = callIds(typed('function_call_output'));
    for (const output of typed('function_call_output')) {
      const node = memberOf(output, 'call_id')?.value;
      const id = stringOf(node);
      if (!node || !id || calls.includes(id)) continue;
      const open = calls.filter((call) => !answered.includes(call));
      const near = nearest(id, open) ?? (open.length === 1 ? open[0] : undefined);
      yield {
        at: node,
        message: `No "function_call" in this "input" has the "call_id" ${JSON.stringify(id)}, so it must stand in the conversation already.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
        fixes: near === undefined ? [] : [replaceFix(node, JSON.stringify(near), SUGGESTED)],
      };
    }
  },
};

function callIds(items: readonly Node[]): string[] {
  return items.flatMap((item) => stringOf(memberOf(item, 'call_id')?.value) ?? []);
}
