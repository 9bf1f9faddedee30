import type { Config } from '../config/config';
import { readConfig } from '../config/read-config';
import { kindById, kinds } from '../kinds/catalogue';
import { isCalendarDate } from '../schema/datetime';
import { nearest } from '../schema/nearest';

/** What a caller's options say, once they are known to make sense. */
export interface ReadOptions {
  readonly kind: string | undefined;
  /** With `/`; empty when there is none. */
  readonly path: string;
  readonly today: string | undefined;
  readonly config: Config;
}

/** The options that a project file has as well. */
const settings = [
  'kinds',
  'defaultKind',
  'rules',
  'overrides',
  'extraModels',
  'extraVoices',
  'target',
] as const satisfies readonly (keyof Config)[];

const own = ['kind', 'fileName', 'today'];

/**
 * Reads the options of a call. A build script that misspells one should fail, not check something else.
 * @param call the function's name, for messages
 * @throws TypeError with the mistake and, where there is one, the name that was meant
 */
export function readOptions(call: string, options: Readonly<Record<string, unknown>>): ReadOptions {
  for (const name of Object.keys(options)) {
    const names = [...own, ...settings];
    if (!names.includes(name)) throw new TypeError(`${call} has no option "${name}".${meant(name, names)}`);
  }
  const today = textOf(options, 'today');
  if (today !== undefined && !isCalendarDate(today))
    throw new TypeError(`"today" must be a date such as 2026-11-22; this is "${today}".`);
  const kind = textOf(options, 'kind');
  return {
    kind: kind === undefined ? undefined : knownKind(kind),
    path: (textOf(options, 'fileName') ?? '').replaceAll('\\', '/'),
    today,
    config: configOf(options),
  };
}

/**
 * A kind id that a caller gave.
 * @throws TypeError with the nearest id
 */
export function knownKind(id: string): string {
  if (kindById(id)) return id;
  const ids = kinds.map((kind) => kind.id);
  throw new TypeError(`There is no kind "${id}".${meant(id, ids)}`);
}

function meant(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function textOf(options: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = options[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new TypeError(`"${name}" must be a text.`);
}

/** Settings are read as from a project file, so that both take and refuse the same. */
function configOf(options: Readonly<Record<string, unknown>>): Config {
  const given = Object.fromEntries(settings.map((name) => [name, options[name]]));
  const { config, faults } = readConfig(JSON.stringify(given));
  if (faults[0]) throw new TypeError(faults[0].message);
  return config;
}
