import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../../server/document/parse';
import { fixText } from '../../server/problems/fix-text';
import { DEFAULT_RULE_SETTINGS, type RuleSettings, type Target } from '../../server/rules/settings';
import {
  AGREED,
  annotate,
  inRepository,
  problemsOf,
  readRepository,
  stripAnnotations,
} from '../support/fixture';
import { type RuleCase, readCases, ruleFiles } from './cases';

const list = (text: string | undefined) => text?.split(', ') ?? [];

function settingsOf({ options }: RuleCase): RuleSettings {
  return {
    ...DEFAULT_RULE_SETTINGS,
    ...(options.today ? { today: options.today } : {}),
    target: (options.target ?? 'openai') as Target,
    extra: { models: list(options.models), voices: list(options.voices) },
    onRuleError: (id) => assert.fail(`The rule ${id} failed.`),
  };
}

const kindOf = ({ options, title }: RuleCase) => options.kind ?? assert.fail(`"${title}" names no kind.`);

/** The problems of a case's text, without the one that every document of the preview has. */
const found = (one: RuleCase, text: string) =>
  problemsOf(kindOf(one), text, settingsOf(one)).filter(
    ({ code }) => code !== 'removed-api' || one.title.includes('of the preview:'),
  );

/** Writes what is found into the file instead of comparing. */
const UPDATE = process.env.UPDATE === '1';

for (const file of ruleFiles()) {
  const id = file.slice(0, -'.txt'.length);
  describe(id, () => {
    for (const one of readCases(file)) {
      it(one.title, () => {
        if (one.bad !== undefined) checkBad(one, one.bad, file, id.replace(/^schema\./, ''));
        if (one.good !== undefined) assert.equal(annotate(one.good, found(one, one.good)), one.good);
        assert.ok(one.bad ?? one.good, 'A case needs a bad or a good text.');
      });
    }
  });
}

function checkBad(one: RuleCase, bad: string, file: string, code: string): void {
  const text = stripAnnotations(bad);
  const problems = found(one, text);
  const actual = annotate(text, problems);
  if (UPDATE && actual !== bad) {
    const path = `test/rules/${file}`;
    const whole = readRepository(path);
    // Another case may have the same text.
    const start = whole.indexOf(bad, whole.indexOf(`# ${one.title}\n`));
    writeFileSync(inRepository(path), whole.slice(0, start) + actual + whole.slice(start + bad.length));
    return;
  }
  assert.equal(actual, bad);
  assert.ok(
    problems.some((problem) => problem.code === code),
    `Nothing says ${code}.`,
  );
  for (const { fixes } of problems) {
    assert.ok(fixes.filter(({ preferred }) => preferred).length < 2, 'More than one fix is preferred.');
    assert.equal(new Set(fixes.map(({ title }) => title)).size, fixes.length, 'Two fixes have one title.');
  }
  checkFixed(one, text, file);
}

/** Every fix changes the text and leaves JSON; the preferred ones lead to the text that the case has. */
function checkFixed(one: RuleCase, text: string, file: string): void {
  const kind = kindOf(one);
  const outcome = (suggested: boolean) =>
    fixText(parse(text), () => kind, settingsOf(one), { suggested }).text;
  if (!one.fixed) {
    if (UPDATE && outcome(true) !== text) addFixed(one, file, outcome(false), outcome(true));
    else assert.equal(outcome(true), text, 'A preferred fix changes the text: the case has to show it.');
    return;
  }
  const { text: wanted, suggested } = one.fixed;
  assert.equal(outcome(suggested), wanted);
  if (suggested) assert.notEqual(outcome(false), wanted, 'Safe fixes alone do it: write "--- fixed".');
  const left = found(one, wanted).filter(
    ({ severity, code }) => (severity === 'error' || severity === 'warning') && !AGREED.has(code),
  );
  assert.equal(annotate(wanted, left), wanted);
}

/** Writes what the fixes lead to behind the wrong text of a case. */
function addFixed({ title, bad = '' }: RuleCase, file: string, safe: string, all: string): void {
  const path = `test/rules/${file}`;
  const whole = readRepository(path);
  const end = whole.indexOf(bad, whole.indexOf(`# ${title}\n`)) + bad.length;
  const section = safe === all ? '--- fixed' : '--- fixed suggested';
  writeFileSync(inRepository(path), `${whole.slice(0, end)}${section}\n${all}${whole.slice(end)}`);
}
