import { resolve } from 'node:path';
import { convert as convertDocument } from '../../conversions';
import { onlyArgument } from '../arguments';
import type { Command } from '../command';
import { configOption } from '../config';
import { complain, exitCodes, type Io } from '../io';
import { kindIds, knownKind } from '../kind-argument';
import { printNotes, readDocument, reportRefusal } from '../one-document';
import { usageError } from '../usage-error';
import { writeWhole } from '../write-file';

/** `realtime-config convert`: makes a document of one kind from one of another. */
export const convert: Command = {
  name: 'convert',
  summary: 'Convert a document to another kind',
  usage: 'FILE|- --to KIND',
  details: [
    'Prints the converted document, with the layout of the original. What cannot be carried over as it was is noted on standard error, with its place and value; where a person would be asked, the documented choice is taken. "-" reads standard input.',
    'Exit code: 0 converted, 1 the document cannot be converted, or with --strict there was something to note, 2 wrong usage, or a file that cannot be read or written.',
  ],
  operands: 'files',
  options: {
    to: { value: 'KIND', summary: 'The kind to convert to: see "realtime-config kinds"', choices: kindIds },
    kind: { value: 'KIND', summary: 'Read the document as this kind', choices: kindIds },
    output: { value: 'FILE', summary: 'Write the outcome to this file' },
    strict: { summary: 'End with exit code 1 when there is something to note' },
    'stdin-name': {
      value: 'NAME',
      summary: 'What to call standard input; its kind can follow from the name',
    },
    config: configOption,
  },
  run: async (args, io) => {
    const file = onlyArgument(convert, args, 'FILE');
    const wanted = args.text('to');
    if (wanted === undefined) throw usageError('"convert" needs the kind to convert to: --to KIND.');
    const to = knownKind(wanted);
    const input = await readDocument(file, args, io);
    if (!input) return exitCodes.unusable;
    const outcome = convertDocument(input.doc, input.kind, to);
    if ('refused' in outcome) return reportRefusal(io, input, outcome);
    const text = `${outcome.text.replace(/[\r\n]+$/, '')}${input.eol}`;
    const output = args.text('output');
    if (output === undefined) io.stdout.write(text);
    else if (!write(io, output, text)) return exitCodes.unusable;
    printNotes(io, input, outcome.notes);
    return args.flag('strict') && outcome.notes.length > 0 ? exitCodes.problems : exitCodes.clean;
  },
};

function write(io: Io, name: string, text: string): boolean {
  const trouble = writeWhole(resolve(io.cwd, name), text);
  if (trouble !== undefined) complain(io, `${name}: ${trouble}.`);
  return trouble === undefined;
}
