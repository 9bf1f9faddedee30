import { removeElement } from '../document/changes';
import { memberOf, membersOf, type Node, pathOf, pointerOf } from '../document/node';
import { type Fix, spanOf } from '../problem';
import { nearest } from '../schema/nearest';
import { ALTERNATIVE, changeFix, moveChanges, replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { parametersOf, schemasIn } from './support/parameters';
import { type Named, stringsIn } from './support/tools';

/** https://json-schema.org/understanding-json-schema/reference/object#required */
export const parametersRequired: Rule = {
  id: 'parameters-required',
  severity: 'warning',
  summary: 'A tool requires an argument that it does not describe.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    for (const parameters of parametersOf(context)) {
      for (const schema of schemasIn(context, parameters)) {
        const properties = memberOf(schema, 'properties');
        yield* undescribed(context, schema, properties?.value);
        yield* amongProperties(context, schema, properties?.value);
      }
    }
  },
};

/** Only where the properties are listed: in parts of a schema (`anyOf` and the like) they stand elsewhere. */
function* undescribed(
  context: RuleContext,
  schema: Node,
  properties: Node | undefined,
): Generator<RuleFinding> {
  if (properties?.type !== 'object' || memberOf(schema, '$ref') || memberOf(schema, 'allOf')) return;
  const described = membersOf(properties).map(({ name }) => name);
  const required = stringsIn(memberOf(schema, 'required')?.value);
  for (const one of required) {
    if (described.includes(one.name)) continue;
    const listed = required.map(({ name }) => name);
    const near = nearest(
      one.name,
      described.filter((name) => !listed.includes(name)),
    );
    yield {
      at: one.node,
      message: `"${one.name}" is required and not described in "properties", so the model has to invent it.${near === undefined ? ' Describe it, or take it off the list.' : ` Did you mean "${near}"?`}`,
      related: [{ message: 'The arguments that are described', span: spanOf(keyOf(properties)) }],
      fixes: [
        ...(near === undefined ? [] : [replaceFix(one.node, JSON.stringify(near), SUGGESTED)]),
        takenOff(context, one),
      ],
    };
  }
}

/** A list called `required` among the arguments has slipped in there. */
function* amongProperties(
  context: RuleContext,
  schema: Node,
  properties: Node | undefined,
): Generator<RuleFinding> {
  const slipped = memberOf(properties, 'required');
  if (slipped?.value?.type !== 'array') return;
  const isFree = !memberOf(schema, 'required');
  yield {
    at: slipped,
    message:
      'This list stands among the arguments, as if one of them were called "required". It belongs beside "properties".',
    fixes: isFree
      ? [
          changeFix(
            context,
            'Move "required" beside "properties"',
            SAFE,
            moveChanges(context, slipped, [...pathOf(schema), 'required']),
          ),
        ]
      : [],
    silences: [{ pointer: pointerOf(slipped.value) }],
  };
}

const keyOf = (value: Node) => value.parent?.children?.[0] ?? value;

function takenOff(context: RuleContext, { name, node }: Named): Fix {
  return changeFix(context, `Remove "${name}"`, ALTERNATIVE, [removeElement(pathOf(node))]);
}
