import type { Command } from './command';
import { insertDefault } from './insert-default';

/** Inserts the default session config where the document's kind has it. */
export const insertDefaultSessionConfig: Command = {
  id: 'realtimeConfig.insertDefaultSessionConfig',
  goal: 'insert the default session config',
  run: (context) => insertDefault(context, 'session-config'),
};
