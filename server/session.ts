import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSettings } from './client-settings';
import type { RealtimeDocument } from './document/parse';
import type { ParsedDocuments } from './documents';
import type { AllFileSettings, FileSettings } from './file-settings';
import type { Host } from './host';
import { type Detected, detectKind } from './kinds/detect';
import type { ProjectFiles } from './project-files';
import type { InitializationOptions } from './protocol';
import { pathOfUri } from './uri';

/** An open document with its parsed text, its kind and what holds for it. */
export interface OpenDocument {
  readonly doc: RealtimeDocument;
  readonly detected: Detected;
  readonly settings: FileSettings;
}

/** The client, as it has introduced itself. */
export interface Client {
  /** What it calls itself; empty when it does not say. */
  name: string;
  capabilities: ClientCapabilities;
  options: InitializationOptions;
  /** Paths of the workspace folders, with `/`. */
  folders: string[];
  /** The same as URIs. */
  folderUris: string[];
}

/** Takes over which folders the workspace has. */
export function setFolders(client: Client, folders: readonly { uri: string }[]): void {
  client.folderUris = folders.map(({ uri }) => uri);
  client.folders = client.folderUris.map(pathOfUri);
}

/** What is remembered of documents and settings. */
export interface Held {
  readonly texts: TextDocuments<TextDocument>;
  readonly parsed: ParsedDocuments;
  readonly editor: ClientSettings;
  readonly projects: ProjectFiles;
  readonly settings: AllFileSettings;
  /** The text of a file that need not be open; undefined where there is none. */
  readonly readText: (uri: string) => Promise<string | undefined>;
}

/** What handlers need of the server. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: Client;
  readonly held: Held;
  readonly options: InitializationOptions;
  readonly open: (uri: string) => Promise<OpenDocument | undefined>;
  /** Work that nobody waits for: a failure of it is logged, and never ends the process. */
  readonly inBackground: (work: () => Promise<unknown>) => void;
}

/** The document as it is now; undefined when it is not open. */
export async function openDocument(
  uri: string,
  { texts, parsed, settings }: Held,
): Promise<OpenDocument | undefined> {
  const text = texts.get(uri);
  if (!text) return undefined;
  // Positions of the request are those of the text as it is now, not as it may be once the client has answered.
  const doc = parsed.get(text);
  const own = await settings.of(uri);
  if (!texts.get(uri)) return undefined;
  return { doc, detected: detectKind(pathOfUri(uri), doc.root, own.kind), settings: own };
}
