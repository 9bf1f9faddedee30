import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/document/parse';
import { detectKind } from '../../server/kinds/detect';
import { DEFAULT_RULE_SETTINGS } from '../../server/rules/settings';
import { problemsOf, readRepository } from '../support/fixture';

/** A document and what the live API makes of it; see the README beside. */
interface Case {
  id: string;
  kind: string;
  doc: unknown;
  accepts: boolean;
  severity?: 'error' | 'warning';
  at?: string;
  layer?: 'rule' | 'schema';
  detect: boolean;
}

const cases: Case[] = readRepository('test/conformance/ga.jsonl')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

/** What went wrong with a case; undefined when nothing did. */
function complaint({ id, kind, doc, accepts, severity, at }: Case): string | undefined {
  const problems = problemsOf(kind, JSON.stringify(doc), DEFAULT_RULE_SETTINGS);
  const said = problems.map((one) => `\n  ${one.severity} ${one.pointer}: ${one.message}`).join('');
  const errors = problems.filter((one) => one.severity === 'error');
  if ((errors.length === 0) !== accepts) return `${id}: another verdict${said}`;
  if (severity === undefined || at === undefined) return undefined;
  const allowed = [at, at.slice(0, at.lastIndexOf('/'))];
  const isThere = problems.some((one) => one.severity === severity && allowed.includes(one.pointer));
  return isThere ? undefined : `${id}: no ${severity} at ${at}${said}`;
}

const detected = ({ doc }: Case) => detectKind('', parse(JSON.stringify(doc)).root);

test('the file holds what it held', () => {
  assert.equal(cases.length, 69);
  assert.equal(cases.filter(({ detect }) => detect).length, 67);
});

test('every document gets the verdict of the API, at its place', () => {
  const complaints = cases.map(complaint);
  assert.deepEqual(complaints.filter(Boolean), []);
});

test('the kind follows from the content alone, and the verdict with it', () => {
  const telling = cases.filter(({ detect }) => detect);
  assert.deepEqual(
    telling.map((one) => [one.id, detected(one).kind, detected(one).from]),
    telling.map(({ id, kind }) => [id, kind, 'content']),
  );
  const complaints = telling.map((one) => complaint({ ...one, kind: detected(one).kind }));
  assert.deepEqual(
    telling.filter((_, index) => complaints[index] !== undefined).map(({ id }) => id),
    [],
  );
});

test('one mistake is one Error', () => {
  const several = cases.filter(
    ({ kind, doc, accepts }) =>
      !accepts && problemsOf(kind, JSON.stringify(doc), DEFAULT_RULE_SETTINGS).filter(({ severity }) => severity === 'error').length > 1,
  );
  assert.deepEqual(
    several.map(({ id }) => id),
    [],
  );
});

test('what belongs beside a good document is there', () => {
  const said = (wanted: string, code: string) => {
    const { kind, doc } = cases.find(({ id }) => id === wanted) ?? assert.fail(wanted);
    return problemsOf(kind, JSON.stringify(doc), DEFAULT_RULE_SETTINGS)
      .filter((one) => one.code === code)
      .map(({ severity, pointer }) => `${severity} ${pointer}`);
  };
  // A text of no known shape is a note: it may be a secret, and it may be anything.
  assert.deepEqual(said('ok11', 'written-secret'), ['info /tools/0/authorization']);
  assert.deepEqual(said('ok17', 'cleared-tools'), ['warning /session/tools']);
  assert.deepEqual(said('ok31', 'model-shutdown'), ['warning /audio/input/transcription/model']);
});
