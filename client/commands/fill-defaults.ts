import { serverCommands } from '../../server/protocol';
import { editByServer } from '../server-command';
import type { Command } from './command';

/** Writes out every absent property that has a sure default. */
export const fillDefaults: Command = {
  id: 'realtimeConfig.fillDefaults',
  goal: 'write out the defaults',
  run: (context) => editByServer(context, serverCommands.fillDefaults),
};
