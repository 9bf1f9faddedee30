import { commands, window } from 'vscode';
import { serverCommands, type WorkspaceSummary } from '../../server/protocol';
import { problemsText } from '../kinds';
import { askServer } from '../server-command';
import type { Command } from './command';

const SHOW_PROBLEMS = 'Show problems';

/** Checks every Realtime config of the workspace, with progress that can be cancelled, and says what was found. */
export const checkWorkspace: Command = {
  id: 'realtimeConfig.checkWorkspace',
  goal: 'check the workspace',
  run: async (context) => {
    const summary = await askServer<WorkspaceSummary>(context, serverCommands.checkWorkspace, {});
    // Not awaited: the check has ended, whenever the message is closed.
    void tell(summary);
  },
};

async function tell({ outcome, files, errors, warnings }: WorkspaceSummary): Promise<void> {
  const checked = `${files.toLocaleString('en-US')} Realtime config${files === 1 ? '' : 's'}`;
  const found = problemsText(errors, warnings);
  const message =
    outcome === 'cancelled'
      ? `Stopped after ${checked}: ${found} so far.`
      : files === 0
        ? 'There is no *.realtime.json file in this workspace.'
        : `Checked ${checked}: ${found}.`;
  const isFine = errors + warnings === 0;
  const choice = await window.showInformationMessage(message, ...(isFine ? [] : [SHOW_PROBLEMS]));
  if (choice === SHOW_PROBLEMS) await commands.executeCommand('workbench.actions.view.problems');
}
