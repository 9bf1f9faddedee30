import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../server/problem';
import { annotate, checkClean, checkFix, checkProblems, cursor, stripAnnotations } from './fixture';

const KIND = 'sdk.session-request';

const problem = (offset: number, length: number, code: string): Problem => ({
  code,
  severity: 'error',
  message: 'Why.',
  pointer: '',
  span: { offset, length },
  fixes: [],
});

test('cursor takes exactly one mark', () => {
  assert.deepEqual(cursor('{ "voice": "|" }'), { text: '{ "voice": "" }', offset: 12 });
  assert.throws(() => cursor('{}'), /exactly one/);
  assert.throws(() => cursor('|{}|'), /exactly one/);
});

test('a problem stands under its line, several in their order', () => {
  const text = '{\n\t"a": 1, "b": 2\n}';
  const annotated = annotate(text, [problem(3, 3, 'one'), problem(11, 3, 'two')]);
  assert.equal(annotated, '{\n\t"a": 1, "b": 2\n//[1,3] error one: Why.\n//       ^^^ error two: Why.\n}');
  assert.equal(stripAnnotations(annotated), text);
});

test('tabs in front of a problem stay tabs', () => {
  const annotated = annotate('\t\t\t"a"', [problem(3, 3, 'one')]);
  assert.equal(annotated, '\t\t\t"a"\n//\t^^^ error one: Why.');
});

test('a problem over several lines says where it ends', () => {
  const text = '{ "a": [\n  1\n] }';
  const annotated = annotate(text, [problem(7, 7, 'many')]);
  assert.equal(annotated, '{ "a": [\n//     ^…+2:1 error many: Why.\n  1\n] }');
  assert.equal(stripAnnotations(annotated), text);
});

test('empty places and the first two columns are written as numbers', () => {
  assert.equal(annotate('{}', [problem(0, 1, 'a')]), '{}\n//[0,1] error a: Why.');
  assert.equal(annotate('', [problem(0, 0, 'a')]), '\n//[0,0] error a: Why.');
});

test("a document's own comments are not annotations", () => {
  const text = '{\n  // error: none\n  // ^ here\n}';
  assert.equal(stripAnnotations(text), text);
});

test('missing, unexpected and misplaced problems all fail', () => {
  const message =
    'error wrong-type: "model" must be a string; this is a number. The SDK refuses the whole file.';
  checkProblems(KIND, `{ "model": 1 }\n//         ^ ${message}`);
  assert.throws(() => checkProblems(KIND, '{ "model": 1 }'));
  assert.throws(() => checkProblems(KIND, `{ "model": "m" }\n//         ^ ${message}`));
  assert.throws(() => checkProblems(KIND, `{ "model": 1 }\n//        ^^ ${message}`));
  assert.throws(() => checkClean(KIND, '{ "model": 1 }'));
});

test('a fix that is not offered, or gives another text, fails', () => {
  const before = '{ "model": "m", "voice": "Alloy" }';
  checkFix(KIND, before, 'Replace with "alloy"', '{ "model": "m", "voice": "alloy" }');
  assert.throws(() => checkFix(KIND, before, 'Replace with "bob"', before), /No fix/);
  assert.throws(() => checkFix(KIND, before, 'Replace with "alloy"', before));
});
