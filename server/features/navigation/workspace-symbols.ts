import type { SymbolInformation } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import { withoutSecrets } from '../../document/hide';
import type { RealtimeDocument } from '../../document/parse';
import { toRange } from '../ranges';
import { holderOf, namesIn } from './names';

/**
 * The functions and MCP servers that a document defines, as symbols of the workspace.
 * @param query letters that the name has to have in this order, whatever their case; all names fit an empty one
 */
export function toolSymbols(doc: RealtimeDocument, kind: string, query: string): SymbolInformation[] {
  return namesIn(doc, kind)
    .filter(({ isDefinition, sort, name }) => isDefinition && sort !== 'server-tool' && fits(name, query))
    .map((use) => ({
      name: withoutSecrets(doc, use.name),
      kind: use.sort === 'server' ? SymbolKind.Interface : SymbolKind.Function,
      location: { uri: doc.uri, range: toRange(doc, holderOf(use)) },
      containerName: use.sort === 'server' ? 'mcp' : 'function',
    }));
}

function fits(name: string, query: string): boolean {
  const letters = [...name.toLowerCase()];
  return [...query.toLowerCase()].every((letter) => {
    const at = letters.indexOf(letter);
    letters.splice(0, at + 1);
    return at >= 0;
  });
}
