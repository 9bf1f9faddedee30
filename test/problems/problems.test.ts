import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { kindByFileName } from '../../server/kinds/detect';
import { schemaCodes } from '../../server/problem';
import {
  checkFixtureFile,
  inRepository,
  problemsOf,
  readRepository,
  stripAnnotations,
} from '../support/fixture';

const FOLDER = 'test/fixtures/problems';
const files = readdirSync(inRepository(FOLDER));

const kindOf = (file: string) => kindByFileName(file) ?? '';

for (const file of files) {
  test(`problems of ${file}`, () => {
    checkFixtureFile(kindOf(file), `${FOLDER}/${file}`);
  });
}

/** What no sdk schema asks for; test/schema/check.test.ts has them. */
const ELSEWHERE = new Set(['too-long', 'too-short', 'too-many', 'too-few', 'wrong-pattern']);

test('every code is shown', () => {
  const shown = new Set(
    files.flatMap((file) =>
      problemsOf(kindOf(file), stripAnnotations(readRepository(`${FOLDER}/${file}`))).map(({ code }) => code),
    ),
  );
  assert.deepEqual(
    schemaCodes.filter((code) => !shown.has(code) && !ELSEWHERE.has(code)),
    [],
  );
});
