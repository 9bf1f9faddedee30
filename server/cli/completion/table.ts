import type { Command } from '../command';

/** What can stand at a place of the command line: words of a list, or files. */
export interface Offer {
  readonly words: readonly string[];
  readonly files: boolean;
}

/** An option as shells complete it. */
export interface OfferedOption {
  /** Without the dashes. */
  readonly name: string;
  readonly summary: string;
  /** What the value is called, and what it can be; undefined for a switch. */
  readonly value: (Offer & { readonly name: string }) | undefined;
}

/** A command as shells complete it. */
export interface OfferedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OfferedOption[];
  readonly operands: Offer;
}

/** The command line as shells complete it, made of the table that it is parsed by. */
export function offeredBy(commands: readonly Command[]): OfferedCommand[] {
  const names = commands.map(({ name }) => name);
  const helpOption = { name: 'help', summary: 'Print this help', value: undefined };
  return [
    ...commands.map(({ name, summary, options, operands }) => ({
      name,
      summary,
      options: [
        ...Object.entries(options)
          .filter(([, { hidden }]) => !hidden)
          .map(([option, { summary, value, choices }]) => ({
            name: option,
            summary,
            value: value === undefined ? undefined : { name: value, ...offer(choices, value === 'FILE') },
          })),
        helpOption,
      ],
      operands: operands === 'files' ? offer([], true) : offer(operands, false),
    })),
    { name: 'help', summary: 'Print the help of a command', options: [], operands: offer(names, false) },
  ];
}

/** The options that can stand where a command is expected. */
export const generalOptions: readonly OfferedOption[] = [
  { name: 'help', summary: 'Print the help', value: undefined },
  { name: 'version', summary: 'Print the version', value: undefined },
];

function offer(words: readonly string[] | undefined, files: boolean): Offer {
  return { words: words ?? [], files };
}
