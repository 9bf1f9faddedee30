import { diffArrays } from 'diff';
import type { TextChange } from './change-pieces';

/** Beyond so many differing words nobody would see a difference that was found out in detail. */
const MOST_EDITS = 2000;

/**
 * What has to be changed of a text to make it another: small changes, by words and by the letters that changed words have
 * in common at their ends. In source order; none for equal texts.
 */
export function changesBetween(before: string, after: string): TextChange[] {
  const whole = trimmed(before, after, 0);
  if (!whole) return [];
  const end = after.length - (before.length - whole.end);
  const parts = diffArrays(
    wordsOf(before.slice(whole.start, whole.end)),
    wordsOf(after.slice(whole.start, end)),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return [whole];
  const changes: TextChange[] = [];
  let at = whole.start;
  let [removed, added] = ['', ''];
  const close = () => {
    const change = trimmed(removed, added, at - removed.length);
    if (change) changes.push(change);
    [removed, added] = ['', ''];
  };
  for (const part of parts) {
    const text = part.value.join('');
    if (!part.added && !part.removed) close();
    if (part.added) added += text;
    else at += text.length;
    if (part.removed) removed += text;
  }
  close();
  return changes;
}

const wordsOf = (text: string) => text.match(/\n|[^\S\n]+|[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu) ?? [];

/** One change without what both texts begin and end with; undefined where there is no difference. */
function trimmed(before: string, after: string, offset: number): TextChange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  // Half of a character is no place to cut.
  if (isHigh(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return {
    start: offset + head,
    end: offset + before.length - tail,
    text: after.slice(head, after.length - tail),
  };
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/**
 * Brings changes of a text to one that others have changed meanwhile. In: changes of the same text, as
 * `changesBetween` gives them. Out: `mine` for the text that `theirs` have made; undefined where both changed the same
 * place.
 */
export function rebased(
  mine: readonly TextChange[],
  theirs: readonly TextChange[],
): TextChange[] | undefined {
  const result: TextChange[] = [];
  let shift = 0;
  let next = 0;
  for (const change of mine) {
    for (let other = theirs[next]; other && other.end < change.start; other = theirs[next]) {
      shift += other.text.length - (other.end - other.start);
      next++;
    }
    const other = theirs[next];
    // Those that touch count as well: words that both have changed would grow together to one that nobody has written.
    if (other && other.start <= change.end) return undefined;
    result.push({ start: change.start + shift, end: change.end + shift, text: change.text });
  }
  return result;
}
