import type { RealtimeDocument } from '../document/parse';
import type { Detected } from '../kinds/detect';
import type { Problem } from '../problem';
import { type Diagnostic, diagnosticsOf } from '../problems/report';
import type { KindSource } from '../protocol';

/** What was found in one file, in the form and key order of the JSON output. */
export interface FileReport {
  readonly file: string;
  readonly kind: string;
  readonly kindFrom: KindSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** Counts over all files, in the key order of the JSON output. */
export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
}

/** The report on a document; holds on to nothing of the document itself. */
export function reportOn(
  file: string,
  doc: RealtimeDocument,
  detected: Detected,
  problems: readonly Problem[],
): FileReport {
  return { file, kind: detected.kind, kindFrom: detected.from, diagnostics: diagnosticsOf(doc, problems) };
}

/** A summary of no files. */
export function emptySummary(): Summary {
  return { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0 };
}

/** Adds a file's problems to the counts. */
export function count(summary: Summary, report: FileReport): void {
  summary.files++;
  for (const { severity } of report.diagnostics) summary[`${severity}s`]++;
}
