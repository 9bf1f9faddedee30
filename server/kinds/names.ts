import connectorData from '../../schemas/connectors.json';
import languageData from '../../schemas/languages.json';
import voiceData from '../../schemas/voices.json';
import { type Model, models, modelsFor } from './models';

/** A name that an open string is known to take. */
export interface CatalogueName {
  readonly value: string;
  /** Markdown, one or two sentences. */
  readonly description: string;
  /** What a list shows beside it: a date, a language in English … */
  readonly detail: string;
  /** What else is known of it, as a line of facts; may be empty. */
  readonly facts: string;
  readonly retired: boolean;
}

/** Names of the user's own, from the settings. */
export interface ExtraNames {
  readonly models: readonly string[];
  readonly voices: readonly string[];
}

export const NO_EXTRA_NAMES: ExtraNames = { models: [], voices: [] };

/** Which names are asked for: those of a catalogue, where it has several families of one of them. */
export interface NameQuery {
  readonly name: string;
  readonly family?: string | undefined;
}

/**
 * The names of a catalogue that a dialect takes, best first: what no longer answers comes last, and before it what
 * the user has added.
 * @param query a catalogue of `x-catalogue`; an unknown one has no names
 */
export function namesOf(
  query: NameQuery,
  dialect: string,
  extra: ExtraNames = NO_EXTRA_NAMES,
): CatalogueName[] {
  const known = (sources[query.name] ?? (() => []))(dialect, query.family);
  const own = (query.name === 'models' || query.name === 'voices' ? extra[query.name] : []).filter(
    (value) => !known.some((one) => one.value === value),
  );
  return [
    ...known.filter(({ retired }) => !retired),
    ...own.map((value) => ownName(value, query.name)),
    ...known.filter(({ retired }) => retired),
  ];
}

/** What is known of one name, also when the dialect does not take it: it is no mistake to ask. */
export function nameIn(query: NameQuery, value: unknown, dialect: string): CatalogueName | undefined {
  if (query.name === 'models') return models.filter(({ id }) => id === value).map(modelName)[0];
  if (query.name === 'voices') {
    const voice = voices.find(({ id }) => id === value);
    return voice && voiceName(voice, dialect);
  }
  return namesOf(query, dialect).find((one) => one.value === value);
}

/** The models, still answering, that have a flag of the catalogue, such as `reasoning`; of one family or of all. */
export function modelsWith(flag: string, dialect: string, family?: string): string[] {
  return modelsFor(dialect, family)
    .filter(
      (model) => model.status !== 'shut-down' && (model as unknown as Record<string, unknown>)[flag] === true,
    )
    .map(({ id }) => id);
}

interface Voice {
  readonly id: string;
  readonly dialects: readonly string[];
  readonly description: string;
  readonly recommended?: boolean;
  /** Every server that speaks the API has it, however old. */
  readonly everywhere?: boolean;
  readonly refusedBy?: readonly string[];
  readonly alternatives?: readonly string[];
}

const voices: readonly Voice[] = voiceData.voices;

/** Whether a dialect's API has a voice of this name. */
export function isVoice(id: string, dialect: string): boolean {
  return voices.some((voice) => voice.id === id && voice.dialects.includes(dialect));
}

/** The voices that every server has that speaks the API, however old it is. */
export const voicesEverywhere: readonly string[] = voices
  .filter(({ everywhere }) => everywhere === true)
  .map(({ id }) => id);

const sources: Record<string, (dialect: string, family: string | undefined) => CatalogueName[]> = {
  models: (dialect, family) => modelsFor(dialect, family).map(modelName),
  voices: (dialect) =>
    voices
      .filter(({ dialects }) => dialects.includes(dialect))
      .sort((a, b) => Number(b.recommended ?? false) - Number(a.recommended ?? false))
      .map((voice) => voiceName(voice, dialect)),
  languages: () =>
    languageData.languages.map(({ code, name }) => ({
      value: code,
      description: `${name}, by its two letters of ISO 639-1.`,
      detail: name,
      facts: '',
      retired: false,
    })),
  connectors: () =>
    connectorData.connectors.map(({ id, title, description }) => ({
      value: id,
      description,
      detail: title,
      facts: '',
      retired: false,
    })),
};

function ownName(value: string, catalogue: string): CatalogueName {
  const description = catalogue === 'models' ? 'A model of your own.' : 'A voice of your own.';
  return { value, description, detail: 'from your settings', facts: '', retired: false };
}

function modelName(model: Model): CatalogueName {
  const { id, status, shutdown, description } = model;
  const retired = status === 'shut-down';
  const detail = retired
    ? ['shut down', shutdown].filter(Boolean).join(' ')
    : shutdown
      ? `shuts down ${shutdown}`
      : status;
  return { value: id, description, detail, facts: modelFacts(model), retired };
}

function modelFacts(model: Model): string {
  const { status, shutdown, replacement, contextTokens, maxOutputTokens, reasoning } = model;
  const digits = (tokens: number) => tokens.toLocaleString('en');
  const end = status === 'shut-down' ? 'Shut down' : 'Shuts down';
  return [
    shutdown ? `${end} ${shutdown}` : status === 'shut-down' ? 'Shut down' : 'Active',
    replacement && `then \`${replacement}\``,
    contextTokens && `context ${digits(contextTokens)} tokens`,
    maxOutputTokens && `answers up to ${digits(maxOutputTokens)} tokens`,
    reasoning === true && 'can reason',
    reasoning === false && model.family === 'realtime' && 'no reasoning',
  ]
    .filter(Boolean)
    .join(' · ');
}

function voiceName(
  { id, description, recommended, refusedBy, alternatives }: Voice,
  dialect: string,
): CatalogueName {
  const refused = refusedBy?.includes(dialect) ?? false;
  const instead = (alternatives ?? []).map((other) => `\`${other}\``).join(' or ');
  return {
    value: id,
    description,
    detail: recommended ? 'recommended' : '',
    facts: refused ? `The API refuses it; use ${instead}` : recommended ? 'Recommended' : '',
    retired: refused,
  };
}
