import { memberOf, membersOf, type Node, nodeAtPointer, pointer, stringOf } from '../document/node';
import { nearest } from '../schema/nearest';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { parametersOf, schemasIn } from './support/parameters';

/** https://json-schema.org/understanding-json-schema/structuring#dollarref; the parameters are a document of their own. */
export const parametersRef: Rule = {
  id: 'parameters-ref',
  severity: 'warning',
  summary: 'A "$ref" in the arguments of a tool leads nowhere.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    for (const parameters of parametersOf(context)) yield* deadRefs(context, parameters);
  },
};

function* deadRefs(context: RuleContext, parameters: Node): Generator<RuleFinding> {
  const schemas = schemasIn(context, parameters);
  // With an address of its own, a part reckons its references from there.
  if (schemas.some((schema) => schema !== parameters && memberOf(schema, '$id'))) return;
  const anchors = schemas.flatMap((schema) => stringOf(memberOf(schema, '$anchor')?.value) ?? []);
  for (const schema of schemas) {
    const node = memberOf(schema, '$ref')?.value;
    const ref = stringOf(node);
    if (!node || !ref?.startsWith('#') || leadsSomewhere(parameters, anchors, ref)) continue;
    const near = likely(parameters, ref);
    yield {
      at: node,
      message: `Nothing stands at ${JSON.stringify(ref)} in these parameters, so the model does not learn what belongs here. ${near === undefined ? 'Add the schema under "$defs".' : `Did you mean "${near}"?`}`,
      fixes: near === undefined ? [] : [replaceFix(node, JSON.stringify(near), SUGGESTED)],
    };
  }
}

function leadsSomewhere(parameters: Node, anchors: readonly string[], ref: string): boolean {
  const target = unescaped(ref.slice(1));
  if (target !== '' && !target.startsWith('/')) return anchors.includes(target);
  return nodeAtPointer(parameters, target) !== undefined;
}

/** A JSON pointer in the fragment of an address has its special characters escaped. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The definition of the same name in the other place, or the one whose name is nearest. */
function likely(parameters: Node, ref: string): string | undefined {
  const places = ['$defs', 'definitions'].flatMap((holder) =>
    membersOf(memberOf(parameters, holder)?.value).map(({ name }) => ({
      name,
      ref: `#${pointer([holder, name])}`,
    })),
  );
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  const near = nearest(
    name,
    places.map((place) => place.name),
  );
  return places.find((place) => place.name === near)?.ref;
}
