import { memberOf, stringOf } from '../document/node';
import { spanOf } from '../problem';
import { ALTERNATIVE, replaceFix, valueText } from './fixes';
import type { Rule } from './rule';

const isTelephone = (type: string | undefined) =>
  type === 'audio/pcmu' || type === 'audio/pcma' || type?.startsWith('g711_');

/** A telephone line speaks one encoding both ways. Source: openai-agents-js#1366, #1676, Patter#154. */
export const mixedTelephony: Rule = {
  id: 'mixed-telephony',
  severity: 'warning',
  summary: 'Telephone audio goes in, and another encoding comes out, or the other way round.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const [input, output] = [context.session?.value('inputFormat'), context.session?.value('outputFormat')];
    if (!input || !output || input.type !== output.type) return;
    // A name where an object belongs is another mistake.
    if (context.kind.dialect === 'ga' && input.type !== 'object') return;
    const typeOf = (node: typeof input) => stringOf(node) ?? stringOf(memberOf(node, 'type')?.value);
    const [from, to] = [typeOf(input), typeOf(output)];
    if (from === undefined || to === undefined || from === to || !(isTelephone(from) || isTelephone(to)))
      return;
    const source = context.doc.text.slice(input.offset, input.offset + input.length);
    yield {
      at: output,
      message: `Audio comes in as "${from}" and goes out as "${to}". On a telephone line the caller then hears noise or nothing: use the same both ways.`,
      related: [{ message: 'What comes in', span: spanOf(input) }],
      fixes:
        input.type === 'string' || !/[\r\n]/.test(source)
          ? [replaceFix(output, source, ALTERNATIVE)]
          : [replaceFix(output, valueText(context, output, { type: from }), ALTERNATIVE)],
    };
  },
};
