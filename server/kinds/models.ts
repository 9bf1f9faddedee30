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
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  /** Takes `reasoning` and `parallel_tool_calls`. */
  readonly reasoning?: boolean;
  readonly description: string;
}

/** Every model of the catalogue. */
export const models: readonly Model[] = data.models;

/** The models that a dialect's documents can name, of one family or of all. */
export function modelsFor(dialect: string, family?: string): Model[] {
  return models.filter((model) => model.dialects.includes(dialect) && (!family || model.family === family));
}

/** The model with this very name, or undefined. */
export function modelById(id: unknown): Model | undefined {
  return models.find((model) => model.id === id);
}
