import { type TextDocument, Uri, window, workspace } from 'vscode';
import { type Choice, CONVERT, type ConvertResult, serverCommands } from '../../server/protocol';
import { keepKind } from '../conversion/keep-kind';
import { showConversion } from '../conversion/show';
import { kindName } from '../kinds';
import { openNewConfig, realtimeEditor } from '../open-config';
import { pick } from '../pick';
import { askServer } from '../server-command';
import type { ClientContext, Command } from './command';

/**
 * Makes the document one of another kind: shows what it would become and what would be lost, and does it when the user agrees.
 * May be told the document's URI and the kind.
 */
export const convert: Command = {
  id: CONVERT,
  goal: 'convert this document',
  run: async (context, uri, wanted) => {
    const document = typeof uri === 'string' ? await opened(uri) : (await realtimeEditor())?.document;
    if (!document) return;
    const to = typeof wanted === 'string' ? wanted : await chooseKind(context, document);
    if (to !== undefined) await convertTo(context, document, to);
  },
};

async function opened(uri: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { preserveFocus: false });
  return document;
}

/** The kind to convert to; without a choice the server is asked for one all the same: it says why there is none. */
async function chooseKind(context: ClientContext, document: TextDocument): Promise<string | undefined> {
  const uri = document.uri.toString();
  const choices = await askServer<Choice[]>(context, serverCommands.conversions, { uri });
  if (choices.length === 0) {
    await askServer<ConvertResult>(context, serverCommands.convert, { uri, preview: true });
    return undefined;
  }
  const items = choices.map(({ id, title, description }) => ({
    label: title,
    description: kindName(id),
    detail: description,
    id,
  }));
  return (await pick(items, 'What shall this document become?'))?.id;
}

async function convertTo(context: ClientContext, document: TextDocument, to: string): Promise<void> {
  const args = { uri: document.uri.toString(), to };
  const preview = await askServer<ConvertResult>(context, serverCommands.convert, { ...args, preview: true });
  if (preview.outcome !== 'text') return;
  const before = document.getText();
  const decision = await showConversion(document, to, preview);
  if (decision === 'new') await openNewConfig(preview.text, { offset: 0, length: 0 });
  if (decision !== 'replace') return;
  // What the user has agreed to is what was shown.
  if (document.getText() !== before) return convertTo(context, document, to);
  await window.showTextDocument(document);
  const done = await askServer<ConvertResult>(context, serverCommands.convert, args);
  if (done.outcome === 'applied') await keepKind(context, document, to);
}
