import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../server/conversions';
import { pairs, targetsOf } from '../../server/conversions/pairs';
import { parse } from '../../server/document/parse';
import { kindById, kinds } from '../../server/kinds/catalogue';
import { diagnose } from '../../server/problems/diagnose';
import { DEFAULT_RULE_SETTINGS } from '../../server/rules/settings';
import { schemaOfKind } from '../../server/schema/bundle';
import { assertGolden, examples, noteLine } from './support';

const settings = { ...DEFAULT_RULE_SETTINGS, today: '2026-11-22' };

const errorsOf = (text: string, kind: string) =>
  diagnose(parse(text), kind, settings).filter(({ severity }) => severity === 'error');

/** Every example of every kind, converted to every kind that it can become. */
function* everyConversion() {
  for (const { name, kind, doc } of examples()) {
    const from = kindById(kind);
    for (const to of from ? targetsOf(from, doc.root, true) : []) {
      yield { name, from: kind, to: to.id, doc, outcome: convert(doc, kind, to.id) };
    }
  }
}

test('what has no Error has none after any conversion', () => {
  const complaints: string[] = [];
  let count = 0;
  for (const { name, from, to, doc, outcome } of everyConversion()) {
    if (errorsOf(doc.text, from).length > 0) continue;
    count++;
    const said =
      'refused' in outcome ? [outcome.refused] : errorsOf(outcome.text, to).map(({ message }) => message);
    complaints.push(...said.map((message) => `${name}: ${from} → ${to}: ${message}`));
  }
  assert.deepEqual(complaints, []);
  assert.ok(count > 100, `${count}`);
});

test('only broken JSON is refused, at the place where it breaks', () => {
  const refused = [...everyConversion()].flatMap(({ name, outcome }) =>
    'refused' in outcome ? [`${name} ${outcome.offset}`] : [],
  );
  assert.deepEqual([...new Set(refused)].length, 1);
  assert.match(refused[0] ?? '', /^mistakes\/syntax\.realtime\.json [1-9]/);
});

test('the notes name exactly what was dropped', () => {
  const lines = [...everyConversion()].flatMap(({ name, from, to, outcome }) => [
    `${name}: ${from} → ${to}`,
    ...('refused' in outcome ? [`  ${outcome.refused}`] : outcome.notes.map(noteLine)),
  ]);
  assertGolden('notes.txt', `${lines.join('\n')}\n`);
});

for (const pair of pairs) {
  test(`${pair.from} → ${pair.to} (${pair.family})`, () => {
    const found = [...everyConversion()].filter(({ from, to }) => from === pair.from && to === pair.to);
    const sound = found.filter(
      ({ doc, outcome }) => !('refused' in outcome) && errorsOf(doc.text, pair.from).length === 0,
    );
    const texts = sound.map(({ outcome }) => ('refused' in outcome ? '' : outcome.text));
    const longest = texts.sort((a, b) => b.length - a.length)[0];
    // No example: the default document stands in.
    const fallback = `${JSON.stringify(schemaOfKind(pair.from)?.default, null, 2)}\n`;
    const stand = longest === undefined ? convert(parse(fallback), pair.from, pair.to) : { text: longest };
    assert.ok('text' in stand);
    assertGolden(`${pair.from}-to-${pair.to}.${pair.family}.txt`, stand.text);
  });
}

test('a second conversion to the same kind changes nothing', () => {
  for (const { to, outcome } of everyConversion()) {
    if ('refused' in outcome) continue;
    const again = convert(parse(outcome.text), to, to);
    assert.deepEqual(again, { text: outcome.text, notes: [] });
  }
});

test('editors offer no way back to what is gone, the command line does', () => {
  for (const kind of kinds.filter(({ dialect }) => dialect === 'ga')) {
    const offered = targetsOf(kind, undefined).filter(({ dialect }) => dialect !== 'ga');
    assert.deepEqual(offered, []);
  }
  const session = kindById('ga.session');
  assert.ok(session);
  assert.deepEqual(
    targetsOf(session, undefined, true).map(({ id }) => id),
    [
      'sdk.session-request',
      'sdk.session-config',
      'ga.session-update',
      'ga.client-secret',
      'beta.session',
      'beta.session-update',
    ],
  );
});
