import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeText } from '../../../client/prose/change-pieces';
import { changesBetween, rebased } from '../../../client/prose/compare';

const word = fc.constantFrom('one', 'two', 'x', ' ', '\n', '🙂', '🙃', 'é', '.', '\ud83d');
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));

describe('what differs between two texts', () => {
  it('is found by words, and within words by letters', () => {
    assert.deepEqual(changesBetween('Be kind.\nBe brief.', 'Be kindly.\nBe very brief.'), [
      { start: 7, end: 7, text: 'ly' },
      { start: 11, end: 11, text: ' very' },
    ]);
    assert.deepEqual(changesBetween('same', 'same'), []);
  });

  it('is never half of a character', () => {
    assert.deepEqual(changesBetween('a🙂b', 'a🙃b'), [{ start: 1, end: 3, text: '🙃' }]);
  });

  it('makes the one of the other, in order and without overlap', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after);
        assert.equal(changeText(before, changes), after);
        for (const [index, { start, end }] of changes.entries()) {
          assert.ok(start <= end && start >= (changes[index - 1]?.end ?? 0));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is one change where too much differs', () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      Array.from({ length: 3000 }, (_, index) => letter + index).join(' '),
    ) as [string, string];
    assert.equal(changesBetween(before, after).length, 1);
  });
});

describe('changes on both sides', () => {
  const base = 'Greet the caller.\nAsk for a name.\nBe brief.';
  const both = (mine: string, theirs: string) => {
    const others = changesBetween(base, theirs);
    const moved = rebased(changesBetween(base, mine), others);
    return moved && changeText(changeText(base, others), moved);
  };

  it('come together where they are apart', () => {
    assert.equal(
      both(base.replace('brief', 'very brief'), base.replace('Greet', 'Welcome')),
      'Welcome the caller.\nAsk for a name.\nBe very brief.',
    );
    assert.equal(
      both(base.replace('Greet', 'Welcome'), `${base}\nEnd.`),
      'Welcome the caller.\nAsk for a name.\nBe brief.\nEnd.',
    );
  });

  it('have no order at the same place', () => {
    assert.equal(both(`${base} A`, `${base} B`), undefined);
    assert.equal(both(base.replace('name', 'phone'), base.replace('a name', 'the surname')), undefined);
  });
});
