/**
 * Whether a quote typed behind this text opens a string. In: the line up to the quote. JSON strings end on the line
 * they start on, so the line alone tells.
 */
export function opensString(before: string): boolean {
  return (before.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 0;
}
