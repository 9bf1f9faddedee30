import { oneLine } from '../../document/edits';
import { elementsOf, type Node, valueAt } from '../../document/node';
import { type CatalogueName, type ExtraNames, nameIn, namesOf } from '../../kinds/names';
import type { Facts } from '../../schema/facts';
import type { JsonSchema } from '../../schema/types';
import { schemasAt } from '../../schema/walk';
import { valueText } from '../markdown';
import { childFacts } from '../place-facts';
import { namesFor } from './names';
import type { Place } from './place';
import type { Proposal } from './proposal';
import { bodySnippet, isSwitch, likelyBoolean, literalSnippet, plainText } from './snippet';

/** Who asks: the dialect of the document, and the names that its user has added. */
export interface Asked {
  readonly dialect: string;
  readonly extra: ExtraNames;
}

/** The values that can stand at a place: names of the document first, then the default, then the rest. */
export function valueProposals(
  bundle: JsonSchema,
  root: Node | undefined,
  place: Place,
  asked: Asked,
): Proposal[] {
  const step = place.path.at(-1);
  if (step === undefined) return [];
  if (place.path.length === 1 && step === '$schema') return [schemaUrn(bundle)];
  const parents = schemasAt(bundle, root, place.path.slice(0, -1));
  const facts = childFacts(bundle, parents, step);
  if (!facts) return [];
  const taken = takenInList(root, place);
  const names = namesFor(facts.namesFrom, root, place.path);
  const all = [
    ...names.map(({ name, description }) => literal(name, 'name', 'from this document', description)),
    ...knownValues(facts, asked, taken),
    ...(isSwitch(facts) ? booleans(facts) : []),
    ...exampleValues(facts),
    ...skeletons(facts).filter(({ label }) => names.length === 0 || label !== EMPTY_TEXT),
    ...(isSwitch(facts) ? [] : booleans(facts)),
    ...(facts.nullable ? [literal(null, 'value', 'null', nullText(facts))] : []),
  ];
  return preselectDefault(withoutRepeats(all), facts);
}

/** The texts of the other entries of the list that is being filled: a list of choices wants each once. */
function takenInList(root: Node | undefined, place: Place): Set<string> {
  if (typeof place.path.at(-1) !== 'number') return new Set();
  const others = elementsOf(valueAt(root, ...place.path.slice(0, -1))).filter(
    ({ offset }) => offset !== place.replace.offset,
  );
  return new Set(others.map(({ value }) => JSON.stringify(value)));
}

function literal(value: unknown, kind: Proposal['kind'], detail: string, documentation: string): Proposal {
  const text = oneLine(value);
  const label = typeof value === 'string' ? value : text;
  return {
    label: label.length > 60 ? `${label.slice(0, 57)}…` : label || '""',
    kind,
    detail,
    documentation,
    snippet: literalSnippet(value),
    filter: text,
  };
}

/**
 * Listed values and the names of the catalogue: the default first, what no longer answers last, struck through.
 * @param taken values, as JSON, that are not offered again
 */
function knownValues(facts: Facts, asked: Asked, taken: ReadonlySet<string>): Proposal[] {
  const names = facts.catalogue ? namesOf(facts.catalogue, asked.dialect, asked.extra) : [];
  const nameless = facts.values.filter(({ value }) => !names.some((name) => name.value === value));
  const all = [
    ...nameless.map(({ value, description }) => ({ value, description, detail: '', retired: false })),
    ...names,
  ];
  const listed = all.filter(({ value }) => !taken.has(JSON.stringify(value)));
  const rank = ({ value, retired }: (typeof all)[number]) => (value === facts.default ? 0 : retired ? 2 : 1);
  return listed.sort((a, b) => rank(a) - rank(b)).map((one) => knownValue(one, facts, asked.dialect));
}

function knownValue(
  {
    value,
    description,
    detail,
    retired,
  }: Pick<CatalogueName, 'description' | 'detail' | 'retired'> & { value: unknown },
  facts: Facts,
  dialect: string,
): Proposal {
  const own = facts.values.find((one) => one.value === value)?.description || description;
  const more = facts.catalogue ? nameIn(facts.catalogue, value, dialect)?.facts : undefined;
  // That a model answers goes without saying for the default.
  const column = value === facts.default ? ['default', detail === 'active' ? '' : detail] : [detail];
  const proposal = literal(
    value,
    'enum',
    column.filter(Boolean).join(' · '),
    more ? `${own}\n\n${more}` : own,
  );
  return {
    ...proposal,
    // A language is looked for by its name too.
    ...(facts.catalogue?.name === 'languages' ? { filter: `"${String(value)} ${detail}` } : {}),
    ...(retired ? { deprecated: true } : {}),
  };
}

