import { commands, type Disposable, window } from 'vscode';
import { acceptConversion } from './accept-conversion';
import { checkWorkspace } from './check-workspace';
import type { ClientContext, Command } from './command';
import { convert } from './convert';
import { copyAs } from './copy-as';
import { discardConversion } from './discard-conversion';
import { editAsText } from './edit-as-text';
import { explainRule } from './explain-rule';
import { fillDefaults } from './fill-defaults';
import { findServerError } from './find-server-error';
import { insertDefaultSessionConfig } from './insert-default-session-config';
import { insertDefaultSessionRequest } from './insert-default-session-request';
import { insertDefaultTurnDetection } from './insert-default-turn-detection';
import { insertDefaultVoiceActivityDetection } from './insert-default-voice-activity-detection';
import { insertTool } from './insert-tool';
import { insertToolFromClipboard } from './insert-tool-from-clipboard';
import { newFile } from './new-file';
import { openSchema } from './open-schema';
import { pasteAsConfig } from './paste-as-config';
import { removeDefaults } from './remove-defaults';
import { restartServer } from './restart-server';
import { selectKind } from './select-kind';
import { showOutput } from './show-output';
import { sortKeys } from './sort-keys';
import { treatAsRealtime } from './treat-as-realtime';

const all: readonly Command[] = [
  pasteAsConfig,
  findServerError,
  checkWorkspace,
  sortKeys,
  removeDefaults,
  fillDefaults,
  discardConversion,
  copyAs,
  convert,
  acceptConversion,
  editAsText,
  explainRule,
  insertDefaultSessionConfig,
  insertDefaultSessionRequest,
  insertDefaultTurnDetection,
  insertDefaultVoiceActivityDetection,
  insertTool,
  insertToolFromClipboard,
  newFile,
  openSchema,
  restartServer,
  selectKind,
  showOutput,
  treatAsRealtime,
];

const SHOW_OUTPUT = 'Show output';

/** Registers every command. In: the client's context. Out: one Disposable per command. */
export function registerCommands(context: ClientContext): Disposable[] {
  return all.map((command) =>
    commands.registerCommand(command.id, (...args: unknown[]) => runAloud(command, context, args)),
  );
}

async function runAloud(command: Command, context: ClientContext, args: unknown[]): Promise<void> {
  try {
    await command.run(context, ...args);
  } catch (error) {
    context.output.error(`${command.id}:`, error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    // Not awaited: the command has ended, and who called it should not wait for the message to close.
    void window.showErrorMessage(`Could not ${command.goal}. ${reason}`, SHOW_OUTPUT).then((choice) => {
      if (choice === SHOW_OUTPUT) context.output.show(true);
    });
  }
}
