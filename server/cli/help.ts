import type { Command } from './command';

const WIDTH = 90;

/** The help of the whole command line. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    'Usage: realtime-config COMMAND [ARGUMENTS]',
    '',
    ...wrap('Checks and writes .realtime.json files: the session configs of realtime voice APIs.', 0),
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([
      ['--help', 'Print this help, or that of a command: realtime-config COMMAND --help'],
      ['--version', 'Print the version'],
    ]),
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options)
    .filter(([, option]) => !option.hidden)
    .map(([name, { value, summary }]) => [`--${name}${value ? ` ${value}` : ''}`, summary] as const);
  const usage = ['realtime-config', command.name, command.usage, options.length > 0 ? '[OPTIONS]' : ''];
  return [
    `Usage: ${usage.filter(Boolean).join(' ')}`,
    '',
    `${command.summary}.`,
    ...(command.details ?? []).flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
    '',
    'Options:',
    ...columns([...options, ['--help', 'Print this help']]),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, text]) => {
    const [first, ...rest] = wrap(text, width);
    return [`  ${name}`.padEnd(width) + (first ?? '').trimStart(), ...rest];
  });
}

function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each);
}
