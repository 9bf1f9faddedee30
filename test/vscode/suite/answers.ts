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
 * @param args what the command is told
 */
export async function runAnswering(command: string, reaction: Reaction, ...args: unknown[]): Promise<void> {
  await untilDone(vscode.commands.executeCommand(command, ...args), async () => {
    await vscode.commands.executeCommand(reactions[reaction]);
  });
}

/**
 * Runs a command that asks with a quick pick, and answers it: with the entry that is selected, one a few below, or
 * the first. When the pick opens cannot be seen from here, so early steps may get lost; callers check the outcome.
 */
export async function runPicking(command: string, step?: 'next' | 'first'): Promise<void> {
  let steps = step ? MOST_STEPS : 0;
  const move = step === 'first' ? 'quickInput.first' : 'workbench.action.quickOpenSelectNext';
  await untilDone(vscode.commands.executeCommand(command), async () => {
    const accept = 'workbench.action.acceptSelectedQuickOpenItem';
    await vscode.commands.executeCommand(steps-- > 0 ? move : accept);
  });
}

/** Runs a command that asks with a quick pick or an input box, and leaves it without an answer. */
export async function runLeaving(command: string): Promise<void> {
  await untilDone(vscode.commands.executeCommand(command), async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });
}

/** As many kinds as the sdk dialect has: from "Automatic" no step leads beyond it. */
const MOST_STEPS = 5;

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
