import type { Connection } from 'vscode-languageserver';
import type { Config } from './config/config';
import { SETTINGS_SECTION } from './protocol';
import { readSettings } from './settings';

/** The client's settings, per document where the client can tell them apart. */
export interface ClientSettings {
  readonly of: (uri: string) => Promise<Config>;
  /** Forgets what was read; `pushed` is what the client sent along, if it cannot be asked. */
  readonly changed: (pushed?: unknown) => void;
  readonly forget: (uri: string) => void;
}

/**
 * Asks the client for `realtimeConfig` once per document and keeps the answer until it changes.
 * @param canAsk whether the client answers `workspace/configuration`; known only after `initialize`
 */
export function clientSettings(connection: Connection, canAsk: () => boolean): ClientSettings {
  const known = new Map<string, Promise<Config>>();
  let pushed: Config = readSettings(undefined);
  const ask = async (uri: string): Promise<Config> => {
    try {
      return readSettings(
        await connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION }),
      );
    } catch {
      // A client that says it can be asked and then fails still gets every feature, with the defaults.
      return pushed;
    }
  };
  return {
    of: (uri) => {
      if (!canAsk()) return Promise.resolve(pushed);
      const settings = known.get(uri) ?? ask(uri);
      known.set(uri, settings);
      return settings;
    },
    changed: (value) => {
      known.clear();
      pushed = readSettings(value);
    },
    forget: (uri) => {
      known.delete(uri);
    },
  };
}
