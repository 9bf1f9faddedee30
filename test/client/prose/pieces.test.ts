import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changePieces, changeText, type TextChange } from '../../../client/prose/change-pieces';
import {
  readString,
  sourceOf,
  standInsOf,
  styleOf,
  textOf,
  withLineEnds,
} from '../../../client/prose/pieces';

const NONE: ReadonlySet<string> = new Set();

/** The source after a change of the text; the change is given by what is replaced. */
function changed(source: string, was: string, becomes: string, standIns = NONE): string {
  const pieces = readString(source);
  const start = textOf(pieces).indexOf(was);
  assert.ok(start >= 0, was);
  return sourceOf(changePieces(pieces, [{ start, end: start + was.length, text: becomes }], standIns));
}

/** Every way in which a source can write something, and what a text shows of it. */
const WAYS: readonly (readonly [string, string])[] = [
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\/', '/'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\n'],
  ['\\r\\n', '\n'],
  ['\\u000D\\n', '\n'],
  ['\\u000a', '\n'],
  ['\\t', '\t'],
  ['\\u0041', 'A'],
  ['\\u00E9', 'é'],
  ['é', 'é'],
  ['🙂', '🙂'],
  ['\\ud83d\\ude42', '🙂'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['\\ud83d', '⟦\\ud83d⟧'],
  ['\\uDE42', '⟦\\ude42⟧'],
  ['\\u0000', '⟦\\u0000⟧'],
  ['\\u001b', '\u001b'],
  ['\\u2028', '⟦\\u2028⟧'],
  ['\u2029', '⟦\\u2029⟧'],
  ['\\ufeff', '⟦\\ufeff⟧'],
  ['plain', 'plain'],
  [' ', ' '],
];

describe('a JSON string as text', () => {
  it('shows each way of writing, and keeps it', () => {
    for (const [source, text] of WAYS) {
      const pieces = readString(source);
      assert.deepEqual([textOf(pieces), sourceOf(pieces)], [text, source], source);
    }
  });

  it('shows escapes that JSON does not have as they are written', () => {
    for (const source of ['\\q', '\\u12', '\\', 'a\\x41', '\\🙂', 'tab\tbed']) {
      const pieces = readString(source);
      assert.deepEqual([textOf(pieces), sourceOf(pieces)], [source, source]);
    }
  });

  it('writes what is new with the escapes that it needs', () => {
    assert.equal(changed('a', 'a', '"\\/\b\f\t\u0001é🙂\n'), '\\"\\\\/\\b\\f\\t\\u0001é🙂\\n');
    assert.equal(changed('a', 'a', '\0\ud83d\u2028\ufeff'), '\\u0000\\ud83d\\u2028\\ufeff');
  });

  it('writes like the rest: line ends, and letters beyond ASCII', () => {
    assert.equal(changed('a\\r\\nb\\r\\nc\\nd', 'd', 'd\ne'), 'a\\r\\nb\\r\\nc\\nd\\r\\ne');
    assert.equal(changed('a\\rb', 'b', '\n'), 'a\\r\\r');
    assert.equal(changed('caf\\u00e9', 'c', 'ö🙂c'), '\\u00f6\\ud83d\\ude42caf\\u00e9');
    assert.equal(changed('caf\\u00e9 ü', 'c', 'öc'), 'öcaf\\u00e9 ü');
    assert.equal(changed('\\u2028', '⟦', 'ö⟦'), 'ö⟦\\\\u2028⟧');
  });

  it('keeps the source around a change', () => {
    const source = 'caf\\u00e9 \\/ \\ud83d\\ude42\\u0041 end';
    assert.equal(changed(source, 'A', 'B'), 'caf\\u00e9 \\/ \\ud83d\\ude42B end');
    assert.equal(changed(source, ' end', ''), 'caf\\u00e9 \\/ \\ud83d\\ude42\\u0041');
  });

  it('never cuts a character or a stand-in in two', () => {
    const half = (source: string, start: number) =>
      sourceOf(changePieces(readString(source), [{ start, end: start + 1, text: '' }], NONE));
    assert.equal(half('x🙂y', 1), 'x\\ude42y');
    assert.equal(half('\\ud83d\\ude42', 1), '\\ud83d');
    assert.equal(half('\\u0000', 1), '⟦u0000⟧');
    const twice = [
      { start: 1, end: 2, text: '' },
      { start: 3, end: 4, text: 'Z' },
    ];
    assert.equal(sourceOf(changePieces(readString('\\u0000b'), twice, NONE)), '⟦uZ000⟧b');
  });

  it('takes a stand-in that is put elsewhere for what it stands for, if it is one of this string', () => {
    const standIns = new Set(standInsOf(readString('a\\u0000\\ud83d')));
    assert.deepEqual([...standIns], ['⟦\\u0000⟧', '⟦\\ud83d⟧']);
    assert.equal(changed('a', 'a', '⟦\\u0000⟧a⟦\\ud83d⟧', standIns), '\\u0000a\\ud83d');
    assert.equal(changed('a', 'a', '⟦\\u2028⟧', standIns), '⟦\\\\u2028⟧');
    assert.deepEqual(standInsOf(readString('⟦\\\\u0000⟧')), []);
  });

  it('keeps two line ends apart', () => {
    assert.equal(changed('a\\rx\\nb', 'x', ''), 'a\\n\\nb');
  });

  it('changes all line ends at once, and nothing else', () => {
    const pieces = withLineEnds(readString('\\u00e9\\r\\n\\u000a\\r'), '\r\n');
    assert.equal(sourceOf(pieces), '\\u00e9\\r\\n\\r\\n\\r\\n');
    assert.equal(sourceOf(withLineEnds(readString('\\u000aa\\n'), '\n')), '\\u000aa\\n');
    assert.deepEqual(styleOf(readString('')), { lineEnd: '\n', ascii: false });
  });
});

