import type { FileReport } from '../report';
import type { Output } from './output';

/** The version of the object's form; raised when something in it changes its meaning or goes away. */
const FORM = 1;

/** One JSON object at the end, for programs. */
export const json: Output = (io) => {
  const files: FileReport[] = [];
  return {
    file: (report) => files.push(report),
    end: (summary) => io.stdout.write(`${JSON.stringify({ version: FORM, files, summary }, null, 2)}\n`),
  };
};
