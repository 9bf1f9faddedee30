import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureProgram } from '../../host/debian';
import { poll } from '../../host/delay';
import { findCommand } from '../../host/find-command';
import { startTree } from '../../host/process-tree';
import { documented } from '../../support/documented';
import { makeWorkplace, type Workplace } from '../workplace';

const run = promisify(execFile);
const PAGE = 'docs/editors.md';

/** A running Neovim, without a screen, that is typed into and asked. */
export interface Neovim {
  readonly version: string;
  readonly place: Workplace;
  /** Types keys, in Vim's notation. */
  keys(text: string): Promise<void>;
  /** The value of a Lua expression, by way of JSON. */
  lua<T>(expression: string): Promise<T>;
  /** Runs Lua statements. */
  run(statements: string): Promise<void>;
  /** Waits until a Lua expression is neither false nor nil, and gives its value. */
  until<T>(what: string, expression: string): Promise<T>;
  /** Has Neovim's client send a request about this buffer, and gives the result. */
  ask<T>(method: string, params: object): Promise<T>;
  /** Opens a file of the project with this text, as a person does, and waits for the server. */
  open(name: string, text: string): Promise<void>;
  lines(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Finds Neovim, or installs Debian's. */
export const ensureNeovim = () =>
  ensureProgram({ name: 'Neovim', packages: ['neovim'], find: () => findCommand(['nvim']) });

/** The version of a Neovim, such as `0.7.2`. */
export async function neovimVersion(program: string): Promise<string> {
  const { stdout } = await run(program, ['--version']);
  return /NVIM v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'of unknown version';
}

/** Which of the documented set-ups is for a version. */
function setUpFor(version: string): string {
  const minor = Number(version.split('.')[1]);
  return `neovim 0.${minor >= 11 ? 11 : minor >= 8 ? 8 : 7}`;
}

/** What tests need besides the documented set-up: a person who chooses the action with this title. */
const person = `
vim.ui.select = function(items, options, choose)
  for index, item in ipairs(items) do
    if (options.format_item or tostring)(item) == _G.wanted then return choose(item, index) end
  end
  error('nothing is called ' .. tostring(_G.wanted))
end
_G.client = function()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  return get()[1]
end
`;

/** Starts Neovim with the set-up that docs/editors.md gives for its version. */
export async function startNeovim(): Promise<Neovim> {
  const program = await ensureNeovim();
  const version = await neovimVersion(program);
  const place = await makeWorkplace('neovim');
  const [init, socket] = [join(place.home, 'init.lua'), join(place.home, 'socket')];
  writeFileSync(
    init,
    [documented(setUpFor(version), PAGE), documented('neovim commands', PAGE), person].join('\n'),
  );
  const tree = startTree(program, ['--headless', '--clean', '-n', '-u', init, '--listen', socket], {
    cwd: place.project,
    env: place.env,
    stdio: 'ignore',
  });
  const remote = async (...args: string[]) => {
    const { stdout, stderr } = await run(program, ['--server', socket, ...args], {
      env: place.env,
      timeout: 60_000,
    });
    // Neovim 0.7 writes the value of an expression to standard error.
    return stdout + stderr;
  };
  const neovim = { ...asking(remote), version, place };
  await poll(() => neovim.lua<number>('1').catch(() => undefined), { what: 'Neovim', timeoutMs: 60_000 });
  return {
    ...neovim,
    open: (name, text) => open(neovim, place.write(name, text)),
    stop: async () => {
      await tree.stop();
      place.remove();
    },
  };
}

type Remote = (...args: string[]) => Promise<string>;
type Asking = Pick<Neovim, 'keys' | 'lua' | 'run' | 'until' | 'ask' | 'lines'>;

function asking(remote: Remote): Asking {
  const lua = async <T>(expression: string): Promise<T> => {
    const code = `vim.fn.json_encode({ value = ${expression} })`.replaceAll("'", "''");
    const answer = await remote('--remote-expr', `luaeval('${code}')`);
    // A table whose one value is nil is an empty one.
    if (answer === '[]') return null as T;
    if (!answer.startsWith('{')) throw new Error(`Neovim says: ${answer}`);
    return (JSON.parse(answer) as { value: T }).value;
  };
  const until = async <T>(what: string, expression: string) =>
    poll(async () => (await lua<T | null | false>(expression)) || undefined, {
      what,
      timeoutMs: 60_000,
      everyMs: 30,
    }) as Promise<T>;
  return {
    lua,
    until,
    keys: async (text) => {
      await remote('--remote-send', text);
    },
    run: async (statements) => {
      await lua(`(function() ${statements} return true end)()`);
    },
    ask: (method, params) => {
      const arguments_ = `vim.fn.json_decode([==[${JSON.stringify(params)}]==])`;
      return lua(
        `(function() local client = _G.client()
          local answer = client.request_sync('${method}', ${arguments_}, 30000, vim.api.nvim_get_current_buf())
          return answer.result or vim.NIL end)()`,
      );
    },
    lines: () => lua('vim.api.nvim_buf_get_lines(0, 0, -1, false)'),
  };
}

async function open(neovim: Asking, path: string): Promise<void> {
  await neovim.keys(`<Esc>:edit! ${path}<CR>`);
  await neovim.until(
    'the server',
    `vim.api.nvim_buf_get_name(0) == '${path}' and _G.client() and _G.client().initialized`,
  );
}
