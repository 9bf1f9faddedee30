import { generalOptions, type Offer, type OfferedCommand, type OfferedOption } from './table';

/** The script for fish: one line for each command and option. */
export function fishScript(commands: readonly OfferedCommand[]): string {
  const lines = [
    '# Completion of realtime-config for fish: realtime-config completion fish > ~/.config/fish/completions/realtime-config.fish',
    'function __realtime_config_runs',
    '  set -l words (commandline -opc)',
    '  test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"',
    'end',
    'complete -c realtime-config -f',
    ...generalOptions.map((option) => optionLine('__fish_use_subcommand', option)),
    ...commands.map(
      ({ name, summary }) => `${start('__fish_use_subcommand')} -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(({ name, options, operands }) => {
      const condition = `__realtime_config_runs ${name}`;
      return [
        ...options.map((option) => optionLine(condition, option)),
        ...(operands.files ? [`${start(condition)} -F`] : []),
        ...(operands.words.length > 0 ? [`${start(condition)} -a ${quoted(operands.words.join(' '))}`] : []),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function optionLine(condition: string, { name, summary, value }: OfferedOption): string {
  return `${start(condition)} -l ${name}${value ? valueFlags(value) : ''} -d ${quoted(summary)}`;
}

function valueFlags({ words, files }: Offer): string {
  if (files) return ' -r -F';
  return words.length > 0 ? ` -x -a ${quoted(words.join(' '))}` : ' -x';
}

const start = (condition: string) => `complete -c realtime-config -n ${quoted(condition)}`;

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
