/** `from 0.6 to 1.2`, `0 or more`, `at most 5`; empty when there is no bound. */
export function rangeText(range: { minimum?: number; maximum?: number }): string {
  const { minimum, maximum } = range;
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${minimum} or more`;
  return maximum === undefined ? '' : `at most ${maximum}`;
}
