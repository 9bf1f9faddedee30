import { noArguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes } from '../io';
import { usageError } from '../usage-error';

/** `realtime-config lsp`: the language server, for editors. */
export const lsp: Command = {
  name: 'lsp',
  summary: 'Start the language server, for editors',
  usage: '--stdio',
  options: {
    stdio: { summary: 'Speak the Language Server Protocol over standard input and output' },
    clientProcessId: {
      value: 'PID',
      summary: 'End when this process ends; clients add it by themselves',
      hidden: true,
    },
  },
  run: async (args) => {
    noArguments(lsp, args);
    if (!args.flag('stdio')) throw usageError('"lsp" is for editors to start: realtime-config lsp --stdio.');
    const client = args.text('clientProcessId');
    // The server is most of the bundle's code and of no use to the other commands.
    const { startNodeServer } = await import('../../start-node');
    startNodeServer(['--stdio', ...(client === undefined ? [] : [`--clientProcessId=${client}`])]);
    return exitCodes.clean;
  },
};
