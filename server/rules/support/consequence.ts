import type { Kind } from '../../kinds/catalogue';
import { consequences } from '../../schema/messages';

/** What becomes of the whole document through an Error, as the last sentence of its message. */
export function consequenceFor({ dialect, whole }: Kind): string {
  if (dialect === 'sdk') return consequences.sdk;
  return dialect === 'ga' ? consequences.ga(whole) : consequences.beta(whole);
}
