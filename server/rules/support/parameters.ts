import { elementsOf, memberOf, membersOf, type Node, pathOf } from '../../document/node';
import type { JsonSchema } from '../../schema/types';
import { type Applied, apply, childSchemas, schemasAt } from '../../schema/walk';
import type { RuleContext } from '../rule';
import { functionsOf } from './tools';

/** The `parameters` of the function tools that have them, whatever they hold. */
export function parametersOf({ session }: RuleContext): Node[] {
  return functionsOf(session).flatMap((tool) => memberOf(tool, 'parameters')?.value ?? []);
}

/** Several rules look at the same schemas. */
const known = new WeakMap<JsonSchema, WeakMap<Node, readonly Node[]>>();

/**
 * Every object that stands where JSON Schema has a schema, the parameters themselves first: not what is only data,
 * as below `default`, `enum` and `const`.
 * @param parameters the `parameters` of a tool
 */
export function schemasIn(context: RuleContext, parameters: Node): readonly Node[] {
  const byNode = known.get(context.bundle) ?? new WeakMap<Node, readonly Node[]>();
  known.set(context.bundle, byNode);
  const schemas = byNode.get(parameters) ?? [...find(context, parameters)];
  byNode.set(parameters, schemas);
  return schemas;
}

function* find({ bundle, root }: RuleContext, parameters: Node): Generator<Node> {
  const applied = schemasAt(bundle, root, pathOf(parameters)).filter(({ advisory }) => advisory);
  yield* visit(parameters, applied);

  function* visit(node: Node, here: readonly Applied[]): Generator<Node> {
    if (here.length === 0) return;
    if (node.type === 'object' && here.some(({ schema }) => isAboutSchemas(schema))) yield node;
    for (const { name, value } of membersOf(node)) if (value) yield* visit(value, below(here, name, value));
    for (const [index, element] of elementsOf(node).entries())
      yield* visit(element, below(here, index, element));
  }

  function below(here: readonly Applied[], step: string | number, node: Node): Applied[] {
    return childSchemas(here, step).flatMap(({ schema, advisory }) => apply(bundle, schema, node, advisory));
  }
}

/** A schema of schemas knows where others can be kept. */
function isAboutSchemas({ properties }: { properties?: object }): boolean {
  return properties !== undefined && Object.hasOwn(properties, '$defs');
}
