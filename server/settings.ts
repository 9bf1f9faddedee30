import type { Config } from './config/config';
import { readConfig } from './config/read-config';

/**
 * Reads `realtimeConfig.*` as a client sends it: the same keys as a project file has. Whatever has the wrong type
 * counts as not set: settings never break the server.
 * @param value the section's object, or anything
 */
export function readSettings(value: unknown): Config {
  const text = JSON.stringify(value);
  return text === undefined ? {} : readConfig(text).config;
}
