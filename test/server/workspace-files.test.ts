import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findFilesBelow } from '../../server/start-node-files';

const folder = mkdtempSync(join(tmpdir(), 'files below '));
const uri = pathToFileURL(folder).href;
const put = (name: string, text = '{}') => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

after(() => rmSync(folder, { recursive: true, force: true }));

describe('the documents below a folder', () => {
  it('are found in every folder but those that are left out, sorted, by URIs that begin with the folder’s', async () => {
    for (const name of [
      'b.realtime.json',
      'a b/ü#1.realtime.json',
      'a b/plain.json',
      'deep/er/c.realtime.json',
    ])
      put(name);
    for (const name of [
      'node_modules/x/d.realtime.json',
      '.git/e.realtime.json',
      'deep/node_modules/f.realtime.json',
    ])
      put(name);
    symlinkSync(folder, join(folder, 'deep', 'circle'));
    const found = await findFilesBelow(uri, () => false);
    assert.deepEqual(
      found,
      ['a%20b/%C3%BC%231.realtime.json', 'b.realtime.json', 'deep/er/c.realtime.json'].map(
        (name) => `${uri}/${name}`,
      ),
    );
    assert.deepEqual(await findFilesBelow(`${uri}/`, () => false), found);
  });

  it('are none where there is no such folder, elsewhere than on this machine, and when nobody waits', async () => {
    assert.deepEqual(await findFilesBelow(`${uri}/absent`, () => false), []);
    assert.deepEqual(await findFilesBelow('vscode-vfs://github/a/b', () => false), []);
    assert.deepEqual(await findFilesBelow(uri, () => true), []);
  });
});
