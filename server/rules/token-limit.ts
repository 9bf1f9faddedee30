import { ALTERNATIVE, replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { refusal, sessionModel } from './support/models';

/** The documented cap of every model: the types of openai 7.57.0; models that can do more: their catalogue entry. */
const DOCUMENTED = 4096;

/** How many tokens an answer may have depends on the model. Source: lukacf/meerkat#283. */
export const tokenLimit: Rule = {
  id: 'token-limit',
  severity: 'error',
  summary: 'An answer may not have that many tokens.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    const node = session?.value('maxTokens');
    if (node?.type !== 'number' || !Number.isInteger(node.value) || node.value <= DOCUMENTED) return;
    const most = (kind.dialect === 'ga' ? sessionModel(context)?.maxOutputTokens : undefined) ?? DOCUMENTED;
    const isAble = node.value <= most;
    const digits = (value: number) => value.toLocaleString('en');
    yield {
      at: node,
      severity: isAble ? 'warning' : 'error',
      message: isAble
        ? `The API is documented to take 1 to ${digits(DOCUMENTED)} tokens or "inf"; this model can write ${digits(most)}, but nobody has shown that so high a number is taken. "inf" is.`
        : `An answer can have ${digits(Math.max(most, DOCUMENTED))} tokens at most; this is ${digits(node.value)}. ${refusal(context)}`,
      fixes: [
        replaceFix(
          node,
          String(isAble ? DOCUMENTED : Math.max(most, DOCUMENTED)),
          isAble ? ALTERNATIVE : SUGGESTED,
        ),
        replaceFix(node, '"inf"', isAble ? SUGGESTED : ALTERNATIVE),
      ],
      overrides: true,
    };
  },
};
