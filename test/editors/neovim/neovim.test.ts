import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { poll } from '../../host/delay';
import { connect } from '../../server/lsp';
import { cursor, inRepository } from '../../support/fixture';
import { ABLE_CLIENT, announced } from '../capabilities';
import type { Message } from '../workplace';
import { type Neovim, startNeovim } from './neovim';
import { requests } from './requests';

let neovim: Neovim;

before(async () => {
  neovim = await startNeovim();
});

after(async () => {
  await neovim?.stop();
});

/** What the list of completions holds. */
const LIST = `vim.fn.complete_info({ 'items' }).items`;

const moved = '{\n  "type": "realtime",\n  "model": "gpt-realtime-2.1",\n  "voice": "marin"\n}\n';

/** Types, and waits until the server has answered with a list; to ask Neovim meanwhile would disturb it. */
async function complete(keys: string): Promise<void> {
  const asked = () =>
    neovim.place.said().filter(({ message }) => message.method === 'textDocument/completion');
  const before = asked().length;
  await neovim.keys(keys);
  await poll(
    () => {
      const request = asked()[before];
      const isAnswer = ({ from, message }: Message) =>
        from === 'server' && message.id === request?.message.id;
      return request && neovim.place.said().some((one) => isAnswer(one) && 'result' in one.message)
        ? true
        : undefined;
    },
    { what: 'the answer', timeoutMs: 60_000, everyMs: 30 },
  );
}

/** Waits until the buffer has these lines, and says what it has when it does not come to that. */
async function becomes(lines: readonly string[]): Promise<void> {
  const json = JSON.stringify(lines);
  await neovim
    .until(
      'the text',
      `vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, false), vim.fn.json_decode([==[${json}]==]))`,
    )
    .catch(() => undefined);
  assert.deepEqual(await neovim.lines(), lines);
}

/** What Neovim says of problems, once there are as many. */
const problems = (count: number) =>
  neovim.until<
    { code: string; lnum: number; col: number; end_col: number; severity: number; message: string }[]
  >('the diagnostics', `#vim.diagnostic.get(0) == ${count} and vim.diagnostic.get(0)`);

/** Has the person choose a code action by its title; `only` asks for some kinds alone. */
async function act(title: string, only?: string): Promise<void> {
  await neovim.run(`_G.wanted = [==[${title}]==]`);
  const context = only === undefined ? '' : `{ only = { '${only}' }, diagnostics = {} }`;
  await neovim.run(
    context === ''
      ? 'vim.lsp.buf.code_action()'
      : `vim.lsp.buf.code_action(vim.fn.has('nvim-0.8') == 1 and { context = ${context} } or ${context})`,
  );
}

/** Changes the settings of the client, as a person does in its set-up. */
const settings = (realtimeConfig: object) =>
  neovim.run(
    `local client = _G.client()
     client.config.settings = { realtimeConfig = vim.fn.json_decode([==[${JSON.stringify(realtimeConfig)}]==]) }
     client.settings = client.config.settings
     client.notify('workspace/didChangeConfiguration', { settings = client.config.settings })`,
  );

