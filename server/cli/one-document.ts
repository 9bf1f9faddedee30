import type { Refused } from '../conversions';
import type { Note } from '../conversions/conversion';
import { layoutOf } from '../document/edits';
import { parse, type RealtimeDocument } from '../document/parse';
import { notesOf, refusalOf } from '../problems/report';
import type { Arguments } from './arguments';
import { settingsOf } from './config';
import { fileRun } from './file-run';
import { type Input, readInputs } from './inputs';
import { complain, exitCodes, type Io } from './io';
import { knownKind } from './kind-argument';
import { usageError } from './usage-error';
import { visible } from './visible';

/** The one document that a command works on. */
export interface OneDocument {
  readonly name: string;
  readonly doc: RealtimeDocument;
  /** Kind id. */
  readonly kind: string;
  readonly eol: string;
}

/**
 * Reads the one document of a command, and finds out its kind as `check` does.
 * @param file a path, or `-`
 * @returns undefined where it cannot be read, which has been said then
 * @throws a usage error when the argument stands for several documents
 */
export async function readDocument(file: string, args: Arguments, io: Io): Promise<OneDocument | undefined> {
  const kind = args.text('kind');
  const settings = settingsOf(io, {
    config: args.text('config'),
    kind: kind === undefined ? undefined : knownKind(kind),
    today: io.now().toISOString().slice(0, 10),
  });
  const inputs: Input[] = [];
  for await (const input of readInputs(
    [file],
    fileRun(io, 'Reading'),
    args.text('stdin-name') ?? '<stdin>',
  )) {
    if ('trouble' in input) {
      complain(io, `${input.name}: ${input.trouble}.`);
      return undefined;
    }
    inputs.push(input);
    if (inputs.length > 1) throw usageError(`"${file}" stands for several documents. Name one.`);
  }
  const [input] = inputs;
  if (!input) return undefined;
  const doc = parse(input.text);
  const detected = (await settings(input)).kindOf(doc.root);
  return { name: input.name, doc, kind: detected.kind, eol: layoutOf(input.text).eol };
}

/** Says why a document cannot be converted, and where. Returns the exit code. */
export function reportRefusal(io: Io, { name, doc }: OneDocument, refused: Refused): number {
  const { message, position } = refusalOf(doc, refused);
  complain(io, `${name}:${position.line + 1}:${position.character + 1}: ${message}`);
  return exitCodes.problems;
}

/** Prints what a conversion could not carry over as it was: place, value and reason, a line each. */
export function printNotes(io: Io, { name, doc }: OneDocument, notes: readonly Note[]): void {
  for (const { pointer, value, message, range } of notesOf(doc, notes)) {
    const place = `${name}:${range.start.line + 1}:${range.start.character + 1}: note`;
    const was = [pointer, value].filter((text) => text !== '').join(' ');
    io.stderr.write(`${visible(was === '' ? `${place}: ${message}` : `${place}: ${was}: ${message}`)}\n`);
  }
}
