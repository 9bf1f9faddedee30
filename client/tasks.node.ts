import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** The type that package.json contributes. */
const TYPE = 'realtime';

const PROBLEM_MATCHER = '$realtime-config';

/** What a task of ours says in `tasks.json`. */
interface CheckDefinition extends TaskDefinition {
  /** What follows `realtime-config check`. */
  readonly args?: readonly string[];
}

/**
 * Offers the task "check workspace files" for each folder on a disk, and runs those of `tasks.json`. It is the command
 * line that the extension brings along, on the Node.js that VS Code runs on; there is none in a browser.
 */
export function provideTasks(extension: ExtensionContext): Disposable {
  const cli = extension.asAbsolutePath('dist/task.js');
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(isOnDisk)
        .map((folder) => checkTask({ type: TYPE }, folder, 'check workspace files', cli)),
    resolveTask: ({ definition, scope, name }) => {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.find(isOnDisk);
      return folder && isOnDisk(folder) ? checkTask(definition, folder, name, cli) : undefined;
    },
  });
}

const isOnDisk = ({ uri }: WorkspaceFolder) => uri.scheme === 'file';

function checkTask(definition: CheckDefinition, folder: WorkspaceFolder, name: string, cli: string): Task {
  const args = [cli, 'check', ...(definition.args ?? [])];
  const execution = new ProcessExecution(process.execPath, args, {
    cwd: folder.uri.fsPath,
    // On the desktop it is VS Code's own program, which this turns into a plain Node.js.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  return new Task(definition, folder, name, TYPE, execution, PROBLEM_MATCHER);
}
