import { isObject } from './document/value';
import type { KindOptions } from './kinds/detect';
import type { ExtraNames } from './kinds/names';

/** The user's settings as far as the server heeds them. */
export interface Settings extends KindOptions {
  /** Names to offer besides those of the catalogues. */
  readonly extra: ExtraNames;
}

/**
 * Reads `realtimeConfig.*` as a client sends it. Whatever has the wrong type counts as not set: settings never
 * break the server.
 * @param value the section's object, or anything
 */
export function readSettings(value: unknown): Settings {
  const section = isObject(value) ? value : {};
  const globs = isObject(section.kinds) ? Object.entries(section.kinds) : [];
  return {
    kinds: Object.fromEntries(
      globs.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    defaultKind: typeof section.defaultKind === 'string' ? section.defaultKind : undefined,
    extra: { models: textsIn(section.extraModels), voices: textsIn(section.extraVoices) },
  };
}

/** The texts of a list, each once, without the empty ones. */
function textsIn(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return [...new Set(entries.filter((entry): entry is string => typeof entry === 'string' && entry !== ''))];
}
