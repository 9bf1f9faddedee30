import { Range, type TextDocument, type TextEditor, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextChange } from './change-pieces';

/** Writes into documents so that what is typed in one go can be undone in one go. */
export class Writer {
  /** The last change that was written, and the document's version since. */
  private last: { document: TextDocument; version: number; end: number } | undefined;

  /**
   * Makes changes, given by offsets of the document's text. Out: whether they were made; they are not when the document
   * has changed meanwhile.
   * @param apart whether they are to be undone by themselves, whatever was written before
   */
  async write(document: TextDocument, changes: readonly TextChange[], apart: boolean): Promise<boolean> {
    const goesOn = !apart && this.goesOn(document, changes);
    const edits = changes.map(({ start, end, text }) => ({
      range: new Range(document.positionAt(start), document.positionAt(end)),
      text,
    }));
    const { version } = document;
    const editor = window.visibleTextEditors.find((one) => one.document === document);
    const inEditor = editor && (await throughEditor(editor, edits, goesOn));
    // An editor that was closed just now has written nothing; offsets hold for this version of the document alone.
    const isFree = inEditor === undefined && document.version === version;
    const done = inEditor ?? (isFree && (await throughWorkspace(document, edits)));
    const [only, more] = changes;
    const end = only && !more && done ? only.start + only.text.length : undefined;
    this.last = end === undefined ? undefined : { document, version: document.version, end };
    return done;
  }

  /** As in an editor: what is typed or deleted right behind the last change, up to the end of the line. */
  private goesOn(document: TextDocument, [change, more]: readonly TextChange[]): boolean {
    const { last } = this;
    if (!last || !change || more) return false;
    const isNext = change.start === last.end || change.end === last.end;
    const isLine = /\n|\\n/.test(change.text);
    return last.document === document && last.version === document.version && isNext && !isLine;
  }
}

interface RangeEdit {
  readonly range: Range;
  readonly text: string;
}

/** Only an editor can add to what was written before. Out: whether it was written; undefined where the editor is gone. */
async function throughEditor(
  editor: TextEditor,
  edits: readonly RangeEdit[],
  goesOn: boolean,
): Promise<boolean | undefined> {
  try {
    return await editor.edit(
      (builder) => {
        for (const { range, text } of edits) builder.replace(range, text);
      },
      { undoStopBefore: !goesOn, undoStopAfter: false },
    );
  } catch {
    return undefined;
  }
}

async function throughWorkspace(document: TextDocument, edits: readonly RangeEdit[]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(document.uri, range, text);
  return workspace.applyEdit(edit);
}
