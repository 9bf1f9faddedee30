import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';

/** What the .vsix holds; `npm run build` comes before the tests. */
const listing = listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });

const code = /^dist\//;

test('the .vsix holds only what runs, its manifest, texts and pictures', async () => {
  const unexpected = (await listing).filter(
    (file) =>
      !/^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(?:(?:client|server)(?:\.web)?|task)\.js)$/.test(
        file,
      ) &&
      !/^(?:dist\/schemas\/realtimerc\.schema\.json|docs\/rules\/[\w-]+\.md)$/.test(file) &&
      !/^(?:client\/language\/[\w.-]+\.(?:json|svg|png)|docs\/images\/[\w-]+\.png)$/.test(file),
  );
  assert.deepEqual(unexpected, []);
});

test('every file that the manifest names is in the .vsix', async () => {
  const listed = await listing;
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = JSON.stringify([manifest.main, manifest.browser, manifest.icon, manifest.contributes]).match(
    /(?:\.\/)?(?:client|dist)\/[\w./-]+/g,
  );
  for (const path of named ?? []) assert.ok(listed.includes(path.replace('./', '')), `${path} is not packed`);
});

test('every page of docs/rules is in the .vsix, to be read offline', async () => {
  const listed = await listing;
  const pages = readdirSync('docs/rules').map((name) => `docs/rules/${name}`);
  assert.ok(pages.length > 15);
  assert.deepEqual(
    pages.filter((page) => !listed.includes(page)),
    [],
  );
});

test('code and schemas are at most 500 kB as packed, everything at most 1 MB', async () => {
  const listed = await listing;
  assert.ok(existsSync('dist/client.js'), 'build first');
  const packed = (name: string) => gzipSync(readFileSync(name), { level: 9 }).length;
  const ofCode = listed.filter((file) => code.test(file)).reduce((sum, file) => sum + packed(file), 0);
  // Pictures do not shrink any further.
  const ofRest = listed
    .filter((file) => !code.test(file))
    .reduce((sum, file) => sum + statSync(file).size, 0);
  assert.ok(ofCode < 500_000, `code and schemas: ${ofCode} bytes`);
  assert.ok(ofCode + ofRest < 1_000_000, `everything: ${ofCode + ofRest} bytes`);
});
