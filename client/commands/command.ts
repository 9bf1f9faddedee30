import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { ServerConnection } from '../connection';
import type { OpenText } from '../prose/index';

/** What commands and offers work with. */
export interface ClientContext {
  extension: ExtensionContext;
  server: ServerConnection;
  output: LogOutputChannel;
  openText: OpenText;
}

/** One command of the palette; its title stands in package.json. */
export interface Command {
  id: `realtimeConfig.${string}`;
  /** Completes "Could not …" when it fails. */
  goal: string;
  /** Gets what VS Code passes along, such as the file of a menu entry. May throw; the user is then told. */
  run(context: ClientContext, ...args: unknown[]): unknown;
}
