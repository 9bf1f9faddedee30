import { elementsOf, type Node, valueAt } from '../../document/node';
import { type Model, modelsFor } from '../../kinds/models';
import type { Facts } from '../../schema/facts';
import type { JsonSchema } from '../../schema/types';
import { schemasAt } from '../../schema/walk';
import { shortText, valueText } from '../markdown';
import { childFacts } from '../place-facts';
import { namesFor } from './names';
import type { Place } from './place';
import type { Proposal } from './proposal';
import { bodySnippet, escapeSnippet, plainText, valueSnippet } from './snippet';

/** The values that can stand at a place: names of the document first, then the default, then the rest. */
export function valueProposals(
  bundle: JsonSchema,
  root: Node | undefined,
  place: Place,
  dialect: string,
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
    ...knownValues(facts, dialect).filter(({ snippet }) => !taken.has(snippet)),
    ...booleans(facts),
    ...exampleValues(facts),
    ...skeletons(facts),
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
  const text = JSON.stringify(value);
  const label = typeof value === 'string' ? value : text;
  return {
    label: label.length > 60 ? `${label.slice(0, 57)}…` : label || '""',
    kind,
    detail,
    documentation,
    snippet: escapeSnippet(text),
    filter: text,
  };
}

/** Listed values, the default first, with what the catalogue knows about them; unlisted names of the catalogue follow. */
function knownValues(facts: Facts, dialect: string): Proposal[] {
  const models = facts.catalogue?.name === 'models' ? modelsFor(dialect, facts.catalogue.family) : [];
  const ordered = [...facts.values].sort(
    (a, b) => Number(b.value === facts.default) - Number(a.value === facts.default),
  );
  const listed = ordered.map(({ value, description }) => {
    const detail = value === facts.default ? 'default' : '';
    return withModel(
      literal(value, 'enum', detail, description),
      models.find(({ id }) => id === value),
    );
  });
  const others = models.filter(({ id }) => !facts.values.some(({ value }) => value === id));
  return [
    ...listed,
    ...others.map((model) => withModel(literal(model.id, 'enum', '', model.description), model)),
  ];
}

/** Adds a model's dates to its proposal; a model that no longer answers is struck through. */
function withModel(proposal: Proposal, model: Model | undefined): Proposal {
  if (!model?.shutdown) return proposal;
  const gone = model.status === 'shut-down';
  const detail = [proposal.detail, `${gone ? 'shut down' : 'shuts down'} ${model.shutdown}`]
    .filter(Boolean)
    .join(' · ');
  return { ...proposal, detail, ...(gone ? { deprecated: true } : {}) };
}

function booleans(facts: Facts): Proposal[] {
  if (!facts.types.includes('boolean')) return [];
  const values = facts.default === false ? [false, true] : [true, false];
  return values.map((value) =>
    literal(value, 'value', value === facts.default ? 'default' : '', facts.description),
  );
}

/** The default and the examples of numbers, strings and lists; objects have skeletons. */
function exampleValues(facts: Facts): Proposal[] {
  if (facts.values.length > 0 || facts.types.includes('boolean')) return [];
  const isPlain = (value: unknown) => typeof value !== 'object' || (Array.isArray(value) && value.length > 0);
  const values = [facts.default, ...facts.examples].filter(
    (value) => value !== undefined && value !== null && isPlain(value),
  );
  return values.map((value) => ({
    ...literal(value, 'value', value === facts.default ? 'default' : 'example', facts.description),
    snippet: typeof value === 'object' ? bodySnippet(value) : escapeSnippet(JSON.stringify(value)),
  }));
}

/** Ready-made objects and lists, the default among them, and the empty form last. */
function skeletons(facts: Facts): Proposal[] {
  const proposals: Proposal[] = facts.snippets.map(({ label, description, body }) => {
    const snippet = bodySnippet(body);
    const empty = snippet.startsWith('[') ? '[' : snippet.startsWith('"') ? '"' : '{';
    return {
      label,
      kind: 'snippet',
      detail: shortText(facts),
      documentation: preview(description ?? '', snippet),
      snippet,
      filter: `${empty}${label}`,
    };
  });
  const value = facts.default;
  if (facts.isObject && typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const snippet = escapeSnippet(JSON.stringify(value, null, '\t'));
    proposals.push({
      label: 'default',
      kind: 'snippet',
      detail: 'object',
      documentation: preview(facts.description, snippet),
      snippet,
      filter: '{default',
    });
  }
  if (facts.isObject) {
    const snippet = '{$1}';
    proposals.push({
      label: '{}',
      kind: 'snippet',
      detail: 'object',
      documentation: facts.description,
      snippet,
      filter: '{',
    });
  }
  if (facts.types.includes('array')) {
    const snippet = '[$1]';
    proposals.push({
      label: '[]',
      kind: 'snippet',
      detail: 'array',
      documentation: facts.description,
      snippet,
      filter: '[',
    });
  }
  // A string without known values: at least its quotes.
  if (
    proposals.length === 0 &&
    facts.types[0] === 'string' &&
    facts.values.length === 0 &&
    facts.default === undefined
  ) {
    const snippet = valueSnippet(facts, () => facts);
    proposals.push({
      label: '""',
      kind: 'value',
      detail: 'string',
      documentation: facts.description,
      snippet,
      filter: '"',
    });
  }
  return proposals;
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

function withoutRepeats(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter((one, index) => proposals.findIndex(({ label }) => label === one.label) === index);
}

function preselectDefault(proposals: Proposal[], facts: Facts): Proposal[] {
  if (facts.default === undefined || typeof facts.default === 'object') return proposals;
  const label = valueText(facts.default).replaceAll('`', '');
  return proposals.map((one) => (one.label === label ? { ...one, preselect: true } : one));
}
