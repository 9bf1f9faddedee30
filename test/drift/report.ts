import type { Difference, DifferenceName } from './compare';

const unlessMeant = 'or, if we know better than the types, give the reason in exceptions.json';

/** What a maintainer has to do about each difference; `d` is its detail. */
const advice: Record<DifferenceName, (d: string) => string> = {
  'missing-property': (d) => `is in the types and not in our schema: add it (${d})`,
  'extra-property': () => `is in our schema and not in the types: remove it, ${unlessMeant}`,
  'should-be-required': () => 'is required in the types and optional in our schema: add it to "required"',
  'should-be-optional': () =>
    `is optional in the types and required in our schema: take it out of "required", ${unlessMeant}`,
  'missing-type': (d) => `takes ${d} in the types and not in our schema: add the type`,
  'extra-type': (d) => `takes ${d} in our schema and not in the types: remove the type, ${unlessMeant}`,
  'missing-value': (d) => `takes ${d} in the types and not in our schema: add the value, with a description`,
  'extra-value': (d) => `takes ${d} in our schema and not in the types: remove the value, ${unlessMeant}`,
  'missing-known-value': (d) =>
    `knows ${d} in the types: add it to the catalogue (schemas/models.json and the like) or to "x-values"`,
  'should-be-open': (d) =>
    `takes any text in the types and only ${d} in our schema: make it an open string with "x-values"`,
  'should-be-closed': (d) =>
    `takes only ${d} in the types and any text in our schema: make it an "enum", ${unlessMeant}`,
  'should-be-any': (d) => `takes any JSON in the types and only ${d} in our schema: open it, ${unlessMeant}`,
  'should-not-be-any': (d) => `takes only ${d} in the types and any JSON in our schema: say so`,
  'missing-free-keys': () => 'takes keys of the author’s own in the types: set "additionalProperties"',
  'extra-free-keys': () => 'takes only the listed keys in the types: set "additionalProperties" to false',
  'missing-branch': (d) => `has the alternative ${d} in the types and not in our schema: add the branch`,
  'extra-branch': (d) =>
    `has the alternative ${d} in our schema and not in the types: remove the branch, ${unlessMeant}`,
  'unclear-branches': (d) => `has alternatives that no key tells apart (${d}): give each a "const"`,
};

/** One line for a maintainer: where, what differs, what to do. */
export function sentenceOf({ kind, path, name, detail }: Difference): string {
  return `${kind}: ${path === '' ? 'the document' : path} ${advice[name](detail)}`;
}
