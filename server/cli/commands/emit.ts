import { emit as emitDocument, emitForms } from '../../emit';
import { oneOf, onlyArgument } from '../arguments';
import type { Command } from '../command';
import { configOption } from '../config';
import { exitCodes } from '../io';
import { kindIds } from '../kind-argument';
import { printNotes, readDocument, reportRefusal } from '../one-document';

const ids = emitForms.map(({ id }) => id);

/** `realtime-config emit`: writes a document in the form in which it is used elsewhere. */
export const emit: Command = {
  name: 'emit',
  summary: 'Write a document as code, a command or a request',
  usage: 'FILE|-',
  details: [
    `Forms: ${ids.join(', ')}. A document of an older API is converted first; what cannot be carried over is noted on standard error. Keys are read from the environment where the outcome runs; none is written into it. "-" reads standard input.`,
    'Exit code: 0 done, 1 the document cannot take this form, 2 wrong usage, or a file that cannot be read.',
  ],
  operands: 'files',
  options: {
    as: { value: 'FORM', choices: ids, summary: 'The form; default json, the document on one line' },
    kind: { value: 'KIND', summary: 'Read the document as this kind', choices: kindIds },
    'stdin-name': {
      value: 'NAME',
      summary: 'What to call standard input; its kind can follow from the name',
    },
    config: configOption,
  },
  run: async (args, io) => {
    const file = onlyArgument(emit, args, 'FILE');
    const id = oneOf('--as', args.text('as') ?? 'json', ids);
    const form = emitForms.find((each) => each.id === id);
    const input = await readDocument(file, args, io);
    if (!input || !form) return exitCodes.unusable;
    const outcome = emitDocument(input.doc, input.kind, form);
    if ('refused' in outcome) return reportRefusal(io, input, outcome);
    io.stdout.write(`${outcome.text}\n`);
    printNotes(io, input, outcome.notes);
    return exitCodes.clean;
  },
};
