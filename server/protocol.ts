/**
 * What the server and its clients agree on beyond the LSP itself: command ids, custom requests, start-up
 * options. Imports nothing, so that a client can import it without pulling in the server.
 *
 * The custom requests serve the VS Code status item only; completion, hover, diagnostics, formatting and
 * the insert-default commands need none of them.
 */

export * from './command-protocol';

export const LANGUAGE_ID = 'realtime-json';
export const FILE_SUFFIX = '.realtime.json';
export const SETTINGS_SECTION = 'realtimeConfig';

/** Folders that nobody keeps documents of their own in: searches leave them out. */
export const FOLDERS_LEFT_OUT: readonly string[] = ['node_modules', '.git'];

/** `initializationOptions` of the `initialize` request, all optional. */
export interface InitializationOptions {
  /** The client can open a new unsaved document with a given text. */
  canOpenUntitled?: boolean;
  /** The client answers `realtime/readFile`: it may reach files that the server's process cannot. */
  canReadFiles?: boolean;
  /** The client answers `realtime/findFiles`: it knows how to look through the workspace. */
  canFindFiles?: boolean;
  /**
   * The client itself asks for completion when a quote opens a string. The protocol's trigger characters do not tell
   * an opening quote from a closing one, and VS Code keeps an old list while it waits for the answer to either.
   */
  opensStrings?: boolean;
  /** The client has the command `realtimeConfig.explainRule`, which takes a code. */
  canExplainRules?: boolean;
  /** The client has the command `realtimeConfig.convert`, which shows a conversion before it is made. */
  canConvert?: boolean;
  /** The client has the command `realtimeConfig.editAsText`, which takes `EditAsTextArgs`. */
  canEditText?: boolean;
}

/** Custom request to the client, `{ uri }`: the text of a file; null where there is none. */
export const readFileRequest = 'realtime/readFile';

/** Custom request to the client, `{}`: the URIs of every `*.realtime.json` of the workspace, in any order. */
export const findFilesRequest = 'realtime/findFiles';

/** The client's command that shows the page of a code; its one argument is the code. */
export const EXPLAIN_RULE = 'realtimeConfig.explainRule';

/** The client's command that opens a string as a text of its own; its one argument is `EditAsTextArgs`. */
export const EDIT_AS_TEXT = 'realtimeConfig.editAsText';

/** Which string of which document, by its RFC 6901 pointer. */
export interface EditAsTextArgs {
  uri: string;
  pointer: string;
}

/** The kind of a document of another API: it is recognised and explained, not checked, and nobody can choose it. */
export const NO_KIND = 'none';

/** How the kind of a document was decided, in the order of the decision. */
export type KindSource = 'choice' | 'file name' | '$schema' | 'content' | 'default';

/** Custom request `realtime/documentInfo` `{ uri }`: what the status item shows; null for a document that is not open. */
export const documentInfoRequest = 'realtime/documentInfo';
export interface DocumentInfo {
  /** A kind id such as `sdk.session-request`; `none` for a document of another API, which is not checked. */
  kind: string;
  kindTitle: string;
  kindFrom: KindSource;
  errors: number;
  warnings: number;
}

/** Custom request `realtime/schema` `{ kind }`: the kind's self-contained JSON Schema as text; null for an unknown kind. */
export const schemaRequest = 'realtime/schema';

/** Notification to the client, `{ uri }`: the answer to `realtime/documentInfo` may have changed. */
export const documentInfoChanged = 'realtime/documentInfoChanged';

/**
 * The glob that fits one file and nothing else. In: its path with `/`, relative to the workspace folder, or
 * absolute (starting with `/`) for a file outside of one. Out: the path with what globs give a meaning escaped.
 */
export function globForFile(path: string): string {
  return path.replace(/[\\*?[\]{}()|]/g, '\\$&').replace(/^[!#]/, '\\$&');
}
