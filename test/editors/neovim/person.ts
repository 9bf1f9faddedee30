import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { poll } from '../../host/delay';
import { cursor } from '../../support/fixture';
import type { Message } from '../workplace';
import { type Neovim, startNeovim } from './neovim';

/* What a person does and sees in the one Neovim of these tests. */

let started: Neovim | undefined;

/** The Neovim that has been started. */
export function running(): Neovim {
  assert.ok(started, 'Neovim has not been started');
  return started;
}

export async function start(): Promise<void> {
  started = await startNeovim();
}

export async function stop(): Promise<void> {
  await started?.stop();
}

/** What the list of completions holds. */
export const LIST = `vim.fn.complete_info({ 'items' }).items`;

/** Types, and waits until the server has answered with a list; to ask Neovim meanwhile would disturb it. */
export async function complete(keys: string): Promise<void> {
  const asked = () =>
    running()
      .place.said()
      .filter(({ message }) => message.method === 'textDocument/completion');
  const before = asked().length;
  await running().keys(keys);
  await poll(
    () => {
      const request = asked()[before];
      const isAnswer = ({ from, message }: Message) =>
        from === 'server' && message.id === request?.message.id;
      return request &&
        running()
          .place.said()
          .some((one) => isAnswer(one) && 'result' in one.message)
        ? true
        : undefined;
    },
    { what: 'the answer', timeoutMs: 60_000, everyMs: 30 },
  );
}

/** Waits until the buffer has these lines, and says what it has when it does not come to that. */
export async function becomes(lines: readonly string[]): Promise<void> {
  const json = JSON.stringify(lines);
  await running()
    .until(
      'the text',
      `vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, false), vim.fn.json_decode([==[${json}]==]))`,
    )
    .catch(() => undefined);
  assert.deepEqual(await running().lines(), lines);
}

/** What Neovim says of problems, once there are as many. */
export const problems = (count: number) =>
  running().until<
    { code: string; lnum: number; col: number; end_col: number; severity: number; message: string }[]
  >('the diagnostics', `#vim.diagnostic.get(0) == ${count} and vim.diagnostic.get(0)`);

/** Has the person choose a code action by its title; `only` asks for some kinds alone. */
export async function act(title: string, only?: string): Promise<void> {
  await running().run(`_G.wanted = [==[${title}]==]`);
  const context = only === undefined ? '' : `{ only = { '${only}' }, diagnostics = {} }`;
  await running().run(
    context === ''
      ? 'vim.lsp.buf.code_action()'
      : `vim.lsp.buf.code_action(vim.fn.has('nvim-0.8') == 1 and { context = ${context} } or ${context})`,
  );
}

/** Changes the settings of the client, as a person does in its set-up. */
export const settings = (realtimeConfig: object) =>
  running().run(
    `local client = _G.client()
     client.config.settings = { realtimeConfig = vim.fn.json_decode([==[${JSON.stringify(realtimeConfig)}]==]) }
     client.settings = client.config.settings
     client.notify('workspace/didChangeConfiguration', { settings = client.config.settings })`,
  );

/** Opens a document, with the cursor where it has a `|`, and gives what a request about it needs. */
export async function openAt(name: string, fixture: string) {
  const { text, offset } = fixture.includes('|') ? cursor(fixture) : { text: fixture, offset: undefined };
  await running().open(name, text);
  const textDocument = { uri: pathToFileURL(`${running().place.project}/${name}`).href };
  if (offset === undefined) return { textDocument };
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  await running().run(`vim.fn.cursor(${position.line + 1}, ${position.character + 1})`);
  return { textDocument, position };
}

/** Lines and columns of a list of places. */
export const listed = (list: string) =>
  `vim.tbl_map(function(entry) return { entry.lnum, entry.col } end, ${list})`;
