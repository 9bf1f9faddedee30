import { codes } from '../../rules/codes';
import { noArguments, oneOf } from '../arguments';
import type { Command } from '../command';
import { exitCodes } from '../io';

const formats = ['pretty', 'json'] as const;

/** `realtime-config rules`: every code that a diagnostic can have. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'List every code that a diagnostic can have',
  usage: '',
  details: [
    'Severities are the strongest that a code comes with. In .realtimerc.json each code but "syntax" can be set to "off", "hint", "info", "warning" or "error".',
  ],
  options: { format: { value: 'FORMAT', choices: formats, summary: 'pretty or json; default pretty' } },
  run: async (args, io) => {
    noArguments(rulesCommand, args);
    const format = oneOf('--format', args.text('format') ?? 'pretty', formats);
    const list = codes.map(({ id, severity, summary, dialects }) => ({ id, severity, summary, dialects }));
    if (format === 'json') {
      io.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
      return exitCodes.clean;
    }
    const width = Math.max(...list.map(({ id }) => id.length));
    for (const { id, severity, summary } of list)
      io.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`);
    return exitCodes.clean;
  },
};
