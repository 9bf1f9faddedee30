import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../../document/parse';
import { toRange } from '../ranges';

/** A JSON string alone, and what may follow it to part it from the next one. */
const STRING = /^("(?:[^"\\]|\\.)*")(,? ?)$/;

/**
 * Completion for a client that inserts a text at the cursor and leaves what is behind the cursor: in a string that is
 * being typed its quotes stay, what stands between them is replaced, and what is no string is not offered. Neovim's own
 * completion is such a client, whatever the ranges of edits say. Keys that bring their value along cannot be helped:
 * they reach beyond the quote.
 * @param offset the cursor
 */
export function insideQuotes(
  items: readonly CompletionItem[],
  doc: RealtimeDocument,
  offset: number,
): CompletionItem[] {
  return items.flatMap((item) => {
    const { textEdit } = item;
    if (!textEdit || !('range' in textEdit)) return item;
    const [start, end] = [textEdit.range.start, textEdit.range.end].map((at) => doc.positions.offsetAt(at));
    if (start === undefined || end === undefined || offset <= start) return item;
    if (doc.text.charAt(start) !== '"') return item;
    if (!textEdit.newText.startsWith('"')) return [];
    const closed = end > offset && doc.text.charAt(end - 1) === '"';
    const [, text, rest = ''] = (closed && STRING.exec(textEdit.newText)) || [];
    const inner = text === undefined ? textEdit.newText.slice(1) : text.slice(1, -1);
    const until = text === undefined ? end : end - 1;
    const behind: TextEdit[] =
      rest === '' ? [] : [{ range: toRange(doc, { offset: end, length: 0 }), newText: rest }];
    return {
      ...item,
      ...(item.filterText === undefined ? {} : { filterText: item.filterText.replace(/^"/, '') }),
      textEdit: { range: toRange(doc, { offset: start + 1, length: until - start - 1 }), newText: inner },
      ...(behind.length > 0 ? { additionalTextEdits: [...(item.additionalTextEdits ?? []), ...behind] } : {}),
    };
  });
}