describe('Neovim with the documented set-up', () => {
  it('shows what is wrong', async () => {
    await neovim.open('moved.realtime.json', moved);
    assert.equal(await neovim.lua('vim.bo.filetype'), 'realtime-json');
    const [{ code, message, ...at } = {} as never] = await problems(1);
    assert.deepEqual(
      [code, message, at.severity, at.lnum, at.col, at.end_col],
      [
        'moved-key',
        '"voice" belongs in "audio.output.voice". The API refuses the whole session because of this key.',
        1,
        3,
        2,
        9,
      ],
    );
  });

  it('fixes it by a code action', async () => {
    await neovim.open('moved.realtime.json', moved);
    await problems(1);
    await neovim.run(`vim.cmd('normal! 4G^')`);
    await act('Move "voice" to "audio.output.voice"');
    await becomes([
      '{',
      '  "type": "realtime",',
      '  "model": "gpt-realtime-2.1",',
      '  "audio": {',
      '    "output": {',
      '      "voice": "marin"',
      '    }',
      '  }',
      '}',
    ]);
    await problems(0);
    await neovim.keys('u');
    await becomes(moved.trimEnd().split('\n'));
  });

  it('fixes all that is safe to fix', async () => {
    await neovim.open('all.realtime.json', '{ "type": "realtime", "tools": [], }\n');
    await problems(1);
    await act('Fix all that is safe to fix', 'source.fixAll.realtime');
    await becomes(['{ "type": "realtime", "tools": [] }']);
  });

  it('completes values and keys', async () => {
    await neovim.open('complete.realtime.json', '{\n  "type": "realtime"\n}\n');
    await complete('2GA, "truncation": "<C-x><C-o>');
    const words = await neovim.until<string[]>(
      'the list',
      `#${LIST} > 0 and vim.tbl_map(function(item) return item.abbr end, ${LIST})`,
    );
    assert.deepEqual(words, ['auto', 'disabled']);
    await neovim.keys('<C-n><C-y>');
    await becomes(['{', '  "type": "realtime", "truncation": "disabled"', '}']);
    await complete(', "audio": { "out<C-x><C-o>');
    await neovim.until('the list', `#${LIST} > 0 or string.find(vim.fn.getline(2), 'output') ~= nil`);
    await neovim.keys('<C-y><Esc>');
    await neovim.until('the key', `string.find(vim.fn.getline(2), '"output": {') ~= nil`);
  });

  it('completes between quotes that are there already', async () => {
    await neovim.open('quotes.realtime.json', '{ "type": "realtime", "truncation": "" }\n');
    await complete('0f}hi<Left><C-x><C-o>');
    await neovim.until('the list', `#${LIST} > 0`);
    await neovim.keys('<C-y><Esc>');
    await becomes(['{ "type": "realtime", "truncation": "auto" }']);
  });

  it('explains what is under the cursor', async () => {
    await neovim.open('hover.realtime.json', '{\n  "type": "realtime",\n  "truncation": "auto"\n}\n');
    await neovim.keys('3G5l');
    await neovim.run('vim.lsp.buf.hover()');
    const lines = await neovim.until<string[]>(
      'the window',
      `(function()
        for _, window in ipairs(vim.api.nvim_list_wins()) do
          if vim.api.nvim_win_get_config(window).relative ~= '' then
            return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
          end
        end
      end)()`,
    );
    assert.match(lines[0] ?? '', /^\*\*truncation\*\*/);
    assert.ok(lines.length > 2);
    await neovim.keys('0');
  });

  it('lists the symbols of a document', async () => {
    await neovim.open('symbols.realtime.json', moved);
    await neovim.run('vim.lsp.buf.document_symbol()');
    const texts = await neovim.until<string[]>(
      'the list',
      `(function()
        local list = vim.fn.getloclist(0)
        if #list == 0 then list = vim.fn.getqflist() end
        return #list > 0 and vim.tbl_map(function(entry) return entry.text end, list)
      end)()`,
    );
    assert.deepEqual(
      texts.map((text) => text.replace(/^\[String\] /, '').trim()),
      ['type', 'model', 'voice'],
    );
    await neovim.keys(':cclose<CR>:lclose<CR>');
  });

  it('formats lines and a document', async () => {
    await neovim.open(
      'format.realtime.json',
      '{"type":"realtime",\n"tools":[],\n      "truncation":"auto"}\n',
    );
    await neovim.keys(':setlocal expandtab shiftwidth=2<CR>gggqG');
    // Old versions leave the last line out.
    await neovim.until('the lines', `vim.fn.getline(2) == '  "type": "realtime",'`);
    await neovim.run(
      `if vim.lsp.buf.format then vim.lsp.buf.format() else vim.lsp.buf.formatting_sync() end`,
    );
    await becomes(['{', '  "type": "realtime",', '  "tools": [],', '  "truncation": "auto"', '}']);
  });

  it('inserts defaults by the server', async () => {
    await neovim.open('empty.sdk.session-config.realtime.json', '');
    await neovim.keys(':RealtimeInsertDefault session-config<CR>');
    const printed = execFileSync(
      process.execPath,
      [inRepository('dist/cli.js'), 'defaults', 'sdk.session-config'],
      {
        encoding: 'utf8',
      },
    );
    await becomes(printed.trimEnd().split('\n'));
    await neovim.open('turn.sdk.session-config.realtime.json', '{\n  "tool_choice": "auto"\n}\n');
    await neovim.keys(':RealtimeInsertDefault turn-detection<CR>');
    await becomes([
      '{',
      '  "turn_detection": {',
      '    "type": "server_vad",',
      '    "threshold": 0.5,',
      '    "prefix_padding_ms": 300,',
      '    "silence_duration_ms": 200',
      '  },',
      '  "tool_choice": "auto"',
      '}',
    ]);
  });

  it('goes by its own settings, also when they change', async () => {
    await neovim.open('moved.realtime.json', moved);
    await problems(1);
    await settings({ rules: { 'moved-key': 'hint', 'unknown-property': 'hint' } });
    // Neovim 0.10 cannot be told to ask anew, and does so after the next change.
    await neovim.keys('Go<Esc>');
    await neovim.until('the hint', '#vim.diagnostic.get(0) == 1 and vim.diagnostic.get(0)[1].severity == 4');
    await settings({});
  });

  it('tells of folders that come later', async () => {
    await neovim.open('first.realtime.json', '{}\n');
    // Where no folder is known such a glob may start anywhere, and in a folder at its root alone.
    await settings({ kinds: { 'calls/*.realtime.json': 'sdk.response-config' } });
    await neovim.open(
      '../later/deep/calls/one.realtime.json',
      '{ "type": "realtime", "model": "gpt-realtime-2.1", "colour": 1 }\n',
    );
    await problems(3);
    await neovim.run(`vim.lsp.buf.add_workspace_folder('${neovim.place.home}/later')`);
    await neovim.keys('Go<Esc>');
    const [{ code, severity } = {} as never] = await problems(1);
    assert.deepEqual([code, severity], ['unknown-property', 1]);
    await settings({});
  });

  for (const [index, { method, text, params, see, answer }] of requests.entries()) {
    it(`is answered ${method}`, async () => {
      const name = `request-${index}.realtime.json`;
      const marked = text.includes('|') ? cursor(text) : { text, offset: undefined };
      await neovim.open(name, marked.text);
      const before = marked.text.slice(0, marked.offset).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      const result = await neovim.ask(method, {
        textDocument: { uri: pathToFileURL(`${neovim.place.project}/${name}`).href },
        ...(marked.offset === undefined ? {} : { position }),
        ...params,
      });
      assert.deepEqual(see ? see(result) : result, answer);
    });
  }
});

