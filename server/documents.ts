import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, type RealtimeDocument } from './document/parse';

/** Parsed documents by URI. A version is parsed once, when it is first asked for. */
export interface ParsedDocuments {
  readonly get: (document: TextDocument) => RealtimeDocument;
  readonly forget: (uri: string) => void;
}

/** Makes an empty cache. Its size is that of the set of open documents: closing forgets. */
export function parsedDocuments(): ParsedDocuments {
  // A TextDocument is changed in place by incremental sync, so its version is what tells texts apart.
  const cache = new Map<string, { version: number; parsed: RealtimeDocument }>();
  return {
    get: (document) => {
      const known = cache.get(document.uri);
      if (known?.version === document.version) return known.parsed;
      const parsed = parse(document.getText(), document.uri);
      cache.set(document.uri, { version: document.version, parsed });
      return parsed;
    },
    forget: (uri) => {
      cache.delete(uri);
    },
  };
}
