import type { Node } from '../../document/node';
import { isObject } from '../../document/value';
import { SCHEMA_KEY } from '../../schema/check-object';
import { type Facts, factsOf } from '../../schema/facts';
import { propertyOrder } from '../../schema/property-order';
import type { JsonSchema } from '../../schema/types';
import { type Applied, apply, schemasAt } from '../../schema/walk';
import { explain, shortText } from '../markdown';
import { childFacts, requiredAt } from '../place-facts';
import { namesFor } from './names';
import type { Place } from './place';
import type { Proposal } from './proposal';
import { bodySnippet, literalSnippet, valueSnippet } from './snippet';

/** The keys that an object can still take: missing required ones first, then common, rare and deprecated ones. */
export function keyProposals(
  bundle: JsonSchema,
  root: Node | undefined,
  place: Place,
  dialect: string,
): Proposal[] {
  const parents = schemasAt(bundle, root, place.path);
  const required = requiredAt(parents);
  const names = namesOffered(parents, place.siblings);
  const ranked: { rank: number; proposal: Proposal }[] = [];
  for (const name of names) {
    const facts = childFacts(bundle, parents, name);
    if (!facts) continue;
    const isRequired = required.has(name);
    const rank = isRequired ? 0 : facts.deprecated ? 3 : facts.rare ? 2 : 1;
    const snippet = place.hasColon
      ? keyText(name)
      : `${keyText(name)}: ${memberValue(bundle, parents, name, facts)}`;
    ranked.push({
      rank,
      proposal: {
        label: name,
        kind: 'property',
        detail: isRequired ? `${shortText(facts)} · required` : shortText(facts),
        documentation: explain(facts, { required: isRequired, dialect }),
        snippet,
        filter: JSON.stringify(name),
        ...(facts.deprecated ? { deprecated: true } : {}),
      },
    });
  }
  // A stable sort: within a rank the schema's order, which is the SDK's, stays.
  const proposals = [
    ...ranked.sort((a, b) => a.rank - b.rank).map(({ proposal }) => proposal),
    ...nameProposals(root, parents, place),
    ...entryProposals(bundle, parents, place),
  ];
  // Only the SDK lets a key of ours pass.
  const takesSchemaKey = dialect === 'sdk' && place.path.length === 0 && names.length > 0;
  return takesSchemaKey && !place.siblings.includes(SCHEMA_KEY)
    ? [...proposals, schemaKeyProposal(bundle, place)]
    : proposals;
}

/**
 * The keys of an object's schemas that it does not have. In an empty object whose deciding key may be left out, that
 * key alone: it decides which others there are.
 */
function namesOffered(parents: readonly Applied[], siblings: readonly string[]): string[] {
  const absent = propertyOrder(parents).filter((name) => !siblings.includes(name));
  if (siblings.length > 0) return absent;
  const decider = absent.find((name) => parents.some(({ schema }) => asksFor(schema, name)));
  return decider === undefined ? absent : [decider];
}

/** Whether a schema decides by a key being there at all. */
function asksFor({ if: condition, else: otherwise }: JsonSchema, name: string): boolean {
  const asked = condition?.properties?.[name];
  const isPresence = asked !== undefined && Object.keys(asked).length === 0;
  return otherwise !== undefined && isPresence && (condition?.required?.includes(name) ?? false);
}

/** Where the keys of an object are names that stand elsewhere in the document: those that it does not have. */
function nameProposals(root: Node | undefined, parents: readonly Applied[], place: Place): Proposal[] {
  return parents.flatMap(({ schema }) => {
    const names = namesFor(schema.propertyNames?.['x-namesFrom'], root, [...place.path, '']);
    const isList =
      typeof schema.additionalProperties === 'object' && schema.additionalProperties.type === 'array';
    const value = place.hasColon ? '' : `: ${isList ? '[$1]' : '$1'}`;
    return names
      .filter(({ name }) => !place.siblings.includes(name))
      .map(
        ({ name, description }): Proposal => ({
          label: name,
          kind: 'name',
          detail: 'from this document',
          documentation: description,
          snippet: `${keyText(name)}${value}`,
          filter: JSON.stringify(name),
        }),
      );
  });
}

/**
 * In an object whose keys are the author's own, such as the arguments of a tool: an entry with a name to fill
 * in. One label whatever is typed: names that are typed anew cannot be completed.
 */
function entryProposals(bundle: JsonSchema, parents: readonly Applied[], place: Place): Proposal[] {
  const map = parents.find(({ schema }) => typeof schema.additionalProperties === 'object');
  if (!map || place.hasColon) return [];
  const facts = childFacts(bundle, [map], freeName(place.siblings));
  if (!facts) return [];
  const name = `\${1:${freeName(place.siblings)}}`;
  const own = map.schema.defaultSnippets?.[0];
  const body = isObject(own?.body) ? Object.values(own.body)[0] : undefined;
  const value = body === undefined ? literalSnippet(facts.default ?? {}) : bodySnippet(body);
  return [
    {
      label: own?.label ?? 'new entry',
      kind: 'snippet',
      detail: shortText(facts),
      documentation: own?.description ?? facts.description,
      snippet: `"${name}": ${value}`,
      filter: `"${own?.label ?? 'new entry'}`,
    },
  ];
}

function freeName(siblings: readonly string[]): string {
  const taken = new Set(siblings);
  let name = 'name';
  for (let number = 2; taken.has(name); number++) name = `name${number}`;
  return name;
}

const keyText = (name: string) => JSON.stringify(name).replaceAll('$', '\\$');

function memberValue(bundle: JsonSchema, parents: readonly Applied[], name: string, facts: Facts): string {
  const children = parents.flatMap((parent) => {
    const child = parent.schema.properties?.[name];
    return child ? apply(bundle, child, undefined, parent.advisory) : [];
  });
  const member = (inner: string): Facts => childFacts(bundle, children, inner) ?? factsOf(bundle, [], []);
  return valueSnippet(facts, member);
}

/** `$schema`, the one key of ours: it fixes the kind of the file. */
function schemaKeyProposal(bundle: JsonSchema, place: Place): Proposal {
  const value = JSON.stringify(bundle.$id);
  return {
    label: SCHEMA_KEY,
    kind: 'property',
    detail: 'string',
    documentation: 'Says in the file itself which kind of document it is, instead of its name or content.',
    snippet: place.hasColon ? '"\\$schema"' : `"\\$schema": ${value}`,
    filter: JSON.stringify(SCHEMA_KEY),
  };
}