const part = fc.constantFrom(...WAYS);
const source = fc.array(part, { maxLength: 40 });

/** What a text stands for: stand-ins as what they name, and line ends alike. */
const meaning = (text: string) =>
  text.replace(/⟦\\u([\da-f]{4})⟧/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const parsed = (inner: string) => (JSON.parse(`"${inner}"`) as string).replace(/\r\n|\r/g, '\n');

/** A text to type: of everything that can be typed or pasted. */
const typed = fc
  .array(
    fc.constantFrom('a', 'B ', '"', '\\', '\n', '\t', 'é', '🙂', '\0', '\u2028', '\ud83d', '/', '\\u0041'),
  )
  .map((all) => all.join(''));

/** Changes that do not overlap, by offsets that are sorted and paired. */
const changesOf = (length: number): fc.Arbitrary<TextChange[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat({ max: length }), { maxLength: 8 }).map((all) => all.sort((a, b) => a - b)),
      fc.array(typed, { minLength: 4, maxLength: 4 }),
    )
    .map(([offsets, texts]) =>
      Array.from({ length: offsets.length >> 1 }, (_, index) => ({
        start: offsets[2 * index] ?? 0,
        end: offsets[2 * index + 1] ?? 0,
        text: texts[index] ?? '',
      })),
    );

describe('changes of the text, whatever they are', () => {
  it('are read and written back byte by byte', () => {
    fc.assert(
      fc.property(source, (parts) => {
        const whole = parts.map(([written]) => written).join('');
        const pieces = readString(whole);
        assert.equal(sourceOf(pieces), whole);
        assert.equal(meaning(textOf(pieces)), parsed(whole));
      }),
    );
  });

  it('give valid JSON with the value that the text shows', () => {
    fc.assert(
      fc.property(
        source.chain((parts) => {
          const pieces = readString(parts.map(([written]) => written).join(''));
          return fc.tuple(fc.constant(pieces), changesOf(textOf(pieces).length));
        }),
        ([pieces, changes]) => {
          const after = changePieces(pieces, changes, NONE);
          const text = changeText(textOf(pieces), changes);
          assert.equal(textOf(after), text);
          // Stand-ins that have come to be text stand for themselves; those of pieces for what they name.
          const shown = after.map((piece) =>
            standInsOf([piece]).length > 0 ? meaning(piece.text) : piece.text,
          );
          assert.equal(parsed(sourceOf(after)), shown.join(''));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leave every stretch that they do not touch as its source has it', () => {
    fc.assert(
      fc.property(source, source, typed, source, (head, middle, text, tail) => {
        const [before, gone, after] = [head, middle, tail].map((parts) =>
          parts.map(([written]) => written).join(''),
        ) as [string, string, string];
        const [first, last] = [readString(before), readString(after)];
        const pieces = readString(before + gone + after);
        // Where stretches grow together at their ends, they are no stretches of their own.
        fc.pre(textOf(pieces) === textOf(first) + textOf(readString(gone)) + textOf(last));
        const start = textOf(first).length;
        const end = textOf(pieces).length - textOf(last).length;
        const made = sourceOf(changePieces(pieces, [{ start, end, text }], NONE));
        fc.pre(!/(?:\\r|\\u000D)$/.test(before));
        assert.ok(made.startsWith(before), made);
        assert.ok(made.endsWith(after), made);
      }),
      { numRuns: 500 },
    );
  });
});
