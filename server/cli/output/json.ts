import type { FileReport, Summary } from '../report';
import { ListPrinter } from './list-printer';
import type { Output } from './output';

/** The version of the object's form; raised when something in it changes its meaning or goes away. */
const FORM = 1;

/** One JSON object, for programs. */
export const json: Output = (io) => {
  const printer = new ListPrinter<FileReport, Summary>(io.stdout, (files, summary) => ({
    version: FORM,
    files,
    summary,
  }));
  return {
    file: ({ report }) => printer.add(report),
    end: (summary) => printer.end(summary),
  };
};
