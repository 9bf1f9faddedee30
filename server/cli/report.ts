import type { Report } from '../problems/report';

/** What was found in one file, in the form and key order of the JSON output. */
export interface FileReport extends Report {
  readonly file: string;
}

/** Counts over all files, in the key order of the JSON output. */
export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
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
