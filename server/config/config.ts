import type { ExtraNames } from '../kinds/names';
import type { Level, Target } from '../rules/settings';

/** Levels for some files only. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, Level>>;
}

/** What a project file or an editor's settings say; whatever they leave out is not there. */
export interface Config {
  /** Glob → kind id. */
  readonly kinds?: Readonly<Record<string, string>>;
  readonly defaultKind?: string;
  readonly rules?: Readonly<Record<string, Level>>;
  readonly overrides?: readonly Override[];
  readonly extraModels?: readonly string[];
  readonly extraVoices?: readonly string[];
  readonly target?: Target;
}

/** The names that a config adds to the catalogues. */
export function extraNames({ extraModels = [], extraVoices = [] }: Config): ExtraNames {
  return { models: extraModels, voices: extraVoices };
}
