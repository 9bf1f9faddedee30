import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { inRepository } from '../../support/fixture';
import { testCoverage } from './coverage';
import { testNavigation } from './navigation';
import { act, becomes, complete, LIST, problems, running, settings, start, stop } from './person';
import { testTables } from './tables';

before(start);
after(stop);

const moved = '{\n  "type": "realtime",\n  "model": "gpt-realtime-2.1",\n  "voice": "marin"\n}\n';

describe('Neovim with the documented set-up', () => {
  it('shows what is wrong', async () => {
    await running().open('moved.realtime.json', moved);
    assert.equal(await running().lua('vim.bo.filetype'), 'realtime-json');
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
    await running().open('moved.realtime.json', moved);
    await problems(1);
    await running().run(`vim.cmd('normal! 4G^')`);
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
    await running().keys('u');
    await becomes(moved.trimEnd().split('\n'));
  });

  it('fixes all that is safe to fix', async () => {
    await running().open('all.realtime.json', '{ "type": "realtime", "tools": [], }\n');
    await problems(1);
    await act('Fix all that is safe to fix', 'source.fixAll.realtime');
    await becomes(['{ "type": "realtime", "tools": [] }']);
  });

  it('completes values and keys', async () => {
    await running().open('complete.realtime.json', '{\n  "type": "realtime"\n}\n');
    await complete('2GA, "truncation": "<C-x><C-o>');
    const words = await running().until<string[]>(
      'the list',
      `#${LIST} > 0 and vim.tbl_map(function(item) return item.abbr end, ${LIST})`,
    );
    assert.deepEqual(words, ['auto', 'disabled']);
    await running().keys('<C-n><C-y>');
    await becomes(['{', '  "type": "realtime", "truncation": "disabled"', '}']);
    await complete(', "audio": { "out<C-x><C-o>');
    await running().until('the list', `#${LIST} > 0 or string.find(vim.fn.getline(2), 'output') ~= nil`);
    await running().keys('<C-y><Esc>');
    await running().until('the key', `string.find(vim.fn.getline(2), '"output": {') ~= nil`);
  });

  it('completes between quotes that are there already', async () => {
    await running().open('quotes.realtime.json', '{ "type": "realtime", "truncation": "" }\n');
    await complete('0f}hi<Left><C-x><C-o>');
    await running().until('the list', `#${LIST} > 0`);
    await running().keys('<C-y><Esc>');
    await becomes(['{ "type": "realtime", "truncation": "auto" }']);
  });

  it('explains what is under the cursor', async () => {
    await running().open('hover.realtime.json', '{\n  "type": "realtime",\n  "truncation": "auto"\n}\n');
    await running().keys('3G5l');
    await running().run('vim.lsp.buf.hover()');
    const lines = await running().until<string[]>(
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
    await running().keys('0');
  });

  it('lists the symbols of a document', async () => {
    await running().open('symbols.realtime.json', moved);
    await running().run('vim.lsp.buf.document_symbol()');
    const texts = await running().until<string[]>(
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
    await running().keys(':cclose<CR>:lclose<CR>');
  });

  it('formats lines and a document', async () => {
    await running().open(
      'format.realtime.json',
      '{"type":"realtime",\n"tools":[],\n      "truncation":"auto"}\n',
    );
    await running().keys(':setlocal expandtab shiftwidth=2<CR>gggqG');
    // Old versions leave the last line out.
    await running().until('the lines', `vim.fn.getline(2) == '  "type": "realtime",'`);
    await running().run(
      `if vim.lsp.buf.format then vim.lsp.buf.format() else vim.lsp.buf.formatting_sync() end`,
    );
    await becomes(['{', '  "type": "realtime",', '  "tools": [],', '  "truncation": "auto"', '}']);
  });

  it('inserts defaults by the server', async () => {
    await running().open('empty.sdk.session-config.realtime.json', '');
    await running().keys(':RealtimeInsertDefault session-config<CR>');
    const printed = execFileSync(
      process.execPath,
      [inRepository('dist/cli.js'), 'defaults', 'sdk.session-config'],
      {
        encoding: 'utf8',
      },
    );
    await becomes(printed.trimEnd().split('\n'));
    await running().open('turn.sdk.session-config.realtime.json', '{\n  "tool_choice": "auto"\n}\n');
    await running().keys(':RealtimeInsertDefault turn-detection<CR>');
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
    await running().open('moved.realtime.json', moved);
    await problems(1);
    await settings({ rules: { 'moved-key': 'hint', 'unknown-property': 'hint' } });
    // Neovim 0.10 cannot be told to ask anew, and does so after the next change.
    await running().keys('Go<Esc>');
    await running().until(
      'the hint',
      '#vim.diagnostic.get(0) == 1 and vim.diagnostic.get(0)[1].severity == 4',
    );
    await settings({});
  });
});

testNavigation();
testTables();
testCoverage();
