import type { RealtimeDocument } from '../../document/parse';
import type { Problem } from '../../problem';
import type { Io } from '../io';
import type { FileReport, Summary } from '../report';

/** What was found in one file. It must not be kept: of thousands of files only one is held at a time. */
export interface Checked {
  readonly report: FileReport;
  readonly doc: RealtimeDocument;
  /** What the report's diagnostics were made of, one by one. */
  readonly problems: readonly Problem[];
}

/** Prints what `check` finds. One format is one file in this folder, and one line in `output/index.ts`. */
export interface Reporter {
  /** Takes what was found in a file, right after the file was checked. */
  file(checked: Checked): void;
  /**
   * Called once, after the last file.
   * @param complete whether everything that was asked for could be read
   */
  end(summary: Summary, complete: boolean): void;
}

/** Starts a report on `io.stdout`. */
export type Output = (io: Io) => Reporter;
