import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixtureUri, waitFor } from './support';

/** Tasks are programs: there are none where there is no Node.js, or no folder on a disk. */
const runsPrograms = () =>
  typeof process === 'object' &&
  typeof process.versions?.node === 'string' &&
  fixtureUri('').scheme === 'file';

describe('tasks', () => {
  const bad = fixtureUri('tasks/bad.realtime.json');

  /** Runs a task to its end, and gives its exit code. */
  async function codeOf(task: vscode.Task): Promise<number | undefined> {
    let code: number | undefined | 'running' = 'running';
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name === task.name) code = exitCode;
    });
    try {
      await vscode.tasks.executeTask(task);
      await waitFor(
        () => code,
        (value) => value !== 'running',
        `the end of "${task.name}"`,
        60_000,
      );
      return code === 'running' ? undefined : code;
    } finally {
      listener.dispose();
    }
  }

  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(fixtureUri(name), new TextEncoder().encode(text));

  before(() => write('tasks/bad.realtime.json', '{\n  "model": 1,\n  "voice": "Alloy"\n}\n'));

  after(() => vscode.workspace.fs.delete(fixtureUri('tasks'), { recursive: true }));

  it('check the files of a folder, and put what is wrong into the Problems view', async function () {
    this.timeout(90_000);
    const offered = await vscode.tasks.fetchTasks({ type: 'realtime' });
    assert.deepEqual(
      offered.map(({ name, source, problemMatchers }) => ({ name, source, problemMatchers })),
      runsPrograms()
        ? [{ name: 'check workspace files', source: 'realtime', problemMatchers: ['$realtime-config'] }]
        : [],
    );
    const [task] = offered;
    if (!task) return;
    assert.equal(await codeOf(task), 1);
    // The file is not open, so that all that is known of it comes from the task.
    const found = await waitFor(
      () => vscode.languages.getDiagnostics(bad),
      (diagnostics) => diagnostics.length === 2,
      'what the task found',
    );
    assert.deepEqual(
      found.map(({ range, message, severity, code, source }) => ({
        place: [range.start.line, range.start.character],
        message,
        severity,
        code: typeof code === 'object' ? code.value : code,
        source,
      })),
      [
        {
          place: [1, 11],
          message: '"model" must be a string; this is a number. The SDK refuses the whole file.',
          severity: vscode.DiagnosticSeverity.Error,
          code: 'wrong-type',
          source: 'realtime',
        },
        {
          place: [2, 11],
          message:
            '"voice" cannot be "Alloy". Did you mean "alloy"? (5 other values are possible.) The SDK refuses the whole file.',
          severity: vscode.DiagnosticSeverity.Error,
          code: 'invalid-value',
          source: 'realtime',
        },
      ],
    );
  });
  it('of tasks.json run with what they say', async function () {
    this.timeout(90_000);
    if (!runsPrograms()) return;
    const settings = fixtureUri('.vscode/tasks.json');
    const args = ['--max-warnings=0', 'tasks/odd.sdk.response-config.realtime.json'];
    await write('tasks/odd.sdk.response-config.realtime.json', '{ "unknown": 1 }\n');
    await write(
      '.vscode/tasks.json',
      JSON.stringify({ version: '2.0.0', tasks: [{ label: 'strictly', type: 'realtime', args }] }),
    );
    try {
      const [task] = await waitFor(
        async () => (await vscode.tasks.fetchTasks()).filter(({ name }) => name === 'strictly'),
        (tasks) => tasks.length > 0,
        'the task of tasks.json',
      );
      assert.deepEqual(task?.definition.args, args);
      assert.equal(task && (await codeOf(task)), 1);
    } finally {
      await vscode.workspace.fs.delete(settings);
    }
  });
});
