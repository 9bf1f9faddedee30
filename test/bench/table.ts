/** A Markdown table; the first column is text, the others are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');
}

const escapeCell = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A number with three digits that count, or two behind the point for small ones. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** `0.42`: how many times as much as the other one. */
export const ratio = (ours: number, theirs: number) => digits(ours / theirs);

/** `12.3 kB`. */
export const kilobytes = (bytes: number) => `${digits(bytes / 1000)} kB`;

/** `93.1 %`. */
export const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** A heading with what follows it, on standard output. */
export function print(title: string, ...paragraphs: readonly string[]): void {
  console.log([`\n## ${title}`, ...paragraphs].join('\n\n'));
}
