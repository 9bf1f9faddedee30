import { kinds, kindsAsOf } from '../../kinds/catalogue';
import { noArguments, oneOf } from '../arguments';
import type { Command } from '../command';
import { exitCodes } from '../io';

const formats = ['pretty', 'json'] as const;

/** The version of the JSON object's form. */
const FORM = 1;

/** `realtime-config kinds`: the kinds of documents that this version knows. */
export const kindsCommand: Command = {
  name: 'kinds',
  summary: 'List the kinds of documents',
  usage: '',
  options: {
    format: { value: 'FORMAT', choices: formats, summary: `${formats.join(' or ')}; default pretty` },
  },
  run: async (args, io) => {
    noArguments(kindsCommand, args);
    const format = oneOf('--format', args.text('format') ?? 'pretty', formats);
    io.stdout.write(format === 'json' ? asJson() : asTable());
    return exitCodes.clean;
  },
};

function asTable(): string {
  const width = Math.max(...kinds.map(({ id }) => id.length));
  return kinds.map(({ id, description }) => `${id.padEnd(width)}  ${description}\n`).join('');
}

/** The catalogue without what only the editor needs. */
function asJson(): string {
  const listed = kinds.map(({ id, dialect, type, title, description }) => ({
    id,
    dialect,
    type,
    title,
    description,
  }));
  return `${JSON.stringify({ version: FORM, asOf: kindsAsOf, kinds: listed }, null, 2)}\n`;
}
