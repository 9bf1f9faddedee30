/**
 * The commands of the server: their ids, what they take, and what they answer. Part of the protocol, which passes all of it on;
 * imports nothing.
 */

/** Commands of `workspace/executeCommand`; answered by `workspace/applyEdit`. */
export const serverCommands = {
  insertDefault: 'realtimeConfig.server.insertDefault',
  /** `[{ uri, position? }]`: writes out what holds for absent keys, with a position only in the object there. */
  fillDefaults: 'realtimeConfig.server.fillDefaults',
  /** `[{ uri }]`: takes out the values that are what holds without them. */
  removeDefaults: 'realtimeConfig.server.removeDefaults',
  /** `[{ uri }]`: puts keys into schema order. */
  sortKeys: 'realtimeConfig.server.sortKeys',
  /** `[ConvertArgs]`: makes the document one of another kind. */
  convert: 'realtimeConfig.server.convert',
  /** `[{ uri }]`: answers with the `Choice[]` of kinds that the document can become. */
  conversions: 'realtimeConfig.server.conversions',
  /** `[{ uri, as }]`: answers with a `Written`: the document in another form. */
  emit: 'realtimeConfig.server.emit',
  /** `[{ uri }]`: answers with the `Choice[]` of forms that the document can take. */
  forms: 'realtimeConfig.server.forms',
  /** `[{ uri }]`: answers with a `ToolRoom`: what tools the document takes, and which names are free. */
  toolRoom: 'realtimeConfig.server.toolRoom',
  /** `[InsertToolArgs]`: appends a tool. */
  insertTool: 'realtimeConfig.server.insertTool',
  /** `[PasteToolsArgs]`: appends the tools that a text describes, in the form of whatever API. */
  pasteTools: 'realtimeConfig.server.pasteTools',
  /** `[]`: checks every document of the workspace, publishes what is wrong, and answers with a `WorkspaceSummary`. */
  checkWorkspace: 'realtimeConfig.server.checkWorkspace',
  /** `[{ uri, text }]`: finds what a server's error is about, shows it, and answers with a `FoundResult`. */
  findServerError: 'realtimeConfig.server.findServerError',
  /** `[{ uri, text }]`: makes the document of what was pasted, an object of another language or library. */
  pasteConfig: 'realtimeConfig.server.pasteConfig',
} as const;

/** The client's command that shows a conversion before it is made; its arguments are a URI and a kind id. */
export const CONVERT = 'realtimeConfig.convert';

/** A function of the author's, or an MCP server. */
export type ToolSort = 'function' | 'mcp';

/** What can be added to the tools of a document. */
export interface ToolRoom {
  outcome: 'room';
  sorts: readonly ToolSort[];
  /** Names and labels that are in use. */
  taken: Readonly<Record<ToolSort, readonly string[]>>;
  /** A regular expression that names of functions have to fit, and what to say to one that does not. */
  nameRule: { pattern: string; message: string } | null;
}

/** The one argument of `realtimeConfig.server.insertTool`. The tool goes to the end of the list, wherever the cursor is. */
export interface InsertToolArgs {
  uri: string;
  position?: { line: number; character: number };
  /** As it is written in a document; what it lacks is added: its type, and arguments to start from. */
  tool: Readonly<Record<string, unknown>>;
}

/** The one argument of `realtimeConfig.server.pasteTools`. */
export interface PasteToolsArgs {
  uri: string;
  /** JSON: a tool of some API, a JSON Schema, or a list of them. */
  text: string;
  /** What a tool is called that has no name. */
  name?: string;
  /** Answers with the `ToolsRead` and changes nothing. */
  preview?: boolean;
}

/** What `realtimeConfig.server.pasteTools` would insert. */
export interface ToolsRead {
  outcome: 'tools';
  /** Null for a tool that has no name yet. */
  names: readonly (string | null)[];
}

/** How the insertion of tools ended; the user has been shown the notes. */
export type ToolsResult =
  | (Extract<EditResult, { outcome: 'applied' }> & { notes: readonly string[] })
  | ToolsRead
  | Exclude<EditResult, { outcome: 'applied' }>;

/** Something that one can choose from. */
export interface Choice {
  id: string;
  title: string;
  description: string;
}

/** The one argument of `realtimeConfig.server.convert`. */
export interface ConvertArgs {
  uri: string;
  /** A kind id; without it the server asks. */
  to?: string;
  /** Answers with the text and changes nothing. */
  preview?: boolean;
}

/** Something that could not be carried over as it was. */
export interface Note {
  /** RFC 6901 pointer into the document that was converted. */
  pointer: string;
  /** JSON on one line; empty where nothing was there. */
  value: string;
  message: string;
}

/** How a paste ended; `notes` are sentences about what could not come along. */
export type PasteResult =
  | (Extract<EditResult, { outcome: 'applied' }> & { notes: readonly string[] })
  | { outcome: 'new-document'; text: string; notes: readonly string[] }
  | Exclude<EditResult, { outcome: 'applied' }>;

/** Where a server's error leads. */
export type FoundResult =
  | {
      outcome: 'found';
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
      /** What is known to be wrong there, as its diagnostic says; undefined where nothing is. */
      problem?: string;
      /** Whether the light bulb has a repair. */
      canFix: boolean;
    }
  | { outcome: 'refused'; message: string };

/** How a check of the workspace ended. */
export interface WorkspaceSummary {
  outcome: 'done' | 'cancelled';
  files: number;
  errors: number;
  warnings: number;
}

/** What a document becomes in another form or of another kind; the document itself stays as it is. */
export interface Written {
  outcome: 'text';
  text: string;
  notes: readonly Note[];
}

/** How a conversion ended. */
export type ConvertResult =
  | (Extract<EditResult, { outcome: 'applied' }> & { notes: readonly Note[] })
  | Written
  | Exclude<EditResult, { outcome: 'applied' }>;

/** What `realtimeConfig.server.insertDefault` can insert. */
export const insertables = [
  'session-config',
  'session-request',
  'voice-activity-detection',
  'turn-detection',
] as const;
export type Insertable = (typeof insertables)[number];

/** The one argument of `realtimeConfig.server.insertDefault`. */
export interface InsertDefaultArgs {
  uri: string;
  /** Zero-based line and UTF-16 character, as everywhere in the LSP. */
  position: { line: number; character: number };
  what: Insertable;
}

/**
 * How a command that changes a document ended. `refused`: nothing was changed, and the user has been shown `message`
 * already.
 */
export type EditResult =
  | {
      outcome: 'applied';
      /** The changed text, as it stands afterwards. */
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
    }
  | { outcome: 'cancelled' }
  | { outcome: 'refused'; message: string };

/**
 * How `realtimeConfig.server.insertDefault` ended. The server itself asks before it replaces anything and
 * says why something cannot go where it was asked for (`window/showMessageRequest`).
 * `new-document`: the user chose to open the default as a document of its own; only offered to clients that
 * said `canOpenUntitled`, which then open `text`. `refused`: the user has been shown `message` already.
 */
export type InsertDefaultResult = EditResult | { outcome: 'new-document'; text: string };
