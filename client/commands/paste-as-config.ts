import { env, window } from 'vscode';
import { type PasteResult, serverCommands } from '../../server/protocol';
import { keepNotes } from '../conversion/previews';
import { showNotes } from '../conversion/show';
import { thingsText } from '../kinds';
import { openNewConfig, realtimeEditor } from '../open-config';
import { askServer, reveal } from '../server-command';
import type { Command } from './command';

const SHOW_NOTES = 'Show notes';

/**
 * Makes the document of what is on the clipboard: JSON, an object in JavaScript, TypeScript or Python, the options of a chat or
 * agents library. May be told the text instead.
 */
export const pasteAsConfig: Command = {
  id: 'realtimeConfig.pasteAsConfig',
  goal: 'paste a config',
  run: async (context, told) => {
    const editor = await realtimeEditor();
    if (!editor) return;
    const text = typeof told === 'string' ? told : await env.clipboard.readText();
    const uri = editor.document.uri.toString();
    const result = await askServer<PasteResult>(context, serverCommands.pasteConfig, { uri, text });
    if (result.outcome === 'new-document') await openNewConfig(result.text, { offset: 0, length: 0 });
    else if (result.outcome === 'applied') await reveal(editor.document, result.range, editor.viewColumn);
    else return;
    // Not awaited: the config is there, whenever the message is closed.
    if (result.notes.length > 0) void tellOf(result.notes);
  },
};

async function tellOf(notes: readonly string[]): Promise<void> {
  const choice = await window.showInformationMessage(
    `Pasted. ${thingsText(notes.length)} could not come along as written.`,
    SHOW_NOTES,
  );
  if (choice !== SHOW_NOTES) return;
  const about = notes.map((message) => ({ pointer: '', value: '', message }));
  await showNotes(keepNotes(about, 'the clipboard'));
}
