import type { Config } from '../config/config';
import { readConfig } from '../config/read-config';
import { type Resolved, resolveConfig } from '../config/resolve';
import { parse, type RealtimeDocument } from '../document/parse';
import { kindById, kinds } from '../kinds/catalogue';
import { type Detected, detectKind } from '../kinds/detect';
import { isCalendarDate } from '../schema/datetime';
import { nearest } from '../schema/nearest';

/** What a caller's options say, once they are known to make sense. */
export interface ReadOptions {
  readonly kind: string | undefined;
  /** The kind to convert to. */
  readonly to: string | undefined;
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

/** What each call takes besides settings. */
const own = {
  check: ['kind', 'fileName', 'today'],
  detectKind: ['kind', 'fileName'],
  convert: ['to', 'from', 'fileName'],
} as const;

/**
 * Reads the options of a call. A build script that misspells one should fail, not check something else.
 * @param call the function's name
 * @throws TypeError with the mistake and, where there is one, the name that was meant
 */
function readOptions(call: keyof typeof own, options: Readonly<Record<string, unknown>>): ReadOptions {
  for (const name of Object.keys(options)) {
    const names: readonly string[] = [...own[call], ...settings];
    if (!names.includes(name)) throw new TypeError(`${call} has no option "${name}".${meant(name, names)}`);
  }
  const today = textOf(options, 'today');
  if (today !== undefined && !isCalendarDate(today))
    throw new TypeError(`"today" must be a date such as 2026-11-22; this is "${today}".`);
  return {
    kind: kindOf(options, call === 'convert' ? 'from' : 'kind'),
    to: kindOf(options, 'to'),
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

function kindOf(options: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const kind = textOf(options, name);
  return kind === undefined ? undefined : knownKind(kind);
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

/**
 * Reads the text of a call, and finds out what it is.
 * @throws TypeError when an option makes no sense, or the text is no text
 */
export function readText(
  call: keyof typeof own,
  text: string,
  options: object,
): {
  readonly doc: RealtimeDocument;
  readonly detected: Detected;
  readonly options: ReadOptions;
  readonly resolved: Resolved;
} {
  if (typeof text !== 'string') throw new TypeError(`${call} needs the document's text.`);
  const read = readOptions(call, { ...options });
  const doc = parse(text, read.path);
  const resolved = resolveConfig(read.path, { config: read.config, folder: undefined });
  const { kind, defaultKind } = resolved;
  const detected = detectKind(read.path, doc.root, { kind: read.kind ?? kind, defaultKind });
  return { doc, detected, options: read, resolved };
}
