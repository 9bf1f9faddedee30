import { parseArgs } from 'node:util';
import { isCalendarDate } from '../schema/datetime';
import { nearest } from '../schema/nearest';
import type { Command } from './command';
import { usageError } from './usage-error';

/** A command's arguments after parsing. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The value of an option that takes one; the last when it is given twice. */
  text(name: string): string | undefined;
  /** Whether a switch is on. */
  flag(name: string): boolean;
}

/**
 * Parses what follows the command's name: `--name value`, `--name=value`, `--` before names that start with a dash.
 * @throws a usage error for an unknown option, a value that is missing and one that is too much
 */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: option.value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(command, token.name, token.rawName, token.value);
  }
  return {
    positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
  };
}

function checkOption(command: Command, name: string, rawName: string, value: string | undefined): void {
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (!option) {
    const meant = nearest(name, Object.keys(command.options));
    const hint = meant === undefined ? '' : ` Did you mean "--${meant}"?`;
    throw usageError(`"${command.name}" has no option "${rawName}".${hint}`);
  }
  if (option.value === undefined && value !== undefined) {
    throw usageError(`"--${name}" takes no value. Write "--${name}" alone.`);
  }
  if (option.value !== undefined && (value === undefined || value === '')) {
    throw usageError(`"--${name}" needs a value: --${name} ${option.value}.`);
  }
}

/**
 * The one argument of commands that take exactly one.
 * @param what stands for it in the usage, such as `KIND`
 * @throws a usage error when there is none or there are more
 */
export function onlyArgument(command: Command, args: Arguments, what: string): string {
  const [first, second] = args.positionals;
  if (first === undefined) throw usageError(`"${command.name}" needs a ${what}.`);
  if (second !== undefined) {
    throw usageError(`"${command.name}" takes one ${what}, and "${second}" is one too many.`);
  }
  return first;
}

/**
 * Sees to it that a command which takes no arguments got none.
 * @throws a usage error that names the first
 */
export function noArguments(command: Command, args: Arguments): void {
  const [first] = args.positionals;
  if (first !== undefined) throw usageError(`"${command.name}" takes no arguments, but got "${first}".`);
}

/**
 * A value out of a list.
 * @param what names the value in the message, such as `--format`
 * @throws a usage error with the nearest choice, or all of them
 */
export function oneOf<T extends string>(what: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const meant = nearest(value, choices);
  const hint =
    meant === undefined
      ? `Choose ${alternatives(choices.map((choice) => `"${choice}"`))}.`
      : `Did you mean "${meant}"?`;
  throw usageError(`${what} cannot be "${value}". ${hint}`);
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/**
 * A date written as YYYY-MM-DD that is in the calendar.
 * @param what names the value in the message, such as `--today`
 * @throws a usage error for anything else
 */
export function calendarDate(what: string, value: string): string {
  if (!isCalendarDate(value))
    throw usageError(`${what} must be a date such as 2026-11-22; this is "${value}".`);
  return value;
}

/**
 * A whole number from 0 up.
 * @param what names the value in the message, such as `--max-warnings`
 * @throws a usage error for anything else
 */
export function wholeNumber(what: string, value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) {
    throw usageError(`${what} must be a whole number from 0 up; this is "${value}".`);
  }
  return number;
}
