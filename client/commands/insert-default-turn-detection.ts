import type { Command } from './command';
import { insertDefault } from './insert-default';

/** Inserts the default `turn_detection` where it belongs. */
export const insertDefaultTurnDetection: Command = {
  id: 'realtimeConfig.insertDefaultTurnDetection',
  goal: 'insert the default turn detection',
  run: (context) => insertDefault(context, 'turn-detection'),
};
