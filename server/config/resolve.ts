import { kindByGlob, matchesGlob } from '../kinds/detect';
import type { ExtraNames } from '../kinds/names';
import type { Level, RuleSettings } from '../rules/settings';
import { type Config, extraNames } from './config';

/** A config and the folder that its globs start from. */
export interface PlacedConfig {
  readonly config: Config;
  /** Path with `/`; undefined where globs may start at any folder. */
  readonly folder: string | undefined;
}

/** Everything that configs say about one file. */
export interface Resolved {
  /** The kind that somebody chose for the file. */
  readonly kind: string | undefined;
  readonly defaultKind: string | undefined;
  readonly extra: ExtraNames;
  readonly levels: Readonly<Record<string, Level>>;
  readonly target: RuleSettings['target'];
}

/**
 * What holds for a file: the project's file over the editor's settings, key by key; of overrides the last that
 * matches.
 * @param path the file's path, with `/`
 * @param project the nearest project file, if there is one
 */
export function resolveConfig(path: string, editor: PlacedConfig, project?: PlacedConfig): Resolved {
  const sources = project ? [project, editor] : [editor];
  const first = <K extends keyof Config>(key: K): Config[K] | undefined =>
    sources.find(({ config }) => config[key] !== undefined)?.config[key];
  return {
    kind: sources
      .map(({ config, folder }) => kindByGlob(path, { kinds: config.kinds, root: folder }))
      .find((kind) => kind !== undefined),
    defaultKind: first('defaultKind'),
    extra: extraNames({
      extraModels: sources.flatMap(({ config }) => config.extraModels ?? []),
      extraVoices: sources.flatMap(({ config }) => config.extraVoices ?? []),
    }),
    levels: Object.assign({}, ...[...sources].reverse().map((source) => levelsFor(path, source))),
    target: first('target') ?? 'openai',
  };
}

function levelsFor(path: string, { config, folder }: PlacedConfig): Record<string, Level> {
  const overrides = (config.overrides ?? []).filter(({ files }) =>
    files.some((glob) => matchesGlob(path, glob, folder)),
  );
  return Object.assign({}, config.rules, ...overrides.map(({ rules }) => rules));
}