describe('everything that the server announces', () => {
  let said: readonly Message[];
  let sent: ReadonlySet<string | undefined>;
  let capabilities: NonNullable<Awaited<ReturnType<typeof connect>>['result']['capabilities']>;

  before(async () => {
    // Closing is used as well.
    await neovim.open('last.realtime.json', '{}\n');
    await neovim.keys(':bwipeout!<CR>');
    await neovim.until('the end', `vim.fn.bufexists('${neovim.place.project}/last.realtime.json') == 0`);
    said = neovim.place.said();
    sent = new Set(said.filter(({ from }) => from === 'client').map(({ message }) => message.method));
    const able = await connect({ capabilities: ABLE_CLIENT as never });
    capabilities = able.result.capabilities;
    able.stop();
  });

  it('is used here: a new capability needs a step above, or an entry in requests.ts', () => {
    const all = announced(capabilities);
    assert.ok(all.length > 10);
    const unused = all.filter(({ methods }) => !methods?.every((method) => sent.has(method)));
    assert.deepEqual(unused, []);
  });

  it('is used here: each command of the server is run', () => {
    const run = said.flatMap(({ message: { method, params } }) =>
      method === 'workspace/executeCommand' ? [params.command] : [],
    );
    const commands = capabilities.executeCommandProvider?.commands ?? [];
    assert.deepEqual(
      commands.filter((command) => !run.includes(command)),
      [],
    );
  });

  it('is used here: code actions of each kind are received', () => {
    const kinds = said.flatMap(({ from, message: { result } }) =>
      from === 'server' && Array.isArray(result) ? result.map((item) => item?.kind) : [],
    );
    const provider = capabilities.codeActionProvider;
    const promised = (typeof provider === 'object' && provider.codeActionKinds) || [];
    assert.deepEqual(
      promised.filter((kind) => !kinds.some((own) => own === kind || String(own).startsWith(`${kind}.`))),
      [],
    );
  });
});
