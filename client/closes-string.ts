/**
 * Whether the quote before the cursor ended a string. In: the line up to the cursor, which ends in that quote.
 * JSON strings end on the line they start on, so the line alone tells.
 */
export function closesString(before: string): boolean {
  return (before.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 0;
}
