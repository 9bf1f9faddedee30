import type { Command } from './command';

/** Stops the language server, if it runs, and starts it anew. */
export const restartServer: Command = {
  id: 'realtimeConfig.restartServer',
  goal: 'restart the language server',
  run: ({ server }) => server.restart(),
};
