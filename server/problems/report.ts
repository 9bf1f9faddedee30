import type { Position, Range } from 'vscode-languageserver-textdocument';
import type { Note } from '../conversions/conversion';
import type { Refused } from '../conversions/index';
import { withoutSecrets } from '../document/hide';
import { nodeAtPointer } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import type { Detected } from '../kinds/detect';
import type { Problem, Severity, Span } from '../problem';
import type { KindSource } from '../protocol';
import { syntaxProblems } from './syntax-problems';

/** A problem as programs are told of it: by `check --format json`, and by the npm package's API. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly range: Range;
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly safe: boolean }[];
}

/** What was found in a document, for programs. */
export interface Report {
  readonly kind: string;
  readonly kindFrom: KindSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** The report on a document, in the key order of the JSON output; it holds on to nothing of the document. */
export function reportOf(doc: RealtimeDocument, detected: Detected, problems: readonly Problem[]): Report {
  return {
    kind: detected.kind,
    kindFrom: detected.from,
    diagnostics: problems.map(({ severity, code, message, pointer, span, fixes }) => ({
      severity,
      code,
      message,
      pointer,
      range: rangeOf(doc, span),
      fixes: fixes.map(({ title, preferred, safe }) => ({ title, preferred, safe })),
    })),
  };
}

/** A note of a conversion, with its place. */
export interface PlacedNote extends Note {
  /** The value; the beginning of the document where it is not there. */
  readonly range: Range;
}

/** The notes of a conversion for people and programs, without the secrets that a pointer may hold. */
export function notesOf(doc: RealtimeDocument, notes: readonly Note[]): PlacedNote[] {
  return notes.map(({ pointer, value, message }) => ({
    pointer: withoutSecrets(doc, pointer),
    value,
    message,
    range: rangeOf(doc, nodeAtPointer(doc.root, pointer) ?? { offset: 0, length: 0 }),
  }));
}

/** Why a document cannot be converted, and where: for broken text, what is broken. */
export function refusalOf(
  doc: RealtimeDocument,
  { refused, pointer, offset }: Refused,
): { readonly message: string; readonly pointer: string; readonly position: Position } {
  const broken = syntaxProblems(doc).find(({ severity }) => severity === 'error');
  const at = broken?.span.offset ?? nodeAtPointer(doc.root, pointer)?.offset ?? offset;
  return {
    message: broken?.message ?? refused,
    pointer: withoutSecrets(doc, pointer),
    position: doc.positions.positionAt(at),
  };
}

function rangeOf(doc: RealtimeDocument, { offset, length }: Span): Range {
  return { start: doc.positions.positionAt(offset), end: doc.positions.positionAt(offset + length) };
}
