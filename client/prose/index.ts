import {
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Target } from './address';
import type { Link } from './link';
import { serveTexts } from './text-files';
import { Texts } from './texts';
import { tellTrouble } from './trouble';

/** Opens a string of a JSON document as text. Rejects where the string cannot be found. */
export type OpenText = (target: Target, jsonOffset?: number) => Promise<void>;

/**
 * Sets up editing strings as text. In: the extension's context and the log. Out: how to open a string, and a Disposable
 * that ends it all.
 */
export function provideTexts(
  { workspaceState }: ExtensionContext,
  output: LogOutputChannel,
): { openText: OpenText; texts: Disposable } {
  const onStranded = (link: Link): void => {
    const { trouble, file, target } = link;
    if (!trouble) return;
    const stranded = { trouble, file, pointer: target.pointer, text: () => link.fileText };
    tellTrouble(stranded).catch((error: unknown) => {
      output.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage('The text could not be saved there. Choose another place.');
    });
  };
  const texts = new Texts(workspaceState, onStranded);
  const opened = (document: TextDocument) => texts.opened(document);
  workspace.textDocuments.forEach(opened);
  return {
    openText: (target, jsonOffset) => openText(texts, target, jsonOffset),
    texts: Disposable.from(
      serveTexts(texts),
      workspace.onDidOpenTextDocument(opened),
      workspace.onDidChangeTextDocument((event) => texts.changed(event)),
      workspace.onDidCloseTextDocument((document) => texts.closed(document)),
      workspace.onWillSaveTextDocument(({ document, reason }) => texts.willSave(document, reason)),
      workspace.onDidSaveTextDocument((document) => texts.saved(document)),
      window.tabGroups.onDidChangeTabs((tabs) => {
        for (const { input } of tabs.opened) if (input instanceof TabInputText) texts.shown(input.uri);
        for (const { input } of tabs.closed) if (input instanceof TabInputText) texts.hidden(input.uri);
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) texts.renamed(oldUri, newUri);
      }),
    ),
  };
}

async function openText(texts: Texts, target: Target, jsonOffset: number | undefined): Promise<void> {
  const address = texts.addressFor(target);
  const link = await texts.linkOf(address);
  const document = await workspace.openTextDocument(address);
  const viewColumn = columnOf(address) ?? ViewColumn.Beside;
  const editor = await window.showTextDocument(document, { viewColumn, preview: false });
  const offset = jsonOffset === undefined ? undefined : link.textOffset(document, jsonOffset);
  if (offset === undefined) return;
  const cursor = document.positionAt(offset);
  editor.selection = new Selection(cursor, cursor);
  editor.revealRange(new Range(cursor, cursor));
}

/** Where a document has a tab already. */
function columnOf(address: Uri): ViewColumn | undefined {
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === address.toString()),
  );
  return group?.viewColumn;
}
