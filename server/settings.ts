import type { Config } from './config/config';
import { readConfig } from './config/read-config';
import { isObject } from './document/value';

/**
 * Reads `realtimeConfig.*` as a client sends it: the same keys as a project file has. Whatever has the wrong type
 * counts as not set: settings never break the server.
 * @param value the section's object, or anything
 */
export function readSettings(value: unknown): Config {
  const text = JSON.stringify(value);
  return text === undefined ? {} : readConfig(text).config;
}

/** What an editor's user wants shown; no matter of the project's files, and so no part of `.realtimerc.json`. */
export interface Preferences {
  /** Whether documents that are not open are checked too, by themselves. */
  readonly scope: 'open' | 'workspace';
  readonly inlayHints: boolean;
}

/**
 * Reads the rest of `realtimeConfig.*`; whatever has the wrong type counts as not set.
 * @param value the section's object, or anything
 */
export function readPreferences(value: unknown): Preferences {
  const { validate, inlayHints } = isObject(value) ? value : {};
  return {
    scope: isObject(validate) && validate.scope === 'workspace' ? 'workspace' : 'open',
    inlayHints: !(isObject(inlayHints) && inlayHints.enabled === false),
  };
}
