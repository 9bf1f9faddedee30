import type { Range } from 'vscode-languageserver-textdocument';
import { sourceWithoutSecrets } from '../../document/hide';
import type { RealtimeDocument } from '../../document/parse';
import { columnsOf, visible } from '../visible';

/** A line longer than this is cut to the neighbourhood of the problem; minified documents are one line. */
const WIDEST = 100;
/** How much is kept before the problem when a line is cut. */
const BEFORE = 40;

/**
 * The source line of a problem with the place underlined; a secret shows as dots.
 * @param numberWidth columns for the line number
 * @param paint colours the marks
 * @returns the line and the marks below it; nothing for a blank line
 */
export function sourceFrame(
  doc: RealtimeDocument,
  range: Range,
  numberWidth: number,
  paint: (marks: string) => string,
): string[] {
  const { line, character } = range.start;
  const [start, stop] = [line, line + 1].map((at) => doc.positions.offsetAt({ line: at, character: 0 }));
  const whole = sourceWithoutSecrets(doc, start ?? 0, stop ?? 0).replace(/[\r\n]+$/, '');
  if (whole.trim() === '') return [];
  const [from, to] = cutOf(whole, character);
  const end = Math.max(character, Math.min(range.end.line === line ? range.end.character : whole.length, to));
  const shown = (start: number, stop: number) => visible(whole.slice(start, stop).replaceAll('\t', '  '));
  const before = (from > 0 ? '…' : '') + shown(from, character);
  const place = shown(character, end);
  const after = shown(end, to) + (to < whole.length ? '…' : '');
  const marks = '^'.repeat(Math.max(1, columnsOf(place)));
  return [
    `    ${String(line + 1).padStart(numberWidth)} | ${before}${place}${after}`.trimEnd(),
    `    ${' '.repeat(numberWidth)} | ${' '.repeat(columnsOf(before))}${paint(marks)}`,
  ];
}

/** The part of a line to show: all of it, or a window that holds the place; never half of a surrogate pair. */
function cutOf(line: string, character: number): [from: number, to: number] {
  if (line.length <= WIDEST) return [0, line.length];
  const from = Math.max(0, Math.min(character - BEFORE, line.length - WIDEST));
  return [wholeCharacter(line, from), wholeCharacter(line, Math.min(line.length, from + WIDEST))];
}

function wholeCharacter(line: string, at: number): number {
  return /[\udc00-\udfff]/.test(line.charAt(at)) ? at - 1 : at;
}