function booleans(facts: Facts): Proposal[] {
  if (!facts.types.includes('boolean')) return [];
  const values = likelyBoolean(facts) === false ? [false, true] : [true, false];
  const detail = (value: boolean) => (value === facts.default ? 'default' : 'boolean');
  return values.map((value) => literal(value, 'value', detail(value), facts.description));
}

/** The default and the examples of numbers, strings and lists; objects have skeletons. */
function exampleValues(facts: Facts): Proposal[] {
  if (facts.values.length > 0 || facts.catalogue || isSwitch(facts)) return [];
  const isPlain = (value: unknown) => typeof value !== 'object' || (Array.isArray(value) && value.length > 0);
  const values = [facts.default, ...facts.examples].filter(
    (value) => value !== undefined && value !== null && isPlain(value),
  );
  return values.map((value) => {
    const detail = value === facts.default ? 'default' : 'example';
    return literal(value, 'value', detail, facts.description);
  });
}

/** The label of a text to fill in. */
const EMPTY_TEXT = '""';

/** Ready-made objects and lists, the default among them, and the empty form last. */
function skeletons(facts: Facts): Proposal[] {
  const proposals = facts.snippets.map(({ label, description, body }) => {
    const snippet = bodySnippet(body);
    const filter = `${snippet.charAt(0)}${label}`;
    return skeleton(label, typeOfText(plainText(snippet)), description ?? '', snippet, filter);
  });
  const value = facts.default;
  if (facts.isObject && typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    proposals.push(skeleton('default', 'default', facts.description, literalSnippet(value), '{default'));
  if (facts.isObject) proposals.push(bare('{}', 'object', facts, '{$1}'));
  if (facts.types.includes('array')) proposals.push(bare('[]', 'array', facts, '[$1]'));
  // A string without known values: at least its quotes.
  const isPlainString = facts.types[0] === 'string' && facts.values.length === 0;
  if (proposals.length === 0 && isPlainString && facts.default === undefined)
    proposals.push({ ...bare(EMPTY_TEXT, 'string', facts, '"$1"'), kind: 'value' });
  return proposals;
}

/** What a ready-made value is, by its first character. */
function typeOfText(text: string): string {
  const types: Record<string, string> = { '{': 'object', '[': 'array', '"': 'string', n: 'null' };
  return types[text.charAt(0)] ?? 'value';
}

function skeleton(
  label: string,
  detail: string,
  description: string,
  snippet: string,
  filter: string,
): Proposal {
  const documentation = preview(description, snippet);
  return { label, kind: 'snippet', detail, documentation, snippet, filter };
}

/** The empty form of a type, the cursor inside. */
function bare(label: string, detail: string, facts: Facts, snippet: string): Proposal {
  return {
    label,
    kind: 'snippet',
    detail,
    documentation: facts.description,
    snippet,
    filter: label.charAt(0),
  };
}

function preview(description: string, snippet: string): string {
  return `${description}\n\n\`\`\`json\n${plainText(snippet)}\n\`\`\``;
}

function nullText(facts: Facts): string {
  return facts.whenAbsent
    ? `The same as leaving it out: ${facts.whenAbsent}.`
    : 'The same as leaving it out.';
}

function schemaUrn(bundle: JsonSchema): Proposal {
  return literal(bundle.$id, 'value', 'kind of this document', 'Fixes the kind of this file.');
}

/**
 * Of proposals that insert the same text only the first stays; what the others know of it, it learns: that it
 * is the default, or what a list is good for.
 */
function withoutRepeats(proposals: readonly Proposal[]): Proposal[] {
  const byText = new Map<string, Proposal>();
  for (const one of proposals) {
    const text = plainText(one.snippet);
    const first = byText.get(text);
    if (!first) byText.set(text, one);
    else if (one.detail === 'default')
      byText.set(text, { ...first, detail: 'default', filter: filterOfDefault(first) });
    else if (one.kind === 'snippet' && first.kind === 'value' && text !== one.label) {
      const detail = [first.detail === 'default' ? 'default' : '', one.label].filter(Boolean).join(' · ');
      byText.set(text, { ...first, detail, documentation: one.documentation });
    }
  }
  return [...byText.values()];
}

/** Objects and lists are also found as "default"; a scalar must drop out once another one is typed. */
function filterOfDefault({ filter }: Proposal): string {
  return /^[[{]/.test(filter) ? `${filter} default` : filter;
}

function preselectDefault(proposals: Proposal[], facts: Facts): Proposal[] {
  if (facts.default === undefined || typeof facts.default === 'object') return proposals;
  const label = valueText(facts.default).replaceAll('`', '');
  return proposals.map((one) => (one.label === label ? { ...one, preselect: true } : one));
}
