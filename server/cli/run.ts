import { version } from '../../package.json';
import { nearest } from '../schema/nearest';
import { parseArguments } from './arguments';
import type { Command } from './command';
import { commands } from './commands';
import { commandHelp, generalHelp } from './help';
import { complain, exitCodes, type Io } from './io';
import { isUsageError, usageError } from './usage-error';

/**
 * The whole command line.
 * @param argv what follows the program's name
 * @returns the exit code; rejects only when there is a mistake of ours
 */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  let command: Command | undefined;
  try {
    if (name === undefined) throw usageError('Say what to do, such as "realtime-config check".');
    if (isHelp(name))
      return print(io, args[0] === undefined ? general() : commandHelp(commandNamed(args[0])));
    if (name === '--version' || name === '-v') return print(io, `${version}\n`);
    command = commandNamed(name);
    if (asksForHelp(args)) return print(io, commandHelp(command));
    return await command.run(parseArguments(command, args), io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    complain(io, error.message);
    io.stderr.write(`Run "realtime-config ${command ? `${command.name} ` : ''}--help" to see the usage.\n`);
    return exitCodes.unusable;
  }
}

function print(io: Io, text: string): number {
  io.stdout.write(text);
  return exitCodes.clean;
}

const general = () => generalHelp(commands);
const isHelp = (word: string) => word === 'help' || word === '--help' || word === '-h';

/** After `--` everything is a file, whatever it looks like. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((word) => word === '--help' || word === '-h');
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  if (name.startsWith('-') && name !== '-') {
    throw usageError(`"${name}" has to follow a command, as in "realtime-config check ${name}".`);
  }
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  );
  const looksLikeFile = /[./\\*]/.test(name) || name === '-';
  const hint = looksLikeFile ? `realtime-config check ${name}` : meant && `realtime-config ${meant}`;
  throw usageError(`There is no command "${name}".${hint ? ` Did you mean "${hint}"?` : ''}`);
}
