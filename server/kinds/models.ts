import data from '../../schemas/models.json';

/** A model as the catalogue has it; facts that no source confirms are absent. */
export interface Model {
  readonly id: string;
  readonly dialects: readonly string[];
  readonly family: string;
  readonly status: string;
  /** ISO date on which the model stops, or stopped, answering. */
  readonly shutdown?: string;
  readonly replacement?: string;
  readonly snapshotOf?: string;
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  /** Takes `reasoning` and `parallel_tool_calls`. */
  readonly reasoning?: boolean;
  /** Takes turn detection; where it does not, `turn_detection` must be null. */
  readonly vad?: boolean;
  /** Hints of a transcription that it takes. */
  readonly keywords?: boolean;
  readonly languages?: boolean;
  readonly delay?: boolean;
  readonly prompt?: boolean;
  /** Of the hints that it does not take: those that it refuses rather than ignores. */
  readonly refuses?: readonly string[];
  /** Tells the probabilities of what it has heard. */
  readonly logprobs?: boolean;
  readonly description: string;
}

/** Every model of the catalogue. */
export const models: readonly Model[] = data.models;

/** The models that a dialect's documents can name, of one family or of all. */
export function modelsFor(dialect: string, family?: string): Model[] {
  return models.filter((model) => model.dialects.includes(dialect) && (!family || model.family === family));
}

/** The model with this very name; a dated copy that the catalogue does not have is as good as its model. */
export function modelById(id: unknown): Model | undefined {
  const exact = models.find((model) => model.id === id);
  if (exact || typeof id !== 'string') return exact;
  const base = /^(.+)-\d{4}-\d{2}-\d{2}$/.exec(id)?.[1];
  return base === undefined ? undefined : models.find((model) => model.id === base);
}

/** What a name is known to belong to that is no model of this API: `of Chat Completions`; undefined for others. */
export function otherFamily(id: string): string | undefined {
  return modelById(id) ? undefined : data.otherFamilies.find(({ prefix }) => id.startsWith(prefix))?.what;
}
