import { type Editor, editorOn, type Task } from './editing';
import { type ServerCommand, type ServerProcess, startServer } from './lsp-process';
import { SAMPLE_KIND, type Sample, samples } from './sample-documents';
import { ourServer, vscodeServer } from './servers';
import { digits, print, ratio, table } from './table';
import { interleaved } from './timing';

const tasks: readonly Task[] = [
  {
    name: 'diagnostics after a keystroke',
    run: (editor) =>
      editor.type({ mark: 'shimmer"', text: 'a', method: 'textDocument/diagnostic', wantsAnswer: true }),
  },
  {
    name: 'completion of a key, just typed `""`',
    run: (editor) =>
      editor.type({
        mark: '"modalities"',
        text: '"" ',
        back: 2,
        method: 'textDocument/completion',
        wantsAnswer: true,
      }),
  },
  {
    name: 'completion of a value, one letter typed',
    run: (editor) =>
      editor.type({
        mark: 'shimmer"',
        text: 'a',
        method: 'textDocument/completion',
        wantsAnswer: true,
      }),
  },
  { name: 'hover on a key', run: (editor) => editor.ask('textDocument/hover', '"threshold"') },
  { name: 'formatting, nothing to do', run: (editor) => formatting(editor, 2) },
  { name: 'formatting, every line', run: (editor) => formatting(editor, 4) },
];

function formatting(editor: Editor, tabSize: number): Promise<number> {
  const options = { tabSize, insertSpaces: true };
  return editor.ask('textDocument/formatting', '"voice"', { options });
}

/** Compares our server with VS Code's JSON server over stdio and prints the tables. */
export async function compareServers(dist: string, quick: boolean): Promise<void> {
  const theirs = await vscodeServer(dist, SAMPLE_KIND);
  const commands = [ourServer(dist), theirs];
  const rounds = quick ? 3 : 15;
  print(
    `Language server: ours and the JSON server of VS Code ${theirs.version}`,
    `Medians of ${rounds} interleaved rounds over stdio, in milliseconds; both pull diagnostics, on Node ${process.version}.`,
  );
  await compareStart(commands, rounds);
  const head = ['document', 'task', 'ours', 'VS Code', 'ours / VS Code'];
  const rows: string[][] = [];
  const memory: string[][] = [];
  for (const sample of samples()) {
    const servers = await Promise.all(commands.map(startServer));
    rows.push(...(await compareOn(sample, servers, rounds)));
    const sizes = servers.map((server) => (server.memory() ?? Number.NaN) / 1e6);
    memory.push([sample.name, ...sizes.map(digits), ratio(...pair(sizes))]);
    await Promise.all(servers.map((server) => server.stop()));
  }
  console.log(`\n${table(head, rows)}`);
  console.log(`\n${table(['resident memory afterwards, MB', ...head.slice(2)], memory)}`);
}

const pair = (values: readonly number[]): [number, number] => [
  values[0] ?? Number.NaN,
  values[1] ?? Number.NaN,
];

/** Fresh processes: until `initialize` is answered, and until the first document's problems are there. */
async function compareStart(commands: readonly ServerCommand[], rounds: number): Promise<void> {
  const [sample] = samples();
  if (!sample) return;
  const started = (command: ServerCommand) => startServer(command);
  const initialized = await interleaved(
    commands.map((command) => ({
      name: command.name,
      run: async () => {
        const server = await started(command);
        await server.stop();
        return server.startMs;
      },
    })),
    rounds,
  );
  const diagnosed = await interleaved(
    commands.map((command) => ({
      name: command.name,
      run: async () => {
        const server = await started(command);
        const time = await editorOn(server, sample, uriOf('first')).open();
        await server.stop();
        return server.startMs + time;
      },
    })),
    rounds,
  );
  const idle = await Promise.all(commands.map((command) => idleMemory(command)));
  const row = (name: string, values: readonly number[]) => [
    name,
    ...values.map(digits),
    ratio(...pair(values)),
  ];
  const times = (of: Map<string, number>) => commands.map(({ name }) => of.get(name) ?? Number.NaN);
  console.log(
    `\n${table(
      ['start', 'ours', 'VS Code', 'ours / VS Code'],
      [
        row('process start to initialized, ms', times(initialized)),
        row('process start to the first problems of a small document, ms', times(diagnosed)),
        row('resident memory once initialized, MB', idle),
      ],
    )}`,
  );
}

async function idleMemory(command: ServerCommand): Promise<number> {
  const server = await startServer(command);
  const bytes = server.memory() ?? Number.NaN;
  await server.stop();
  return bytes / 1e6;
}

const uriOf = (name: string) => `file:///bench/${name}.${SAMPLE_KIND}.realtime.json`;

async function compareOn(
  sample: Sample,
  servers: readonly ServerProcess[],
  rounds: number,
): Promise<string[][]> {
  let documents = 0;
  const opening: Task = {
    name: 'first diagnostics after opening',
    run: (editor) => editor.open(),
  };
  const rows: string[][] = [];
  const measure = async ({ name, run }: Task, editors: readonly Editor[]) => {
    const contestants = servers.map(({ command }, index) => ({
      name: command.name,
      run: () => run(editors[index] as Editor),
    }));
    const found = await interleaved(contestants, rounds, 3);
    const times = pair(servers.map(({ command }) => found.get(command.name) ?? Number.NaN));
    rows.push([sample.name, name, ...times.map(digits), ratio(...times)]);
  };
  // Each opening needs a document of its own; it is closed again so that memory stays comparable.
  const fresh = servers.map((server): Editor => {
    const editor = () => editorOn(server, sample, uriOf(`opened-${documents++}`));
    return {
      ...editor(),
      open: async () => {
        const one = editor();
        const time = await one.open();
        await one.close();
        return time;
      },
    };
  });
  await measure(opening, fresh);
  const editors = servers.map((server) => editorOn(server, sample, uriOf('edited')));
  for (const editor of editors) await editor.open();
  for (const task of tasks) await measure(task, editors);
  return rows;
}
