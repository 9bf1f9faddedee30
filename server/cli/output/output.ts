import type { RealtimeDocument } from '../../document/parse';
import type { Io } from '../io';
import type { FileReport, Summary } from '../report';

/** Prints what `check` finds. One format is one file in this folder, and one line in `output/index.ts`. */
export interface Reporter {
  /** Takes a file's report, right after the file was checked. `doc` must not be kept. */
  file(report: FileReport, doc: RealtimeDocument): void;
  /** Called once, after the last file. */
  end(summary: Summary): void;
}

/** Starts a report on `io.stdout`. */
export type Output = (io: Io) => Reporter;
