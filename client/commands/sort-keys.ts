import { serverCommands } from '../../server/protocol';
import { editByServer } from '../server-command';
import type { Command } from './command';

/** Puts the keys into the order of the schema. */
export const sortKeys: Command = {
  id: 'realtimeConfig.sortKeys',
  goal: 'sort the keys',
  run: (context) => editByServer(context, serverCommands.sortKeys),
};
