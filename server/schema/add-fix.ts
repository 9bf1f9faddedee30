import { compose, insertAt, type OrderAt } from '../document/changes';
import { type Node, pathOf } from '../document/node';
import { type Fix, lazyFix } from '../problem';
import type { CheckContext } from './context';
import { propertyOrder } from './property-order';
import type { JsonSchema } from './types';
import { type Applied, apply, childSchemas, schemasAt } from './walk';

/** How much of a value a title shows. */
const SHOWN = 40;

/**
 * Adds a key that is missing, where the schema tells what to write. It is safe where nothing else is possible.
 * @param applied the subschemas that hold at the object
 */
export function addFixes(ctx: CheckContext, object: Node, name: string, applied: readonly Applied[]): Fix[] {
  if (object.type !== 'object') return [];
  const { bundle, doc } = ctx;
  const schemas = childSchemas(applied, name)
    .flatMap(({ schema }) => apply(bundle, schema, undefined))
    .map(({ schema }) => schema);
  const only = onlyValue(schemas);
  const likely = likelyValue(schemas);
  // An example is nobody's value: it is offered, and never written unasked.
  const value = only ?? likely ?? schemas.find(({ examples }) => examples)?.examples?.[0];
  if (value === undefined) return [];
  const orderAt: OrderAt = (root, path) => propertyOrder(schemasAt(bundle, root, path));
  const shown = JSON.stringify(value);
  const title = `Add "${name}"${shown.length > SHOWN ? '' : `: ${shown}`}`;
  const path = [...pathOf(object), name];
  const edits = () => compose(doc.text, [insertAt(path, value, orderAt)]);
  return [lazyFix(title, { preferred: (only ?? likely) !== undefined, safe: only !== undefined }, edits)];
}

/** The value when only one is possible. */
function onlyValue(schemas: readonly JsonSchema[]): unknown {
  const fixed = schemas.find((schema) => schema.const !== undefined || schema.enum?.length === 1);
  const isOpen = schemas.some((schema) => (schema.enum?.length ?? 0) > 1 || schema.anyOf || schema.oneOf);
  return isOpen ? undefined : (fixed?.const ?? fixed?.enum?.[0]);
}

function likelyValue(schemas: readonly JsonSchema[]): unknown {
  const first = <K extends keyof JsonSchema>(key: K) =>
    schemas.find((schema) => schema[key] !== undefined)?.[key];
  return first('default') ?? first('enum')?.[0];
}
