import { replaceAt, sourceText } from '../document/changes';
import { membersOf, type Node, pathOf, stringOf } from '../document/node';
import { schemasAt } from '../schema/walk';
import { changeFix, SAFE, SUGGESTED, valueText } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { consequenceFor } from './support/consequence';
import { parsed } from './support/json-text';
import { parametersOf } from './support/parameters';

/** The catalogue's G09: `invalid_function_parameters`; that a list of bare arguments is one is not confirmed. */
export const parametersShape: Rule = {
  id: 'parameters-shape',
  severity: 'error',
  summary: 'The arguments of a tool are not written as one JSON Schema object.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    for (const parameters of parametersOf(context)) {
      const finding = inText(context, parameters) ?? bareArguments(context, parameters);
      if (finding) yield finding;
    }
  },
};

/** The whole schema packed into a string, as other places want arguments to be. */
function inText(context: RuleContext, node: Node): RuleFinding | undefined {
  const value = parsed(stringOf(node) ?? '')?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const text = valueText(context, node, value);
  const isRefused = context.kind.dialect !== 'sdk';
  return {
    at: node,
    severity: isRefused ? 'error' : 'warning',
    message: `"parameters" is a JSON Schema object, and this is a string with one in it. ${isRefused ? consequenceFor(context.kind) : 'The SDK sends it on as a string, which the API refuses.'}`,
    fixes: [changeFix(context, 'Write it as an object', SAFE, [replaceAt(pathOf(node), text)])],
  };
}

/** Arguments that stand right in `parameters`: nothing there is a keyword, and every value has a type. */
function bareArguments(context: RuleContext, node: Node): RuleFinding | undefined {
  const members = membersOf(node);
  const isArgument = (value: Node | undefined) =>
    value?.type === 'object' && membersOf(value).some(({ name }) => name === 'type');
  if (members.length === 0 || !members.every(({ value }) => isArgument(value))) return undefined;
  const keywords = schemasAt(context.bundle, context.root, pathOf(node))
    .filter(({ advisory }) => advisory)
    .flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  if (members.some(({ name }) => keywords.includes(name))) return undefined;
  const schema = { type: 'object', properties: sourceText(context.doc.text, node) };
  return {
    at: node,
    severity: 'warning',
    message:
      'The arguments stand right in "parameters", where JSON Schema has its keywords, so the model sees a tool without arguments. Put them into "properties".',
    fixes: [
      changeFix(context, 'Put the arguments into "properties"', SUGGESTED, [
        replaceAt(pathOf(node), valueText(context, node, schema)),
      ]),
    ],
  };
}
