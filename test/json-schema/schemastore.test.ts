import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import picomatch from 'picomatch';
import { kinds } from '../../server/kinds/catalogue';
import { detectKind } from '../../server/kinds/detect';
import { inRepository, readRepository } from '../support/fixture';
import { catalogue } from './catalogue';

const FILE = 'docs/schemastore.json';

/** What SchemaStore's own catalogue asks of an entry. */
const KEYS = ['name', 'description', 'fileMatch', 'url'];

test('the entries for SchemaStore are those of the kinds as they are now (UPDATE=1 writes them)', () => {
  const text = `${JSON.stringify(catalogue(), null, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(inRepository(FILE), text);
  assert.deepEqual(JSON.parse(readRepository(FILE)), JSON.parse(text));
});

test('they have the form of its catalogue', () => {
  const entries = catalogue();
  assert.equal(entries.length, kinds.length + 1);
  for (const entry of entries) {
    assert.deepEqual(Object.keys(entry), KEYS);
    assert.ok(entry.name.length > 0 && entry.description.length > 0, entry.name);
    assert.doesNotMatch(`${entry.name} ${entry.description}`, /schema|[\n`]/i, entry.name);
    assert.equal(new URL(entry.url).protocol, 'https:');
    assert.ok(existsSync(inRepository(`dist/schemas/${basename(entry.url)}`)), entry.url);
    assert.ok(entry.fileMatch.every((glob) => /^\*?\.[\w.-]+$/.test(glob)));
  }
  for (const key of ['name', 'url'] as const)
    assert.equal(new Set(entries.map((entry) => entry[key])).size, entries.length, key);
});

test('a name that an entry takes is taken for the same kind here, and by no other entry', () => {
  const entries = catalogue();
  for (const { id } of kinds) {
    const name = `support.${id}.realtime.json`;
    assert.deepEqual([detectKind(name, undefined).kind, detectKind(name, undefined).from], [id, 'file name']);
    const taken = entries.filter(({ fileMatch }) => picomatch.isMatch(name, [...fileMatch], { dot: true }));
    assert.deepEqual(
      taken.map(({ url }) => basename(url)),
      [`${id}.schema.json`],
    );
  }
});
