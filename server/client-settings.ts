import type { Connection } from 'vscode-languageserver';
import type { Config } from './config/config';
import { SETTINGS_SECTION } from './protocol';
import { type Preferences, readPreferences, readSettings } from './settings';

/** The client's settings, per document where the client can tell them apart. */
export interface ClientSettings {
  readonly of: (uri: string) => Promise<Config>;
  /** What the user wants shown of a document, or of the whole workspace where none is named. */
  readonly preferences: (uri?: string) => Promise<Preferences>;
  /** Forgets what was read; `pushed` is what the client sent along, if it cannot be asked. */
  readonly changed: (pushed?: unknown) => void;
  readonly forget: (uri: string) => void;
}

/**
 * Asks the client for `realtimeConfig` once per document and keeps the answer until it changes.
 * @param canAsk whether the client answers `workspace/configuration`; known only after `initialize`
 */
export function clientSettings(connection: Connection, canAsk: () => boolean): ClientSettings {
  const known = new Map<string, Promise<Both>>();
  let pushed = readBoth(undefined);
  const ask = async (uri: string): Promise<Both> => {
    try {
      const scope = uri === WORKSPACE ? {} : { scopeUri: uri };
      return readBoth(await connection.workspace.getConfiguration({ ...scope, section: SETTINGS_SECTION }));
    } catch {
      // A client that says it can be asked and then fails still gets every feature, with the defaults.
      return pushed;
    }
  };
  const both = (uri: string): Promise<Both> => {
    if (!canAsk()) return Promise.resolve(pushed);
    const settings = known.get(uri) ?? ask(uri);
    known.set(uri, settings);
    return settings;
  };
  return {
    of: async (uri) => (await both(uri)).config,
    preferences: async (uri = WORKSPACE) => (await both(uri)).preferences,
    changed: (value) => {
      known.clear();
      pushed = readBoth(value);
    },
    forget: (uri) => {
      known.delete(uri);
    },
  };
}

interface Both {
  readonly config: Config;
  readonly preferences: Preferences;
}

/** In the place of a document, for what holds without one. */
const WORKSPACE = '';

const readBoth = (value: unknown): Both => ({
  config: readSettings(value),
  preferences: readPreferences(value),
});
