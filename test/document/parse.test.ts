import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { toValue } from '../../server/document/node';
import { MAX_DEPTH, parse } from '../../server/document/parse';
import { kinds } from '../../server/kinds/catalogue';
import { diagnose } from '../../server/problems/diagnose';
import { inRepository, problemsOf, readRepository } from '../support/fixture';

const exampleFiles = ['examples', 'examples/ga', 'examples/beta', 'examples/mistakes'].flatMap((folder) =>
  readdirSync(inRepository(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`),
);

for (const file of exampleFiles) {
  test(`every prefix of ${file} parses and is diagnosed`, () => {
    const text = readRepository(file);
    const ids = kinds.map(({ id }) => id);
    for (let length = 0; length <= text.length; length++) {
      const prefix = text.slice(0, length);
      const doc = parse(prefix);
      for (const { span, fixes } of diagnose(doc, ids[length % ids.length] ?? '')) {
        assert.ok(span.offset >= 0 && span.length >= 0, `${file} ${length}`);
        assert.ok(span.offset + span.length <= length, `${file} ${length}`);
        for (const edit of fixes.flatMap(({ edits }) => edits)) {
          assert.ok(edit.offset >= 0 && edit.offset + edit.length <= length, `${file} ${length}`);
        }
      }
    }
  });
}

test('a whole example is the same as its JSON', () => {
  for (const file of exampleFiles.filter((name) => !name.includes('mistakes'))) {
    const text = readRepository(file);
    assert.deepEqual(toValue(parse(text).root), JSON.parse(text), file);
  }
});

test('what can be recovered of a broken text is there', () => {
  const { root } = parse('{\n  "a": 1\n  "b": [1, 2,],\n  "c"\n  "d": tru,\n  "e": "x\n}');
  assert.deepEqual(toValue(root), { a: 1, b: [1, 2], e: 'x' });
});

test('a byte order mark hides nothing and moves nothing', () => {
  const { root } = parse('\uFEFF{ "a": 1 }');
  assert.equal(root?.offset, 1);
  assert.deepEqual(toValue(root), { a: 1 });
});

test('line ends of each sort give the same positions', () => {
  for (const eol of ['\n', '\r\n', '\r']) {
    const text = ['{', '  "a": 1,', '  "b": "x",', '}'].join(eol);
    const { positions, syntax } = parse(text);
    assert.deepEqual(
      syntax.map(({ offset }) => positions.positionAt(offset)),
      [{ line: 2, character: 10 }],
    );
  }
});

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

test('nesting is read down to a limit, and the rest around it too', () => {
  const { root, syntax } = parse(`{ "a": ${nested(MAX_DEPTH)}, "b": 1 }`);
  assert.deepEqual(
    syntax.map(({ kind, offset }) => [kind, offset]),
    [['too-deep', 7 + MAX_DEPTH - 1]],
  );
  assert.equal(root?.children?.[1]?.children?.[0]?.value, 'b');
  assert.deepEqual(parse(nested(MAX_DEPTH)).syntax, []);
});

test('100,000 brackets do no harm', () => {
  const texts = [
    nested(100_000),
    '['.repeat(100_000),
    '{"a":'.repeat(100_000),
    `{ "model": "m", "config": { "tools": [{ "parameters": ${nested(100_000)} }] } }`,
    `${'{"model":['.repeat(50_000)}${']}'.repeat(50_000)}`,
  ];
  for (const text of texts) {
    const problems = problemsOf('sdk.session-request', text);
    assert.ok(
      problems.some(({ severity }) => severity === 'error'),
      text.slice(0, 60),
    );
  }
});

test('deep nesting in a key that the SDK drops is no Error', () => {
  const text = `{ "model": "m", "x": ${nested(100_000)} }`;
  assert.deepEqual(
    problemsOf('sdk.session-request', text).map(({ severity, code }) => [severity, code]),
    [
      ['warning', 'unknown-property'],
      ['warning', 'syntax'],
    ],
  );
});

test('two megabytes are read, and each of very many mistakes is found', () => {
  const tool = '{"type":"function","name":"n","description":"d","parameters":{"type":"object"}}';
  const clean = `{"model":"m","config":{"tools":[${Array(25_000).fill(tool).join(',')}]}}`;
  assert.ok(clean.length > 1_900_000);
  assert.deepEqual(problemsOf('sdk.session-request', clean), []);
  const wrong = `{"model":"m","config":{"modalities":[${Array(200_000).fill('"speech"').join(',')}]}}`;
  assert.equal(problemsOf('sdk.session-request', wrong).length, 200_000);
});
