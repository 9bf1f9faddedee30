import type { Command } from './command';

/** Stops the language server, if it runs, and starts it anew. */
export const restartServer: Command = {
  id: 'realtimeConfig.restartServer',
  goal: 'restart the language server',
  // A server that does not start reports itself, with buttons.
  run: ({ server }) => server.restart().catch(() => undefined),
};
