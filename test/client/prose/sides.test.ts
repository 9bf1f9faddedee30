import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeText } from '../../../client/prose/change-pieces';
import { changesBetween } from '../../../client/prose/compare';
import { Sides } from '../../../client/prose/sides';

/** Both documents, as they are while `Sides` has not brought them together. */
class Desk {
  readonly sides: Sides;
  text: string;
  constructor(public source: string) {
    this.sides = new Sides(source);
    this.text = this.sides.text;
  }

  type(was: string, becomes: string): void {
    const start = this.text.indexOf(was);
    assert.ok(start >= 0, was);
    const change = { start, end: start + was.length, text: becomes };
    this.becomes(changeText(this.text, [change]));
  }

  becomes(text: string, isUndo = false): void {
    const changes = changesBetween(this.text, text);
    this.text = text;
    this.sides.textChanged(text, changes, isUndo);
  }

  /** Does what is to be done, until both agree. */
  settle(): this {
    for (let steps = 0; steps < 5; steps++) {
      const step = this.sides.next(this.source);
      if (step.to === 'nothing') return this;
      if (step.to === 'source') this.source = step.source;
      else this.becomes(step.text);
    }
    throw new Error('no end');
  }
}

describe('the two sides of a string', () => {
  it('follow each other, in turn', () => {
    const desk = new Desk('caf\\u00e9 \\/ bar');
    desk.type('bar', 'bar\n"open"');
    assert.equal(desk.settle().source, 'caf\\u00e9 \\/ bar\\n\\"open\\"');
    desk.source = desk.source.replace('open', 'closed');
    assert.equal(desk.settle().text, 'café / bar\n"closed"');
    desk.type('café', 'the café');
    assert.equal(desk.settle().source, 'the caf\\u00e9 \\/ bar\\n\\"closed\\"');
  });

  it('take another way of writing the same text without a change of the text', () => {
    const desk = new Desk('é');
    desk.source = '\\u00e9';
    assert.deepEqual(desk.sides.next(desk.source), { to: 'nothing' });
    desk.type('é', 'éa');
    assert.equal(desk.settle().source, '\\u00e9a');
  });

  it('come together when both have changed', () => {
    const desk = new Desk('Greet the caller.\\nBe \\u0062rief.');
    desk.type('Greet', 'Welcome');
    desk.source = desk.source.replace('brief', 'very brief').replace('Be', 'Always be');
    desk.settle();
    assert.equal(desk.text, 'Welcome the caller.\nAlways be brief.');
    assert.equal(desk.source, 'Welcome the caller.\\nAlways be \\u0062rief.');
  });

  it('let the text prevail where both have changed the same', () => {
    const desk = new Desk('Be brief. caf\\u00e9');
    desk.type('brief', 'short');
    desk.source = desk.source.replace('brief', 'terse');
    assert.equal(desk.settle().source, 'Be short. caf\\u00e9');
    assert.equal(desk.text, 'Be short. café');
  });

  it('bring back the very source on undo', () => {
    const desk = new Desk('a\\u00e9\\/\\ud83db');
    const before = desk.text;
    desk.becomes('ab');
    assert.equal(desk.settle().source, 'ab');
    desk.becomes(before, true);
    assert.equal(desk.settle().source, 'a\\u00e9\\/\\ud83db');
    desk.becomes('ab', true);
    assert.equal(desk.settle().source, 'ab');
  });

  it('know a stand-in that is cut and pasted', () => {
    const desk = new Desk('a\\ud83db');
    desk.becomes('ab');
    desk.settle();
    desk.becomes('ab⟦\\ud83d⟧');
    assert.equal(desk.settle().source, 'ab\\ud83d');
  });

  it('keep what was not saved when the file is closed', () => {
    const desk = new Desk('Be brief.');
    desk.type('brief', 'very brief');
    desk.settle();
    // Closed without saving: the file has what it had, and somebody else may have changed it.
    desk.sides.fallBack('Be brief.');
    assert.equal(desk.sides.isAhead, true);
    desk.source = 'Please. Be brief.';
    assert.equal(desk.settle().source, 'Please. Be very brief.');
  });

  it('bring an old text up to date', () => {
    const desk = new Desk('Be \\u0062rief.');
    desk.text = 'Be kind.';
    desk.sides.textChanged(desk.text, undefined);
    desk.sides.textIsOld();
    assert.equal(desk.settle().text, 'Be brief.');
    assert.equal(desk.source, 'Be \\u0062rief.');
  });

  it('change all line ends with those of the text document', () => {
    const desk = new Desk('a\\nb\\r\\nc');
    desk.sides.lineEndsChanged('\r\n');
    assert.equal(desk.settle().source, 'a\\r\\nb\\r\\nc');
  });

  it('forget old texts rather than grow for ever', () => {
    const sides = new Sides('x'.repeat(1_500_000));
    const [first, second] = [`${'y'.repeat(1_500_000)}é`, 'z'];
    sides.textChanged(first, undefined);
    sides.textChanged(second, undefined);
    sides.textChanged(first, undefined, true);
    assert.equal(sides.source.length, first.length);
  });

  it('agree in the end, whatever happens to either', () => {
    const word = fc.constantFrom('a', ' ', '\n', '"', '\\', 'é', '🙂', 'word', '.');
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(''));
    const event = fc.record({
      onText: fc.boolean(),
      at: fc.nat(),
      length: fc.nat(4),
      text,
      settles: fc.boolean(),
    });
    fc.assert(
      fc.property(text, fc.array(event, { maxLength: 8 }), (start, events) => {
        const desk = new Desk(JSON.stringify(start).slice(1, -1));
        for (const { onText, at, length, text: added, settles } of events) {
          const before = onText ? desk.text : (JSON.parse(`"${desk.source}"`) as string);
          const letters = [...before];
          letters.splice(at % (letters.length + 1), length, ...added);
          if (onText) desk.becomes(letters.join(''));
          else desk.source = JSON.stringify(letters.join('')).slice(1, -1);
          if (settles) desk.settle();
        }
        desk.settle();
        assert.equal(JSON.parse(`"${desk.source}"`), desk.text);
        assert.equal(desk.sides.text, desk.text);
      }),
      { numRuns: 500 },
    );
  });
});
