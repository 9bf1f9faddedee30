import { decideConversion } from '../conversion/show';
import type { Command } from './command';

/** Replaces the document by the conversion that is shown. */
export const acceptConversion: Command = {
  id: 'realtimeConfig.acceptConversion',
  goal: 'accept the conversion',
  run: () => decideConversion('replace'),
};
