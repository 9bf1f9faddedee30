import data from '../../schemas/json-schema/type-names.json';
import { memberOf, type Node, stringOf } from '../document/node';
import { nearest } from '../schema/nearest';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { parametersOf, schemasIn } from './support/parameters';

const types: readonly string[] = data.types;
const foreign: Readonly<Record<string, string>> = data.foreign;

/** https://json-schema.org/understanding-json-schema/reference/type; the names are in `schemas/json-schema`. */
export const parametersTypeName: Rule = {
  id: 'parameters-type-name',
  severity: 'warning',
  summary: 'The arguments of a tool have a type that JSON Schema does not know.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    for (const parameters of parametersOf(context)) {
      for (const node of schemasIn(context, parameters).flatMap(typeNodes)) {
        const name = stringOf(node);
        if (name === undefined || types.includes(name)) continue;
        // The arguments of a tool are always an object, whatever is nearest.
        const isWhole = node.parent?.parent === parameters;
        const near = isWhole ? 'object' : meant(name);
        yield {
          at: node,
          message: `JSON Schema has no type ${JSON.stringify(name)}, so the model may misread what belongs there. ${near === undefined ? `It knows ${types.map((type) => `"${type}"`).join(', ')}.` : `Did you mean "${near}"?`}`,
          fixes: near === undefined ? [] : [replaceFix(node, JSON.stringify(near), SUGGESTED)],
        };
      }
    }
  },
};

/** The type or types that a schema names. */
function typeNodes(schema: Node): Node[] {
  const type = memberOf(schema, 'type')?.value;
  return type?.type === 'array' ? (type.children ?? []) : type ? [type] : [];
}

function meant(name: string): string | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(foreign, plain) ? foreign[plain] : nearest(name, types);
}
