import { appendAt, removeElement } from '../document/changes';
import { memberOf, type Node, pathOf, valueAt } from '../document/node';
import { type Fix, spanOf } from '../problem';
import { nearest } from '../schema/nearest';
import { ALTERNATIVE, changeFix, replaceFix, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { allowedTools, type Named, serversOf, stringsIn } from './support/tools';

/** Own reading of McpTool in the types of the npm package openai; what the API makes of it is not known. */
export const approvalFilter: Rule = {
  id: 'approval-filter',
  severity: 'warning',
  summary: '"require_approval" contradicts itself or "allowed_tools".',
  dialects: ['ga'],
  *check(context) {
    for (const server of serversOf(context.session)) {
      const approval = memberOf(server, 'require_approval')?.value;
      const [always, never] = ['always', 'never'].map((key) => valueAt(approval, key, 'tool_names'));
      yield* inBoth(context, always, never);
      yield* readingInBoth(approval);
      for (const list of [always, never]) yield* hiddenTools(context, server, list);
    }
  },
};

function* inBoth(
  context: RuleContext,
  always: Node | undefined,
  never: Node | undefined,
): Generator<RuleFinding> {
  const earlier = stringsIn(always);
  for (const one of stringsIn(never)) {
    const other = earlier.find(({ name }) => name === one.name);
    if (!other) continue;
    yield {
      at: one.node,
      message: `"${one.name}" stands in "always" as well as in "never", so nobody can say whether its calls wait for approval. Keep it in one of them.`,
      related: [{ message: 'The same tool in "always"', span: spanOf(other.node) }],
      fixes: [
        removal(context, one, `Remove "${one.name}" from "never"`),
        removal(context, other, `Remove "${one.name}" from "always"`),
      ],
    };
  }
}

function* readingInBoth(approval: Node | undefined): Generator<RuleFinding> {
  const [always, never] = ['always', 'never'].map((key) => valueAt(approval, key, 'read_only'));
  if (always?.type !== 'boolean' || never?.type !== 'boolean' || always.value !== never.value) return;
  yield {
    at: never,
    message: `"always" and "never" both cover the tools with "read_only": ${never.value}, so nobody can say whether their calls wait for approval. Keep one of them.`,
    related: [{ message: 'The same in "always"', span: spanOf(always) }],
  };
}

function* hiddenTools(context: RuleContext, server: Node, list: Node | undefined): Generator<RuleFinding> {
  const allowed = allowedTools(server);
  for (const one of allowed ? stringsIn(list) : []) {
    const { name, node } = one;
    if (!allowed || allowed.names.includes(name)) continue;
    const near = nearest(name, allowed.names);
    yield {
      at: node,
      message: `"${name}" is not in "allowed_tools", so the model never sees it and this entry does nothing.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      related: [{ message: 'The tools that are allowed', span: spanOf(allowed.node) }],
      fixes: [
        ...(near === undefined ? [] : [replaceFix(node, JSON.stringify(near), SUGGESTED)]),
        changeFix(context, `Add "${name}" to "allowed_tools"`, ALTERNATIVE, [
          appendAt(pathOf(allowed.node), JSON.stringify(name)),
        ]),
        removal(context, one, `Remove "${name}"`),
      ],
    };
  }
}

function removal(context: RuleContext, { node }: Named, title: string): Fix {
  return changeFix(context, title, ALTERNATIVE, [removeElement(pathOf(node))]);
}
