import { parse } from '../../document/parse';
import { diagnose } from '../../problems/diagnose';
import { reportOf } from '../../problems/report';
import { type Arguments, alternatives, oneOf, wholeNumber } from '../arguments';
import type { Command } from '../command';
import { configOption, type SettingsOf, settingsOf, todayFrom, todayOption } from '../config';
import { fileRun } from '../file-run';
import { type Input, readInputs } from '../inputs';
import { complain, exitCodes, type Io } from '../io';
import { kindIds, knownKind } from '../kind-argument';
import { outputs } from '../output';
import type { Output, Reporter } from '../output/output';
import { count, emptySummary, type Summary } from '../report';

/** What the options say. */
interface CheckOptions {
  readonly settings: SettingsOf;
  readonly requireKind: boolean;
  readonly output: Output;
  readonly maxWarnings: number;
  readonly stdinName: string;
}

/** `realtime-config check`: what is wrong in documents. */
export const check: Command = {
  name: 'check',
  summary: 'Check documents and print what is wrong in them',
  usage: '[FILE|DIR|GLOB|-]...',
  details: [
    'A directory means every *.realtime.json below it, leaving out node_modules and .git; no argument means the current directory; "-" is standard input. The kind of each document follows from its name, its "$schema" or its content; "--kind" decides it for all.',
    'Exit code: 0 clean, 1 problems (an error, or more warnings than --max-warnings), 2 wrong usage, nothing matched, or a file that cannot be read.',
  ],
  operands: 'files',
  options: {
    kind: {
      value: 'KIND',
      summary: 'Check every document as this kind ("realtime-config kinds" lists them)',
      choices: kindIds,
    },
    'require-kind': {
      summary:
        'Refuse a document (exit code 2) when nothing tells its kind: neither --kind, its name, "$schema" nor its content. Otherwise it is checked as the default kind',
    },
    format: {
      value: 'FORMAT',
      choices: Object.keys(outputs),
      summary: `${alternatives(Object.keys(outputs))}; default pretty`,
    },
    'max-warnings': { value: 'N', summary: 'Exit with 1 when there are more warnings than this' },
    'stdin-name': {
      value: 'NAME',
      summary: 'What to call standard input; its kind may follow from the name. Default <stdin>',
    },
    config: configOption,
    today: todayOption,
  },
  run: async (args, world) => {
    const run = fileRun(world, 'Checking');
    const { io } = run;
    const options = readOptions(args, io);
    const reporter = options.output(io);
    const summary = emptySummary();
    let usable = true;
    for await (const input of readInputs(args.positionals, run, options.stdinName)) {
      const trouble =
        'trouble' in input ? input.trouble : await checkInput(input, options, reporter, summary);
      if (trouble === undefined) continue;
      complain(io, `${input.name}: ${trouble}.`);
      usable = false;
    }
    // Nothing but trouble: an empty report would look like a clean one.
    if (summary.files > 0) reporter.end(summary, usable);
    return usable ? exitCode(summary, options.maxWarnings, io) : exitCodes.unusable;
  },
};

function readOptions(args: Arguments, io: Io): CheckOptions {
  const kind = args.text('kind');
  const maxWarnings = args.text('max-warnings');
  const format = oneOf('--format', args.text('format') ?? 'pretty', Object.keys(outputs));
  return {
    settings: settingsOf(io, {
      config: args.text('config'),
      kind: kind === undefined ? undefined : knownKind(kind),
      today: todayFrom(args, io),
    }),
    requireKind: args.flag('require-kind'),
    output: outputs[format] as Output,
    maxWarnings:
      maxWarnings === undefined ? Number.POSITIVE_INFINITY : wholeNumber('--max-warnings', maxWarnings),
    stdinName: args.text('stdin-name') ?? '<stdin>',
  };
}

/** Checks one text and hands the report on. Returns why it could not be checked, as a sentence without a stop. */
async function checkInput(
  input: Input,
  options: CheckOptions,
  reporter: Reporter,
  summary: Summary,
): Promise<string | undefined> {
  const doc = parse(input.text, input.name);
  const { rules, kindOf } = await options.settings(input);
  const detected = kindOf(doc.root);
  if (options.requireKind && detected.from === 'default') {
    return 'nothing tells its kind. Give --kind, put the kind into the name (NAME.KIND.realtime.json) or add "$schema": "urn:realtime-config:KIND"';
  }
  const problems = diagnose(doc, detected.kind, rules);
  const report = { file: input.name, ...reportOf(doc, detected, problems) };
  count(summary, report);
  reporter.file({ report, doc, problems });
  return undefined;
}

function exitCode(summary: Summary, maxWarnings: number, io: Io): number {
  if (summary.errors > 0) return exitCodes.problems;
  if (summary.warnings <= maxWarnings) return exitCodes.clean;
  complain(
    io,
    `there ${summary.warnings === 1 ? 'is 1 warning' : `are ${summary.warnings} warnings`}, and --max-warnings allows ${maxWarnings}.`,
  );
  return exitCodes.problems;
}
