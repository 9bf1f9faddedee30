import { DiagnosticSeverity, getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { nodeAtOffset, pointerOf } from '../../../server/document/node';
import { parse } from '../../../server/document/parse';
import { kindsWithSchema, schemaOfKind } from '../../../server/schema/bundle';
import type { Contender } from './contender';

/**
 * vscode-json-languageservice as VS Code's JSON server uses it, with schema problems as Errors. Its ranges
 * are turned into pointers only so that places can be compared, and that is not part of its time.
 */
export function jsonService(): Contender & {
  readonly check: (kind: string, text: string) => Promise<unknown>;
} {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    schemas: kindsWithSchema.map((kind) => ({
      uri: `urn:realtime-config:${kind}`,
      fileMatch: [`*.${kind}.json`],
      // The service resolves references in place.
      schema: structuredClone(schemaOfKind(kind)) as object,
    })),
  });
  const check = (kind: string, text: string) => {
    const document = TextDocument.create(`file:///bench/one.${kind}.json`, 'json', 0, text);
    const tree = service.parseJSONDocument(document);
    const found = service.doValidation(document, tree, { schemaValidation: 'error', comments: 'error' });
    return Promise.resolve(found).then((diagnostics) => ({ document, diagnostics }));
  };
  return {
    name: 'json-languageservice',
    check,
    find: async (kind, text) => {
      const { document, diagnostics } = await check(kind, text);
      const { root } = parse(text);
      return diagnostics.map(({ message, severity, range }) => {
        const node = nodeAtOffset(root, document.offsetAt(range.start));
        const isError = severity === DiagnosticSeverity.Error;
        return { isError, pointer: node ? pointerOf(node) : '', message: messageText(message) };
      });
    },
  };
}

const messageText = (message: unknown) => (typeof message === 'string' ? message : JSON.stringify(message));
