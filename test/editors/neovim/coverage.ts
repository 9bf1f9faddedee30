import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { InitializationOptions } from '../../../server/protocol';
import { connect } from '../../server/lsp';
import { readRepository } from '../../support/fixture';
import { ABLE_CLIENT, announced, IN_VS_CODE, unused } from '../capabilities';
import type { Message } from '../workplace';
import { running } from './person';

/** What the server announces to a client that can do everything. */
async function capabilitiesFor(initializationOptions?: InitializationOptions) {
  const able = await connect({ capabilities: ABLE_CLIENT as never, initializationOptions });
  able.stop();
  return able.result.capabilities;
}

/** Goes through everything that went over the wire before: call it last. */
export function testCoverage(): void {
  describe('everything that the server announces', () => {
    let said: readonly Message[];
    let sent: ReadonlySet<string | undefined>;
    let capabilities: Awaited<ReturnType<typeof capabilitiesFor>>;

    before(async () => {
      // Closing is used as well.
      await running().open('last.realtime.json', '{}\n');
      await running().keys(':bwipeout!<CR>');
      await running().until(
        'the end',
        `vim.fn.bufexists('${running().place.project}/last.realtime.json') == 0`,
      );
      said = running().place.said();
      sent = new Set(said.filter(({ from }) => from === 'client').map(({ message }) => message.method));
      capabilities = await capabilitiesFor();
    });

    it('is used above', () => {
      const all = announced(capabilities);
      assert.ok(all.length > 10);
      assert.deepEqual(
        all.flatMap((one) => unused(one, sent)),
        [],
      );
    });

    it('is used inside VS Code, what it announces to our own client alone', async () => {
      const toOthers = announced(capabilities).map(({ capability }) => capability);
      const own = announced(await capabilitiesFor({ canEditText: true })).filter(
        ({ capability }) => !toOthers.includes(capability),
      );
      const named = new Set(Object.keys(IN_VS_CODE));
      assert.deepEqual(
        own.flatMap((one) => unused(one, named, 'a test to IN_VS_CODE of test/editors/capabilities.ts for')),
        [],
      );
      for (const { file, title } of Object.values(IN_VS_CODE))
        assert.ok(readRepository(file).includes(`it('${title}'`), `${file} has no test "${title}"`);
    });

    it('is used above, each command of the server', () => {
      const run = said.flatMap(({ message: { method, params } }) =>
        method === 'workspace/executeCommand' ? [params.command] : [],
      );
      const missing = (capabilities.executeCommandProvider?.commands ?? [])
        .filter((command) => !run.includes(command))
        .map(
          (command) => `No editor runs the command ${command}: add it to test/editors/neovim/commands.ts.`,
        );
      assert.deepEqual(missing, []);
    });

    it('is on the page about editors, each command of the server', () => {
      const page = readRepository('docs/editors.md');
      const commands = capabilities.executeCommandProvider?.commands ?? [];
      assert.deepEqual(
        commands.filter((command) => !page.includes(`\`${command}\``)),
        [],
      );
    });

    it('is used above, each kind of code action', () => {
      const kinds = said.flatMap(({ from, message: { result } }) =>
        from === 'server' && Array.isArray(result) ? result.map((item) => item?.kind) : [],
      );
      const provider = capabilities.codeActionProvider;
      const missing = ((typeof provider === 'object' && provider.codeActionKinds) || [])
        .filter((kind) => !kinds.some((own) => own === kind || String(own).startsWith(`${kind}.`)))
        .map((kind) => `No editor is offered a code action ${kind}: add a step to test/editors/running().`);
      assert.deepEqual(missing, []);
    });
  });
}
