import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from './commands';
import { becomes, openAt, running } from './person';
import { requests } from './requests';

/** What Neovim has no key for, and the commands of the server. */
export function testTables(): void {
  describe('Neovim asks and commands', () => {
    for (const [index, { method, text, params, see, answer }] of requests.entries()) {
      it(`is answered ${method}`, async () => {
        const at = await openAt(`request-${index}.realtime.json`, text);
        const result = await running().ask(method, { ...at, ...params });
        assert.deepEqual(see ? see(result) : result, answer);
      });
    }

    for (const [index, { command, text, args, becomes: lines, ...expected }] of commands.entries()) {
      it(`runs ${command}`, async () => {
        const { textDocument } = await openAt(`command-${index}.realtime.json`, text);
        const argument = { uri: textDocument.uri, ...args };
        const result = await running().ask('workspace/executeCommand', { command, arguments: [argument] });
        await becomes(lines ?? text.trimEnd().split('\n'));
        if ('answer' in expected)
          assert.deepEqual(expected.see ? expected.see(result) : result, expected.answer);
      });
    }
  });
}
