import * as vscode from 'vscode';
import { waitFor } from './support';

/** How a person reacts to what a command shows: presses the first button, or waves the message away. */
export type Reaction = 'accept' | 'dismiss';

const reactions: Record<Reaction, string> = {
  accept: 'notification.acceptPrimaryAction',
  dismiss: 'notifications.clearAll',
};

/**
 * Runs a command that asks something in a notification, and answers.
 * @param command the command's id
 * @param reaction what to do with the question; it is repeated until the command has ended
 */
export async function runAnswering(command: string, reaction: Reaction): Promise<void> {
  await untilDone(vscode.commands.executeCommand(command), async () => {
    await vscode.commands.executeCommand(reactions[reaction]);
  });
}

/**
 * Runs a command that shows a quick pick, and accepts an entry.
 * @param command the command's id
 * @param step with `next` the cursor goes down a few times before; which entry that gives depends on how fast the
 * pick opened, so callers look at what was chosen and choose again
 */
export async function runPicking(command: string, step?: 'next'): Promise<void> {
  let steps = step ? 8 : 0;
  await untilDone(vscode.commands.executeCommand(command), async () => {
    const key = steps-- > 0 ? 'quickOpenSelectNext' : 'acceptSelectedQuickOpenItem';
    await vscode.commands.executeCommand(`workbench.action.${key}`);
  });
}

/** Does something again and again until a command has ended; rejects as the command does. */
async function untilDone(command: Thenable<unknown>, react: () => Promise<void>): Promise<void> {
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  command.then(end, end);
  const look = async (): Promise<boolean> => {
    if (!ended) await react();
    return ended;
  };
  await waitFor(look, (done) => done, 'the end of the command');
  await command;
}

/** Takes all notifications away, so that the next answer goes to the next question. */
export async function clearNotifications(): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
}

/**
 * Triggers completion and accepts what is selected, as ctrl-space and Enter do.
 * @param editor the active editor
 * @returns its text afterwards, with the snippet's tab stops left
 */
export async function acceptCompletion(editor: vscode.TextEditor): Promise<string> {
  const before = editor.document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  const look = async (): Promise<string> => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return editor.document.getText();
  };
  const after = await waitFor(look, (text) => text !== before, `a suggestion to accept in ${before}`);
  await vscode.commands.executeCommand('leaveSnippet');
  await vscode.commands.executeCommand('hideSuggestWidget');
  return after;
}
