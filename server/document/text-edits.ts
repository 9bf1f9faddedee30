import { diffLines } from 'diff';
import type { Edit } from '../problem';

/** Texts that differ in more lines are not compared line by line: that would take minutes. */
const MOST_LINES = 4000;

/**
 * The smallest edits, by lines and within a changed stretch by its common ends, that turn one text into another.
 * What stays the same keeps its place, so that cursors, folds and the undo of an editor stay sensible.
 * @returns edits in source order that neither overlap nor touch; none for equal texts
 */
export function textEdits(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let offset = 0;
  let open: { offset: number; removed: string; added: string } | undefined;
  const close = () => {
    if (open) edits.push(trimmed(open.offset, open.removed, open.added));
    open = undefined;
  };
  const parts = diffLines(before, after, { maxEditLength: MOST_LINES });
  if (!parts) return [trimmed(0, before, after)];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) close();
    else {
      open ??= { offset, removed: '', added: '' };
      if (added) open.added += value;
      else open.removed += value;
    }
    if (!added) offset += value.length;
  }
  close();
  return edits.filter(({ length, content }) => length > 0 || content !== '');
}

/** One edit without what both sides begin and end with. */
function trimmed(offset: number, removed: string, added: string): Edit {
  const most = Math.min(removed.length, added.length);
  let head = 0;
  while (head < most && removed.charCodeAt(head) === added.charCodeAt(head)) head++;
  // Half of a character outside the basic plane is no place to cut.
  if (head > 0 && isHighSurrogate(removed.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    removed.charCodeAt(removed.length - 1 - tail) === added.charCodeAt(added.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(removed.charCodeAt(removed.length - tail))) tail--;
  return {
    offset: offset + head,
    length: removed.length - head - tail,
    content: added.slice(head, added.length - tail),
  };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
