import type { Config } from './config/config';
import { type Resolved, resolveConfig } from './config/resolve';
import type { KindOptions } from './kinds/detect';
import type { ProjectFile, ProjectFiles } from './project-files';
import type { RuleSettings } from './rules/settings';
import { folderOf, pathOfUri } from './uri';

/** Everything besides its text that a document's answers depend on. */
export interface FileSettings {
  readonly kind: KindOptions;
  readonly rules: RuleSettings;
  /** The nearest project file above it. */
  readonly project: ProjectFile | undefined;
}

/** The settings of each document. */
export interface AllFileSettings {
  readonly of: (uri: string) => Promise<FileSettings>;
  /** Forgets what was reckoned. */
  readonly changed: () => void;
  readonly forget: (uri: string) => void;
}

/** What settings come from. */
export interface SettingsSources {
  readonly editor: (uri: string) => Promise<Config>;
  readonly projects: ProjectFiles;
  readonly folders: () => readonly string[];
  readonly today: () => string;
  readonly onRuleError: (id: string) => void;
}

/**
 * Reckons what holds for a document from the editor's settings and the project's file. The same object comes back
 * until something changes, the date included, so that what was found with it can be kept as well.
 */
export function fileSettings(sources: SettingsSources): AllFileSettings {
  const known = new Map<string, { day: string; settings: Promise<FileSettings> }>();
  const reckon = async (uri: string, day: string): Promise<FileSettings> => {
    const path = pathOfUri(uri);
    const [config, project] = await Promise.all([sources.editor(uri), sources.projects.above(uri)]);
    const editor = { config, folder: folderOf(path, sources.folders()) };
    return settingsFrom(resolveConfig(path, editor, project), project, day, sources.onRuleError);
  };
  return {
    of: (uri) => {
      const day = sources.today();
      const held = known.get(uri);
      if (held?.day === day) return held.settings;
      const settings = reckon(uri, day);
      known.set(uri, { day, settings });
      return settings;
    },
    changed: () => {
      known.clear();
    },
    forget: (uri) => {
      known.delete(uri);
    },
  };
}

function settingsFrom(
  { kind, defaultKind, target, extra, levels }: Resolved,
  project: ProjectFile | undefined,
  today: string,
  onRuleError: (id: string) => void,
): FileSettings {
  return { kind: { kind, defaultKind }, rules: { today, target, extra, levels, onRuleError }, project };
}
