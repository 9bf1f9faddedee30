import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../server/problem';
import { problemsOf, readRepository } from '../support/fixture';

interface Case {
  kind: string;
  text: string;
  accepts: boolean;
  at?: string;
  error?: string;
  mutation?: string;
  topic?: string;
  note?: string;
}

const read = (file: string): Case[] =>
  readRepository(`test/conformance/${file}`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const errorsOf = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error');

/** What went wrong with a case, for a readable list; undefined when nothing did. */
function complaint(one: Case): string | undefined {
  const problems = problemsOf(one.kind, one.text);
  const errors = errorsOf(problems);
  const said = problems.map(({ severity, pointer, message }) => `${severity} ${pointer}: ${message}`);
  const shown = `${one.kind} ${one.text.slice(0, 200)}\n  serde: ${one.error ?? 'accepts'}\n  we: ${said.join('\n      ')}`;
  if (one.note) return errors.length === 0 && problems.length > 0 ? undefined : `Not a Warning: ${shown}`;
  if ((errors.length === 0) !== one.accepts) return `Another verdict: ${shown}`;
  if (one.accepts || one.at === undefined) return undefined;
  const place = one.at === '' ? '' : `/${one.at.replaceAll('.', '/')}`;
  const allowed = [place, place.slice(0, place.lastIndexOf('/'))];
  return errors.some(({ pointer }) => allowed.includes(pointer)) ? undefined : `Not at ${place}: ${shown}`;
}

function checkAll(cases: readonly Case[]): void {
  assert.ok(cases.length > 0);
  const complaints = cases.map(complaint).filter((one) => one !== undefined);
  assert.equal(complaints.join('\n'), '', `${complaints.length} of ${cases.length} cases differ`);
}

const ordinary = read('sdk.jsonl');
const edges = read('sdk-edges.jsonl');

test('the files hold what they held', () => {
  assert.equal(ordinary.length, 889);
  assert.equal(edges.length, 635);
});

for (const mutation of new Set(ordinary.map((one) => one.mutation))) {
  test(`ordinary documents as serde reads them: ${mutation}`, () => {
    checkAll(ordinary.filter((one) => one.mutation === mutation));
  });
}

for (const topic of new Set(edges.map((one) => one.topic))) {
  test(`corner cases as serde reads them: ${topic}`, () => {
    checkAll(edges.filter((one) => one.topic === topic));
  });
}

test('one broken place gives Errors in one place only', () => {
  const broken = ordinary.filter(({ accepts }) => !accepts);
  const several = broken.filter(({ kind, text }) => new Set(errorsOf(problemsOf(kind, text)).map(({ pointer }) => pointer)).size !== 1);
  assert.deepEqual(
    several.map(({ kind, text }) => `${kind} ${text}`),
    [],
  );
});
