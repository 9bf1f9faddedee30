import {
  EndOfLine,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { TextChange } from './change-pieces';
import { changesBetween } from './compare';
import type { Place } from './place';

/** A document as long as it is open. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/** Whether a document has a tab. VS Code keeps documents for a while after their last one is closed. */
export function isShown(uri: Uri): boolean {
  const key = uri.toString();
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) =>
      input instanceof TabInputText
        ? input.uri.toString() === key
        : input instanceof TabInputTextDiff && input.modified.toString() === key,
    ),
  );
}

/** A document's text with `\n` for every line end. */
export const plainText = (document: TextDocument) => document.getText().replaceAll('\r\n', '\n');

/** What changed of a document, as changes of its text before, with `\n` for every line end on both sides. */
export function changesIn(events: readonly TextDocumentContentChangeEvent[], before: string): TextChange[] {
  const changes = events.map(({ range: { start, end }, text }) => ({
    start: offsetAt(before, start.line, start.character),
    end: offsetAt(before, end.line, end.character),
    text: text.replace(/\r\n?/g, '\n'),
  }));
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The offset of a position in a text with `\n` for every line end. */
function offsetAt(text: string, line: number, character: number): number {
  let start = 0;
  for (let left = line; left > 0; left--) start = text.indexOf('\n', start) + 1;
  return start + character;
}

/** What has to be changed of a document for it to have a text with `\n` for every line end. */
export function changesTo(document: TextDocument, text: string): TextChange[] {
  const own = plainText(document);
  return changesBetween(own, text).map(({ start, end, text: added }) => ({
    start: documentOffset(document, own, start),
    end: documentOffset(document, own, end),
    text: added,
  }));
}

/** What has to be changed of a JSON document for a string of it to have another source. */
export function changesInside({ offset, source }: Place, next: string): TextChange[] {
  const from = offset + 1;
  return changesBetween(source, next).map(({ start, end, text }) => ({
    start: from + start,
    end: from + end,
    text,
  }));
}

/** The offset in a document of an offset in its text with `\n` for every line end. */
export function documentOffset(document: TextDocument, text: string, offset: number): number {
  if (document.eol === EndOfLine.LF) return offset;
  return offset + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
}
