import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCases, ruleFiles } from './cases';
import { leftOut } from './rows.json';

/**
 * The two lists that the rules go by: mistakes that people made (A01 to G21), and rules between fields (1 to 80). Each
 * row has a case that is named by it, or a reason why no document shows it.
 */
const MISTAKES = { A: 25, B: 12, C: 13, D: 14, E: 13, F: 12, G: 21 };
const FIELD_RULES = 80;

const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

const rows = [
  ...Object.entries(MISTAKES).flatMap(([letter, count]) =>
    numbers(count).map((number) => letter + number.padStart(2, '0')),
  ),
  ...numbers(FIELD_RULES),
];

const cases = ruleFiles().flatMap((file) => readCases(file));
const shown = new Set(cases.filter(({ bad }) => bad !== undefined).flatMap((one) => one.rows));
const excused: Readonly<Record<string, string>> = leftOut;

test('there are 110 mistakes and 80 rules between fields', () => {
  assert.equal(rows.length, 110 + 80);
});

test('every row has a bad case, or a reason why it has none', () => {
  const missing = rows.filter((row) => !shown.has(row) && !Object.hasOwn(excused, row));
  assert.deepEqual(missing, []);
});

test('every row that is shown has a good case as well, or one that its fixes make good', () => {
  const good = new Set(cases.filter((one) => one.good ?? one.fixed).flatMap((one) => one.rows));
  assert.deepEqual(
    rows.filter((row) => shown.has(row) && !good.has(row)),
    [],
  );
});

test('nothing is left out that is shown, and every reason is a sentence', () => {
  assert.deepEqual(
    Object.keys(excused).filter((row) => shown.has(row) || !rows.includes(row)),
    [],
  );
  for (const reason of Object.values(excused)) assert.match(reason, /^[A-Z].*\.$/);
});

test('cases are named by rows that there are', () => {
  assert.deepEqual(
    cases.flatMap((one) => one.rows).filter((row) => !rows.includes(row)),
    [],
  );
});
