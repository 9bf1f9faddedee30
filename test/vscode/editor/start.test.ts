import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type OpenPage, openPage } from '../../host/chromium';
import { poll } from '../../host/delay';
import { projectRoot } from '../../host/paths';
import { type ProcessTree, startTree } from '../../host/process-tree';
import { hoverOver, waitForKind } from '../page';

const startMs = 60_000;

describe('npm start -- --no-open', () => {
  let tree: ProcessTree;
  let window: OpenPage | undefined;
  let output = '';

  before(() => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    // The build before it has been done already, and other tests use what it made.
    const command = /^npm run build && tsx (\S+)$/.exec(scripts.start)?.[1];
    assert.ok(command, `the script "start" is ${scripts.start}`);
    const args = ['--import', 'tsx', command, '--no-open'];
    tree = startTree(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (chunk: unknown): void => {
      output += String(chunk);
    };
    tree.child.stdout?.on('data', take);
    tree.child.stderr?.on('data', take);
  });
  after(async () => {
    await window?.close();
    await tree.stop();
  });

  it('prints an address that shows an example with the extension at work', async () => {
    const look = () => {
      assert.equal(tree.child.exitCode, null, `it ended:\n${output}`);
      return /^ {2}(http:\/\/127\.0\.0\.1:\S+)$/m.exec(output)?.[1];
    };
    const address = await poll(look, { what: 'the address', timeoutMs: startMs });
    window = await openPage(address);
    assert.match(await waitForKind(window.page, 'sdk · '), /1 warning.*Language server running/);
    assert.match(await hoverOver(window.page, 'model'), /model/);
  });
});
