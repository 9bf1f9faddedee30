import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bodySnippet,
  escapeSnippet,
  literalSnippet,
  onOneLine,
  plainText,
} from '../../server/features/completion/snippet';

const stop = (number: number, text?: string) => `$\{${number}${text === undefined ? '' : `:${text}`}}`;

describe('plain text of a snippet', () => {
  it('resolves tab stops, placeholders, choices and repeated stops', () => {
    assert.equal(plainText(`a$1b${stop(2)}c`), 'abc');
    assert.equal(plainText(`"${stop(1, 'one')}", "${stop(1, 'one')}"`), '"one", "one"');
    assert.equal(plainText('$' + '{1|first,second|}!'), 'first!');
    assert.equal(plainText(stop(1, `a${stop(2, 'b')}c`)), 'abc');
  });

  it('takes escapes for what they stand for', () => {
    assert.equal(plainText('\\$1 \\} \\\\'), '$1 } \\');
    assert.equal(plainText(stop(1, '{\\}')), '{}');
    assert.equal(plainText('$' + '{1|a\\,b,c|}'), 'a,b');
    assert.equal(plainText('cost: $ 5'), 'cost: $ 5');
  });

  it('indents by what it is given', () => {
    assert.equal(plainText('{\n\t"a": 1\n}', '    '), '{\n    "a": 1\n}');
  });
});

describe('a snippet on one line', () => {
  it('keeps its tab stops and loses its layout', () => {
    assert.equal(onOneLine('{\n\t$1\n}'), '{$1}');
    assert.equal(
      onOneLine('{\n\t"a": {\n\t\t"b": [\n\t\t\t{}\n\t\t]\n\t},\n\t"c": $1\n}'),
      '{ "a": { "b": [{}] }, "c": $1 }',
    );
  });

  it('is the value again, whatever it holds', () => {
    for (const value of ['\n\t{', { a: [{ b: [{}, { c: '},\n' }] }], d: {} }, [[], [{}]]]) {
      const line = onOneLine(literalSnippet(value));
      assert.doesNotMatch(line, /[\n\t]/);
      assert.deepEqual(JSON.parse(plainText(line)), value);
    }
  });
});

describe('snippets of values', () => {
  it('are the value again as plain text, whatever it holds', () => {
    const values = [
      'a$1b',
      '$' + '{name}',
      'x}y\\z"q"\n\t',
      { $ref: '#/$defs/a', list: [1, 'b', null], deep: [{ '^[a-z]': '^x' }] },
      [],
      {},
      -0.5,
    ];
    for (const value of values) {
      assert.deepEqual(JSON.parse(plainText(literalSnippet(value))), value);
      assert.equal(plainText(escapeSnippet(JSON.stringify(value))), JSON.stringify(value));
    }
  });

  it('have the tab stops of a body, and raw text behind a caret', () => {
    const body = { [stop(1, 'name')]: { minimum: `^${stop(2, '0')}`, text: 'a\\b', '^[a-z]': true } };
    assert.deepEqual(JSON.parse(plainText(bodySnippet(body))), {
      name: { minimum: 0, text: 'a\\b', '^[a-z]': true },
    });
  });

  it('keep lists of plain values on a line and others on several', () => {
    assert.equal(bodySnippet({ a: [1, 2], b: [{}] }), '{\n\t"a": [1, 2],\n\t"b": [\n\t\t{}\n\t]\n}');
  });
});
