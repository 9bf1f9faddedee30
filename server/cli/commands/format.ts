import { applyEdits, format as formatEdits } from 'jsonc-parser';
import { afterCache, formattingOptions, layoutOf } from '../../document/edits';
import { parse } from '../../document/parse';
import { syntaxProblems } from '../../problems/syntax-problems';
import type { Command } from '../command';
import { fileRun } from '../file-run';
import { type Input, readInputs } from '../inputs';
import { complain, exitCodes, type Io } from '../io';
import { visible } from '../visible';
import { writeWhole } from '../write-file';

/** `realtime-config format`: lays documents out. */
export const format: Command = {
  name: 'format',
  summary: 'Format documents in place',
  usage: '[FILE|DIR|GLOB|-]...',
  details: [
    'Keeps the indent and the line ends that it finds, else two spaces. Files are rewritten only where something changes; "-" reads standard input and prints the outcome. Broken JSON stays as it is.',
    'Exit code: 0 done, 1 broken JSON, or with --check a document that is not formatted, 2 wrong usage, nothing matched, or a file that cannot be read or written.',
  ],
  operands: 'files',
  options: {
    check: { summary: 'Change nothing; name the documents that are not formatted' },
  },
  run: async (args, world) => {
    const run = fileRun(world, 'Formatting');
    const { io } = run;
    let worst: number = exitCodes.clean;
    for await (const input of readInputs(args.positionals, run, '<stdin>')) {
      let code: number = exitCodes.unusable;
      if ('trouble' in input) complain(io, `${input.name}: ${input.trouble}.`);
      else code = formatInput(input, args.flag('check'), io);
      worst = Math.max(worst, code);
    }
    return worst;
  },
};

/** Formats one text to where it came from. Returns the exit code that it alone would give. */
function formatInput(input: Input, checkOnly: boolean, io: Io): number {
  const { name, path, text } = input;
  const broken = firstSyntaxProblem(text);
  if (broken !== undefined) {
    complain(io, `${name}:${broken}`);
    return exitCodes.problems;
  }
  const formatted = formatText(text);
  if (checkOnly) {
    if (formatted === text) return exitCodes.clean;
    io.stdout.write(`${visible(name)}\n`);
    return exitCodes.problems;
  }
  if (path === undefined) io.stdout.write(formatted);
  else if (formatted !== text) return write(path, name, formatted, io);
  return exitCodes.clean;
}

function write(path: string, name: string, text: string, io: Io): number {
  const trouble = writeWhole(path, text);
  if (trouble === undefined) return exitCodes.clean;
  complain(io, `${name}: ${trouble}.`);
  return exitCodes.unusable;
}

/** `3:5: message` of the first problem that makes the text no JSON, or undefined. */
function firstSyntaxProblem(text: string): string | undefined {
  const doc = parse(text);
  const problem = syntaxProblems(doc).find(({ severity }) => severity === 'error');
  if (!problem) return undefined;
  const { line, character } = doc.positions.positionAt(problem.span.offset);
  return `${line + 1}:${character + 1}: ${problem.message}`;
}

/**
 * Formats a JSON text with its own indent and line ends.
 * @param text well-formed JSON
 * @returns the text, ending in one line end
 */
export function formatText(text: string): string {
  const layout = layoutOf(text);
  const indent = layout.insertSpaces ? ' ' : '\t';
  const edits = formatEdits(text, undefined, formattingOptions(layout)).map((edit) => ({
    ...edit,
    content: (edit.content as string | undefined) ?? afterCache(layout.eol, indent),
  }));
  return (
    applyEdits(text, edits)
      .trim()
      .replace(/\r\n|\r|\n/g, layout.eol) + layout.eol
  );
}
