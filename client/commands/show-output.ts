import type { Command } from './command';

/** Shows what client and server have logged. */
export const showOutput: Command = {
  id: 'realtimeConfig.showOutput',
  goal: 'show the output',
  run: ({ output }) => output.show(),
};
