import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../server/rules';
import { codes } from '../../server/rules/codes';
import { inRepository, readRepository } from '../support/fixture';
import { ruleFiles } from './cases';
import { allPages, sectionsOf } from './pages';

/** Files of the rules' folder that are no rule. */
const NO_RULES = ['codes', 'fixes', 'index', 'rule', 'run', 'session-view', 'settings'];

const ids = rules.map(({ id }) => id);

test('one rule is one file, named by its id, and stands in the list in its place', () => {
  const files = readdirSync(inRepository('server/rules'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .filter((name) => !NO_RULES.includes(name));
  assert.deepEqual(ids, files.sort());
  for (const id of ids) assert.match(readRepository(`server/rules/${id}.ts`), new RegExp(`id: '${id}'`));
});

test('every rule has a test of its name, and no test is without one', () => {
  const tested = ruleFiles().map((file) => file.slice(0, -'.txt'.length));
  const known = [...ids, ...codes.map(({ id }) => `schema.${id}`)];
  assert.deepEqual(
    ids.filter((id) => !tested.includes(id)),
    [],
  );
  assert.deepEqual(
    tested.filter((id) => !known.includes(id)),
    [],
  );
});

test('every code has a page as rule and test have it now (npm run docs writes them)', () => {
  const pages = readdirSync(inRepository('docs/rules')).map((name) => `docs/rules/${name}`);
  assert.deepEqual(pages.sort(), [...allPages().keys()].sort());
  for (const [path, text] of allPages()) assert.equal(readRepository(path), text, path);
});

test('every page says why, how to fix it, and where that is known from', () => {
  const unwritten = codes.flatMap(({ id }) =>
    Object.entries(sectionsOf(id))
      .filter(([, text]) => text === '')
      .map(([title]) => `${id}: ${title}`),
  );
  assert.deepEqual(unwritten, []);
});

test('summaries are sentences', () => {
  for (const { id, summary } of codes) assert.match(summary, /^[A-Z"].*\.$/, id);
});
