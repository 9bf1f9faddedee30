import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/document/parse';
import type { SyntaxKindOfIssue } from '../../server/document/syntax';

/** A text with one slip, what it is, and the stretch that is underlined. */
type Slip = readonly [text: string, kind: SyntaxKindOfIssue, at: string, offset: number];

const slips: readonly Slip[] = [
  ['', 'empty', '', 0],
  [' \n\t', 'empty', '', 0],
  ['\uFEFF{}', 'byte-order-mark', '\uFEFF', 0],
  ['{ "a": 1, }', 'trailing-comma', ',', 8],
  ['[1, 2, ]', 'trailing-comma', ',', 5],
  ['{ "a": 1,\r\n}', 'trailing-comma', ',', 8],
  ['{, "a": 1 }', 'extra-comma', ',', 1],
  ['{ "a": 1,, "b": 2 }', 'extra-comma', ',', 9],
  ['[,1]', 'extra-comma', ',', 1],
  ['[1,,2]', 'extra-comma', ',', 3],
  ["{ 'a': 1 }", 'single-quotes', "'a'", 2],
  ['{ "a": \'b\' }', 'single-quotes', "'b'", 7],
  ['{ "a": `b` }', 'single-quotes', '`b`', 7],
  ['{ a: 1 }', 'unquoted', 'a', 2],
  ['{ null: 1 }', 'unquoted', 'null', 2],
  ['{ "a": b }', 'unquoted', 'b', 7],
  ['{ "a": "1" "b": 2, c: 3 }', 'missing-comma', '"', 9],
  ['{ "a": True }', 'bad-literal', 'True', 7],
  ['{ "a": None }', 'bad-literal', 'None', 7],
  ['{ "a": undefined }', 'bad-literal', 'undefined', 7],
  ['{ "a": 01 }', 'bad-number', '01', 7],
  ['{ "a": +1 }', 'bad-number', '+1', 7],
  ['{ "a": .5 }', 'bad-number', '.5', 7],
  ['{ "a": 1. }', 'bad-number', '1.', 7],
  ['{ "a": 1e }', 'bad-number', '1e', 7],
  ['{ "a": - }', 'bad-number', '-', 7],
  ['{ "a": 1.5.2 }', 'bad-number', '1.5.2', 7],
  ['{ "a": 0x10 }', 'bad-number', '0x10', 7],
  ['{ "a": 1_000 }', 'bad-number', '1_000', 7],
  ['{ "a": 300ms }', 'bad-number', '300ms', 7],
  ['{ "a": NaN }', 'bad-number', 'NaN', 7],
  ['{ "a": -Infinity }', 'bad-number', '-', 7],
  ['{ "a": "\\x" }', 'bad-escape', '"\\x"', 7],
  ['{ "a": "\\u12" }', 'bad-escape', '"\\u12"', 7],
  ['{ "a": "x\ty" }', 'control-character', '"x\ty"', 7],
  ['{ "a": "b', 'unclosed-string', '"b', 7],
  ['{ "a": "b\n}', 'unclosed-string', '"b', 7],
  ['{ "a": { "b": 1 }', 'unclosed', '}', 16],
  ['{ "a": [1, 2 }', 'unclosed', '2', 11],
  ['[1', 'unclosed', '1', 1],
  ['{', 'unclosed', '{', 0],
  ['{ "a": 1 "b": 2 }', 'missing-comma', '1', 7],
  ['{\n  "a": 1\n  "b": 2\n}', 'missing-comma', '1', 9],
  ['[1 2]', 'missing-comma', '1', 1],
  ['{ "a" 1 }', 'missing-colon', '"', 4],
  ['{ "a" }', 'missing-colon', '"', 4],
  ['{ "a": }', 'missing-value', ':', 5],
  ['{ "a":, "b": 1 }', 'missing-value', ':', 5],
  ['{ : 1 }', 'missing-key', ':', 2],
  ['{ 1: 2 }', 'missing-key', '1', 2],
  ['{}{}', 'after-end', '{', 2],
  ['{}]', 'after-end', ']', 2],
  ['{} x', 'after-end', 'x', 3],
  ['{} // end', 'comment', '// end', 3],
  ['/* a\nb */ {}', 'comment', '/* a\nb */', 0],
  ['{ "a": /* x */ 1 }', 'comment', '/* x */', 7],
  ['/* unfinished', 'comment', '/* unfinished', 0],
  ['{ "a" = 1 }', 'unexpected', '=', 6],
  ['{ "a": 1; "b": 2 }', 'unexpected', ';', 8],
  ['{ “a”: 1 }', 'unexpected', '“a”', 2],
];

for (const [text, kind, at, offset] of slips) {
  test(`${kind} in ${JSON.stringify(text)}`, () => {
    const issues = parse(text).syntax.map((issue) => [
      issue.kind,
      text.slice(issue.offset, issue.offset + issue.length),
      issue.offset,
    ]);
    assert.deepEqual(issues, [[kind, at, offset]]);
  });
}

test('every sort of slip that the text alone can have is above', () => {
  const kinds = new Set(slips.map(([, kind]) => kind));
  assert.equal(kinds.size, 19);
});

test('slips on different lines are reported apart', () => {
  const { syntax } = parse('{\n  // why\n  "a": 1\n  "b": 2,\n}');
  assert.deepEqual(
    syntax.map(({ kind }) => kind),
    ['comment', 'missing-comma', 'trailing-comma'],
  );
});

test('a slip at the end of a line is not reported again on the next', () => {
  for (const word of ["'x'", 'None', 'x', '#']) {
    assert.equal(parse(`{\n  "a": ${word}\n}`).syntax.length, 1, word);
    assert.equal(parse(`{\n  "a": ${word},\n  "b": ${word}\n}`).syntax.length, 2, word);
  }
});

test('the line that shows that a comma is missing is still checked', () => {
  const { syntax } = parse('{\n  "a": 1\n  "b": None\n}');
  assert.deepEqual(
    syntax.map(({ kind }) => kind),
    ['missing-comma', 'bad-literal'],
  );
});

test('valid texts have no issue', () => {
  for (const text of ['{}', ' [] ', '0', '"\\u0041\\/"', 'null\n', '{\r\t"a":\n-1.5E+3}', '"\u2028\u007f"']) {
    assert.deepEqual(parse(text).syntax, [], text);
  }
});
