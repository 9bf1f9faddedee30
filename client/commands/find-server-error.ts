import { commands, env, Range, Selection, window } from 'vscode';
import { type FoundResult, serverCommands } from '../../server/protocol';
import { realtimeEditor } from '../open-config';
import { askServer } from '../server-command';
import type { Command } from './command';

/**
 * Asks for what the API answered, goes to the place that it is about, and opens the repairs there. May be told the
 * answer.
 */
export const findServerError: Command = {
  id: 'realtimeConfig.findServerError',
  goal: 'find what the error is about',
  run: async (context, told) => {
    const editor = await realtimeEditor();
    if (!editor) return;
    const text = typeof told === 'string' ? told : await askForError();
    if (!text) return;
    const uri = editor.document.uri.toString();
    const found = await askServer<FoundResult>(context, serverCommands.findServerError, { uri, text });
    if (found.outcome !== 'found') return;
    const { start, end } = found.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    const shown = await window.showTextDocument(editor.document, editor.viewColumn);
    shown.selection = new Selection(range.start, range.end);
    shown.revealRange(range);
    if (found.canFix) await commands.executeCommand('editor.action.quickFix');
    // Not awaited: the place is in view, whenever the message is closed.
    else void window.showInformationMessage(found.problem ?? NOTHING_KNOWN);
  },
};

const NOTHING_KNOWN =
  'This is the place that the server names. Nothing is known to be wrong with it: the rules for it may be new.';

/** What is on the clipboard is taken for the answer when it looks like one. */
async function askForError(): Promise<string | undefined> {
  const copied = (await env.clipboard.readText()).trim();
  const isError =
    /"?error"?|parameter|invalid|unknown|missing|unsupported|not supported/i.test(copied) &&
    copied.length < 20_000;
  return window.showInputBox({
    title: 'Find Server Error',
    prompt: 'Paste what the API answered: its JSON, a line of your log, or the message alone.',
    placeHolder: "Unknown parameter: 'session.voice'.",
    value: isError ? copied : '',
    ignoreFocusOut: true,
  });
}
