import { type Member, membersOf, type Node, pathOf } from '../../document/node';
import { childSchemas, schemasAt } from '../../schema/walk';
import type { RuleContext } from '../rule';

/** The members of an object that its schema does not know, where it is closed to others. */
export function unknownMembers({ bundle, root }: RuleContext, node: Node): Member[] {
  const schemas = schemasAt(bundle, root, pathOf(node));
  if (!schemas.some(({ schema }) => schema.additionalProperties === false)) return [];
  return membersOf(node).filter(({ name }) => childSchemas(schemas, name).length === 0 && name !== '$schema');
}

/** Undoes camelCase and dashes: `turnDetection` and `turn-detection` are `turn_detection`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}
