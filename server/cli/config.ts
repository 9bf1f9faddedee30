import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Config } from '../config/config';
import { PROJECT_FILE, readConfig } from '../config/read-config';
import { type PlacedConfig, type Resolved, resolveConfig } from '../config/resolve';
import type { Node } from '../document/node';
import { type Detected, detectKind } from '../kinds/detect';
import type { RuleSettings } from '../rules/settings';
import { type Arguments, calendarDate } from './arguments';
import { readTrouble, shownPath } from './files';
import type { Input } from './inputs';
import { complain, type Io } from './io';
import { usageError } from './usage-error';

/** What holds for one text. */
export interface InputSettings {
  readonly rules: RuleSettings;
  readonly kindOf: (root: Node | undefined) => Detected;
}

/** The settings of each input of a run. */
export type SettingsOf = (input: Input) => Promise<InputSettings>;

/** What the command line says for all inputs. */
export interface ConfigOptions {
  /** `--config`; the nearest project file above each input when left out. */
  readonly config: string | undefined;
  readonly kind: string | undefined;
  /** ISO date. */
  readonly today: string;
}

const portable = (path: string) => path.split(sep).join('/');

/**
 * Reckons the settings of inputs, reading each project file once. A file with faults is a mistake of its author's
 * that must not pass in silence, so nothing is checked with it.
 * @throws a usage error that names the file and the place
 */
export function settingsOf(io: Io, options: ConfigOptions): SettingsOf {
  const known = new Map<string, Promise<PlacedConfig | undefined>>();
  const read = async (path: string, isNamed: boolean): Promise<PlacedConfig | undefined> => {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      const missing = !isNamed && /^E(?:NOENT|NOTDIR)$/.test(String((error as { code?: unknown }).code));
      if (missing) return undefined;
      throw usageError(`${shownPath(path, io.cwd)}: ${readTrouble(error)}.`);
    });
    return text === undefined
      ? undefined
      : { config: soundConfig(text, shownPath(path, io.cwd)), folder: portable(dirname(path)) };
  };
  const once = (path: string, isNamed = false) => {
    const config = known.get(path) ?? read(path, isNamed);
    known.set(path, config);
    return config;
  };
  return async (input) => {
    const path = resolve(io.cwd, input.path ?? input.name);
    const project = options.config
      ? await once(resolve(io.cwd, options.config), true)
      : await nearest(dirname(path), once);
    const resolved = resolveConfig(portable(path), { config: {}, folder: undefined }, project);
    return inputSettings(input.name, resolved, options, (id) =>
      complain(io, `${input.name}: the rule "${id}" failed; it says nothing about this file.`),
    );
  };
}

async function nearest(
  folder: string,
  read: (path: string) => Promise<PlacedConfig | undefined>,
): Promise<PlacedConfig | undefined> {
  const found = await read(join(folder, PROJECT_FILE));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : nearest(parent, read));
}

function soundConfig(text: string, name: string): Config {
  const { config, faults } = readConfig(text);
  const [first, ...more] = faults;
  if (!first) return config;
  const others = more.length > 0 ? ` (${more.length} more)` : '';
  throw usageError(`${name}:${first.line + 1}:${first.character + 1}: ${first.message}${others}`);
}

function inputSettings(
  name: string,
  { kind, defaultKind, extra, levels, target }: Resolved,
  options: ConfigOptions,
  onRuleError: (id: string) => void,
): InputSettings {
  return {
    rules: { today: options.today, target, extra, levels, onRuleError },
    kindOf: (root) => detectKind(name, root, { kind: options.kind ?? kind, defaultKind }),
  };
}

/** The option that every command with settings takes. */
export const configOption = {
  value: 'FILE',
  summary: `The project file to go by; default the nearest ${PROJECT_FILE} above each file`,
} as const;

/** The option of the date. */
export const todayOption = {
  value: 'DATE',
  summary: 'The date that shutdowns are reckoned with, YYYY-MM-DD; default today',
} as const;

/**
 * The date that a run reckons with: `--today`, else that of the clock, by UTC so that all machines agree.
 * @throws a usage error for what is no date of the calendar
 */
export function todayFrom(args: Arguments, io: Io): string {
  const today = args.text('today');
  return today === undefined ? io.now().toISOString().slice(0, 10) : calendarDate('--today', today);
}
