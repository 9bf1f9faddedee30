const patterns = new Map<string, (text: string) => boolean>();

/**
 * Whether a path or kind fits a pattern, in which `*` stands for any text. Answers are kept, because the same
 * places are asked about over and over.
 */
export function patternOf(pattern: string): (text: string) => boolean {
  const known = patterns.get(pattern);
  if (known) return known;
  const escaped = pattern.replace(/[.[\]{}()+?^$|\\]/g, '\\$&').replaceAll('*', '.*');
  const expression = new RegExp(`^${escaped}$`);
  const answers = new Map<string, boolean>();
  const fits = (text: string) => {
    const answer = answers.get(text) ?? expression.test(text);
    answers.set(text, answer);
    return answer;
  };
  patterns.set(pattern, fits);
  return fits;
}
