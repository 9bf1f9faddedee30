import { decideConversion } from '../conversion/show';
import type { Command } from './command';

/** Leaves the document as it is, and closes the conversion that is shown. */
export const discardConversion: Command = {
  id: 'realtimeConfig.discardConversion',
  goal: 'discard the conversion',
  run: () => decideConversion('discard'),
};
