import { memberOf, type Node, stringOf } from '../document/node';
import { type Fix, type Related, spanOf } from '../problem';
import { nearest } from '../schema/nearest';
import { schemasAt } from '../schema/walk';
import { replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import type { SessionView } from './session-view';
import { allowedTools, functionsOf, namesIn, serversOf, takesTools } from './support/tools';

/** What the API answers to a choice that is not among the tools is unconfirmed. */
export const absentToolChoice: Rule = {
  id: 'absent-tool-choice',
  severity: 'warning',
  summary: '"tool_choice" names a tool that the session does not have.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { session } = context;
    const choice = session?.value('toolChoice');
    if (!session || !choice || !takesTools(session)) return;
    const found = choice.type === 'string' ? byWord(context, session, choice) : byName(session, choice);
    if (found) yield found;
  },
};

/** Dialects that take any text: it has to be a word for all tools; a function's name would be the other thing. */
function byWord(
  { bundle, root, kind }: RuleContext,
  session: SessionView,
  choice: Node,
): RuleFinding | undefined {
  const words = schemasAt(bundle, root, session.pathOf('toolChoice') ?? [])
    .flatMap(({ schema }) => schema['x-values'] ?? [])
    .map(({ value }) => value);
  const said = stringOf(choice) ?? '';
  if (words.length === 0 || words.includes(said)) return undefined;
  const functions = functionNames(session);
  if (functions.includes(said)) {
    if (kind.dialect === 'sdk') return undefined;
    return {
      at: choice,
      message: `A name alone is no tool choice: the API wants an object that says what "${said}" is.`,
      fixes: [
        replaceFix(
          choice,
          JSON.stringify({ type: 'function', name: said }, null, 1).replace(/\n\s*/g, ' '),
          SAFE,
        ),
      ],
    };
  }
  const near = nearest(said, [...words, ...functions]);
  const all = words.map((word) => `"${word}"`).join(', ');
  return {
    at: choice,
    message: `"${said}" is neither ${all} nor a function in "tools", so the API cannot follow it.${didYouMean(near)}`,
    fixes: replacement(choice, near),
  };
}

function byName(session: SessionView, choice: Node): RuleFinding | undefined {
  const isForServer = stringOf(memberOf(choice, 'type')?.value) === 'mcp';
  const node = memberOf(choice, isForServer ? 'server_label' : 'name')?.value;
  const name = stringOf(node);
  if (!node || !name) return undefined;
  const tools = session.value('tools');
  if (!tools) return withoutTools(session, node, isForServer);
  if (tools.type !== 'array') return undefined;
  const names = isForServer
    ? namesIn(serversOf(session), 'server_label').map((one) => one.name)
    : functionNames(session);
  if (names.includes(name)) return isForServer ? excluded(session, choice, name) : undefined;
  const near = nearest(name, names);
  const what = isForServer ? 'MCP server with the label' : 'function called';
  return {
    at: node,
    message: `There is no ${what} "${name}" in "tools", so the model cannot be made to use it.${didYouMean(near)}`,
    related: listed(session),
    fixes: replacement(node, near),
  };
}

/** The names of functions; those that are still nested as for Chat Completions count. */
function functionNames(session: SessionView): string[] {
  const functions = functionsOf(session);
  const nested = functions.flatMap((tool) => memberOf(tool, 'function')?.value ?? []);
  return namesIn([...functions, ...nested], 'name').map(({ name }) => name);
}

/** Updates and single answers leave the tools as they were: they may be there all the same. */
function withoutTools(session: SessionView, node: Node, isForServer: boolean): RuleFinding {
  const name = JSON.stringify(node.value);
  const what = isForServer ? 'MCP server' : 'function';
  if (session.isUpdate || session.family === 'response') {
    return {
      at: node,
      severity: 'info',
      message: `No "tools" are given here, so the session must have the ${what} ${name} already.`,
    };
  }
  return {
    at: node,
    message: `There are no "tools", so there is no ${what} ${name} that the model could be made to use.`,
    absence: true,
  };
}

/** A server's tool that the session hides from the model. */
function excluded(session: SessionView, choice: Node, label: string): RuleFinding | undefined {
  const node = memberOf(choice, 'name')?.value;
  const name = stringOf(node);
  const server = serversOf(session).find((one) => stringOf(memberOf(one, 'server_label')?.value) === label);
  const allowed = server && allowedTools(server);
  if (!node || !name || !allowed || allowed.names.includes(name)) return undefined;
  const near = nearest(name, allowed.names);
  return {
    at: node,
    message: `"${name}" is not among the "allowed_tools" of "${label}", so the model cannot be made to use it.${didYouMean(near)}`,
    related: [{ message: `The tools of "${label}" that are allowed`, span: spanOf(allowed.node) }],
    fixes: replacement(node, near),
  };
}

const didYouMean = (near: string | undefined) => (near === undefined ? '' : ` Did you mean "${near}"?`);

function replacement(node: Node, near: string | undefined): Fix[] {
  return near === undefined ? [] : [replaceFix(node, JSON.stringify(near), SUGGESTED)];
}

function listed(session: SessionView): Related[] {
  const key = session.member('tools')?.key;
  return key ? [{ message: 'The tools of the session', span: spanOf(key) }] : [];
}
