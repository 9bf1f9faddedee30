import type { Arguments } from './arguments';
import type { Io } from './io';

/** An option of a command, as it is parsed and as the help shows it. */
export interface CommandOption {
  /** Stands for the value in the help, such as `KIND`; an option without it is a switch. */
  readonly value?: string;
  readonly summary: string;
  /** Every value that it can have, where they can be listed. */
  readonly choices?: readonly string[];
  /** Taken, but of no use to people; left out of the help. */
  readonly hidden?: true;
}

/** One subcommand. Each has its own file in `commands`, and its line in `commands/index.ts`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The arguments, without the options: `[FILE|DIR|GLOB|-]...`. */
  readonly usage: string;
  /** Paragraphs for the command's own help. */
  readonly details?: readonly string[];
  /** What the arguments can be, for shells to complete: files, or one of these words; nothing when left out. */
  readonly operands?: 'files' | readonly string[];
  /** By name, without the dashes. */
  readonly options: Readonly<Record<string, CommandOption>>;
  /**
   * Does the work.
   * @returns the exit code
   * @throws a usage error (`usageError`) when the arguments make no sense
   */
  run(args: Arguments, io: Io): Promise<number>;
}
