import type { Command } from './command';
import { insertDefault } from './insert-default';

/** Inserts the default session request. */
export const insertDefaultSessionRequest: Command = {
  id: 'realtimeConfig.insertDefaultSessionRequest',
  goal: 'insert the default session request',
  run: (context) => insertDefault(context, 'session-request'),
};
