import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { becomes, listed, openAt, problems, running, settings } from './person';
import { TOOL } from './requests';

/** Going from place to place, in a document and in the workspace. */
export function testNavigation(): void {
  describe('Neovim finds its way', () => {
    it('leads from the choice of a tool to the tool, and back', async () => {
      await openAt('definition.realtime.json', TOOL);
      const lines = TOOL.replace('|', '').split('\n');
      const [tool, choice] = [2, 3].map((line) => [line + 1, (lines[line] ?? '').indexOf('look_up') + 1]);
      await running().run('vim.lsp.buf.definition()');
      await running().until('the tool', `vim.deep_equal({ vim.fn.line('.'), vim.fn.col('.') }, { ${tool} })`);
      await running().run('vim.lsp.buf.references()');
      assert.deepEqual(
        await running().until('the list', `#vim.fn.getqflist() > 0 and ${listed('vim.fn.getqflist()')}`),
        [tool, choice],
      );
      await running().keys(':cclose<CR>');
      await running().run('vim.lsp.buf.document_highlight()');
      // The first name is that of Neovim before 0.11.
      await running().until(
        'the marks',
        `(function()
          local count = 0
          for _, name in ipairs({ 'vim_lsp_references', 'nvim.lsp.references' }) do
            count = count + #vim.api.nvim_buf_get_extmarks(0, vim.api.nvim_create_namespace(name), 0, -1, {})
          end
          return count == 2
        end)()`,
      );
    });

    it('renames a tool', async () => {
      await openAt('rename.realtime.json', TOOL);
      await running().run(`vim.lsp.buf.rename('find')`);
      await becomes(TOOL.replace('|', '').replaceAll('look_up', 'find').trimEnd().split('\n'));
    });

    it('tells of folders that come later', async () => {
      await running().open('first.realtime.json', '{}\n');
      // Where no folder is known such a glob may start anywhere, and in a folder at its root alone.
      await settings({ kinds: { 'calls/*.realtime.json': 'sdk.response-config' } });
      await running().open(
        '../later/deep/calls/one.realtime.json',
        '{ "type": "realtime", "model": "gpt-realtime-2.1", "colour": 1 }\n',
      );
      await problems(3);
      await running().run(`vim.lsp.buf.add_workspace_folder('${running().place.home}/later')`);
      await running().keys('Go<Esc>');
      const [{ code, severity } = {} as never] = await problems(1);
      assert.deepEqual([code, severity], ['unknown-property', 1]);
      await settings({});
    });

    it('finds the tools of all folders', async () => {
      const path = running().place.write('../later/tools.realtime.json', TOOL.replace('|', ''));
      await running().open('any.realtime.json', '{}\n');
      await running().run(`vim.lsp.buf.workspace_symbol('look')`);
      const inFile = `vim.tbl_filter(function(entry) return vim.fn.bufname(entry.bufnr):find('${basename(path)}', 1, true) end, vim.fn.getqflist())`;
      // Which column it is differs between versions.
      await running().until('the list', `#${inFile} == 1 and ${inFile}[1].lnum == 3`);
      await running().keys(':cclose<CR>');
    });
  });
}
