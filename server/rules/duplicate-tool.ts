import { removeElement } from '../document/changes';
import { type Node, pathOf, toValue } from '../document/node';
import { type Fix, spanOf } from '../problem';
import { ALTERNATIVE, changeFix, replaceFix, SAFE } from './fixes';
import type { Rule, RuleContext } from './rule';
import { freeName, functionsOf, type Named, namesIn } from './support/tools';

/** Two functions of one name. That the API refuses them is unconfirmed: https://platform.openai.com/docs/guides/realtime */
export const duplicateTool: Rule = {
  id: 'duplicate-tool',
  severity: 'warning',
  summary: 'Two function tools of a session have the same name.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const named = namesIn(functionsOf(context.session), 'name');
    const first = new Map<string, Named>();
    for (const one of named) {
      const { name, node } = one;
      const earlier = first.get(name);
      if (!earlier) {
        first.set(name, one);
        continue;
      }
      const same = isSame(node, earlier.node);
      yield {
        at: node,
        message: same
          ? `The function "${name}" stands here a second time, word for word. Remove one of the two.`
          : `Another function is called "${name}" too, so the model cannot tell which one it calls. Give one of them another name.`,
        related: [{ message: `The first "${name}"`, span: spanOf(earlier.node) }],
        fixes: same
          ? [removal(context, one)]
          : [rename(one, named), { ...removal(context, one), preferred: false, safe: false }],
        ...(same ? { tag: 'unnecessary' as const } : {}),
      };
    }
  },
};

/** The tool that a name belongs to. */
const toolOf = (name: Node) => name.parent?.parent as Node;

const isSame = (a: Node, b: Node) =>
  JSON.stringify(toValue(toolOf(a))) === JSON.stringify(toValue(toolOf(b)));

function removal(context: RuleContext, { name, node }: Named): Fix {
  return changeFix(context, `Remove the second "${name}"`, SAFE, [removeElement(pathOf(toolOf(node)))]);
}

function rename({ name, node }: Named, named: readonly Named[]): Fix {
  const free = freeName(
    name,
    named.map((one) => one.name),
  );
  return replaceFix(node, JSON.stringify(free), ALTERNATIVE, `Rename to "${free}"`);
}
