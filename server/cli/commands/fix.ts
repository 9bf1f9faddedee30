import { parse } from '../../document/parse';
import { fixText } from '../../problems/fix-text';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { configOption, type SettingsOf, settingsOf, todayFrom, todayOption } from '../config';
import { fileRun } from '../file-run';
import { type Input, readInputs } from '../inputs';
import { complain, exitCodes, type Io } from '../io';
import { kindIds, knownKind } from '../kind-argument';
import { usageError } from '../usage-error';
import { writeWhole } from '../write-file';

/** What is done with each file. */
interface FixOptions {
  readonly settings: SettingsOf;
  readonly suggested: boolean;
  readonly dryRun: boolean;
}

/** `realtime-config fix`: repairs files in place. */
export const fix: Command = {
  name: 'fix',
  summary: 'Repair documents in place',
  usage: '[FILE|DIR|GLOB]...',
  details: [
    'Makes the fixes that are safe: what the author wrote, in the right place or form. "--suggested" also makes those that choose a value: the nearest name, a number within its range, the successor of a model. Fixes run until none is left.',
    'Exit code: 0 whether or not there was something to fix, 2 wrong usage, nothing matched, or a file that cannot be read or written. "realtime-config check" tells what is left.',
  ],
  operands: 'files',
  options: {
    kind: { value: 'KIND', summary: 'Read every document as this kind', choices: kindIds },
    suggested: { summary: 'Also make the fixes that choose a value' },
    'dry-run': { summary: 'Change nothing; say what would be fixed' },
    config: configOption,
    today: todayOption,
  },
  run: async (args, world) => {
    if (args.positionals.includes('-')) throw usageError('"fix" repairs files; it does not read "-".');
    const run = fileRun(world, 'Fixing');
    const { io } = run;
    const options = readOptions(args, io);
    let usable = true;
    for await (const input of readInputs(args.positionals, run, '<stdin>')) {
      const trouble = 'trouble' in input ? input.trouble : await fixInput(input, options, io);
      if (trouble === undefined) continue;
      complain(io, `${input.name}: ${trouble}.`);
      usable = false;
    }
    return usable ? exitCodes.clean : exitCodes.unusable;
  },
};

function readOptions(args: Arguments, io: Io): FixOptions {
  const kind = args.text('kind');
  return {
    suggested: args.flag('suggested'),
    dryRun: args.flag('dry-run'),
    settings: settingsOf(io, {
      config: args.text('config'),
      kind: kind === undefined ? undefined : knownKind(kind),
      today: todayFrom(args, io),
    }),
  };
}

/** Returns why a file could not be repaired, as a sentence without a stop. */
async function fixInput(input: Input, options: FixOptions, io: Io): Promise<string | undefined> {
  const { rules, kindOf } = await options.settings(input);
  const { suggested, dryRun } = options;
  const { text, fixed } = fixText(parse(input.text, input.name), (root) => kindOf(root).kind, rules, {
    suggested,
  });
  if (fixed === 0 || input.path === undefined) return undefined;
  const trouble = dryRun ? undefined : writeWhole(input.path, text);
  if (trouble !== undefined) return trouble;
  const said = fixed === 1 ? '1 fix' : `${fixed} fixes`;
  io.stdout.write(`${input.name}: ${said}${dryRun ? ' to make' : ''}\n`);
  return undefined;
}
