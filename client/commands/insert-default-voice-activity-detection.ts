import type { Command } from './command';
import { insertDefault } from './insert-default';

/** Inserts the default `voice_activity_detection` where it belongs. */
export const insertDefaultVoiceActivityDetection: Command = {
  id: 'realtimeConfig.insertDefaultVoiceActivityDetection',
  goal: 'insert the default voice activity detection',
  run: (context) => insertDefault(context, 'voice-activity-detection'),
};
