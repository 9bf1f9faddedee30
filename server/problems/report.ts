import type { Range } from 'vscode-languageserver-textdocument';
import type { RealtimeDocument } from '../document/parse';
import type { Problem, Severity } from '../problem';

/** A problem as programs are told of it: by `check --format json`, and by the npm package's API. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly range: Range;
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly safe: boolean }[];
}

/** Problems of a document for programs, in the key order of the JSON output; they hold on to nothing of it. */
export function diagnosticsOf(doc: RealtimeDocument, problems: readonly Problem[]): Diagnostic[] {
  return problems.map(({ severity, code, message, pointer, span, fixes }) => ({
    severity,
    code,
    message,
    pointer,
    range: {
      start: doc.positions.positionAt(span.offset),
      end: doc.positions.positionAt(span.offset + span.length),
    },
    fixes: fixes.map(({ title, preferred, safe }) => ({ title, preferred, safe })),
  }));
}
