import { serverCommands } from '../../server/protocol';
import { editByServer } from '../server-command';
import type { Command } from './command';

/** Takes out the values that are what holds without them. */
export const removeDefaults: Command = {
  id: 'realtimeConfig.removeDefaults',
  goal: 'remove the defaults',
  run: (context) => editByServer(context, serverCommands.removeDefaults),
};
