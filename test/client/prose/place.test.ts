import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  findAgain,
  movedOffset,
  pathText,
  stringAtOffset,
  stringAtPointer,
  stringsIn,
} from '../../../client/prose/place';
import { cursor } from '../../support/fixture';

const pointers = (text: string) => stringsIn(text).map(({ pointer }) => pointer);

describe('the strings of a document', () => {
  it('are its values, each by its pointer', () => {
    const text = '{ "a": "x\\"y", "b/c~": ["", { "d": "1" }], "e": 1 }';
    assert.deepEqual(pointers(text), ['/a', '/b~1c~0/0', '/b~1c~0/1/d']);
    assert.equal(stringAtPointer(text, '/a')?.source, 'x\\"y');
    assert.deepEqual(pointers('"root"'), ['']);
    assert.deepEqual(pointers('\uFEFF{ "a": "x" }'), ['/a']);
  });

  it('are the last of repeated keys', () => {
    assert.deepEqual(
      stringsIn('{ "a": "x", "a": "y" }').map(({ source }) => source),
      ['y'],
    );
  });

  it('are found in broken documents, as long as they are whole', () => {
    assert.deepEqual(pointers('{ "a": "x"\n  "b": "y", "c": "z'), ['/a', '/b']);
    assert.deepEqual(pointers('{ "a": "say "hello" to", "b": "y" }').includes('/a'), false);
    assert.deepEqual(pointers('{ "a": "x" // what\n }'), ['/a']);
    assert.deepEqual(pointers('{ "a": "x"'), ['/a']);
    assert.deepEqual(pointers(''), []);
    assert.deepEqual(pointers(`${'['.repeat(100_000)}"x"`), []);
  });

  it('are near the cursor when it is on them or on their key', () => {
    const at = (fixture: string) => {
      const { text, offset } = cursor(fixture);
      return stringAtOffset(text, offset)?.pointer;
    };
    assert.equal(at('{ "a|": "x" }'), '/a');
    assert.equal(at('{ "a": |"x" }'), '/a');
    assert.equal(at('{ "a": "x"| }'), '/a');
    assert.equal(at('{ "a": "x" |}'), undefined);
    assert.equal(at('{ "b|": 1, "a": "x" }'), undefined);
  });

  it('have a path that people can read', () => {
    assert.equal(pathText('/tools/0/description'), 'tools[0].description');
    assert.equal(pathText('/a~1b/c'), 'a/b.c');
    assert.equal(pathText(''), '');
  });
});

describe('a string that changes its place', () => {
  const place = { offset: 10, length: 5 };
  const moved = (...changes: [number, number, string][]) =>
    movedOffset(
      place,
      changes.map(([rangeOffset, rangeLength, text]) => ({ rangeOffset, rangeLength, text })),
    );

  it('is followed through changes around it and inside', () => {
    assert.equal(moved([0, 2, 'abcd']), 12);
    assert.equal(moved([10, 0, 'ab']), 12);
    assert.equal(moved([8, 2, '']), 8);
    assert.equal(moved([15, 3, 'x']), 10);
    assert.equal(moved([11, 3, 'long text']), 10);
    assert.equal(moved([11, 0, 'x'], [14, 0, 'y'], [0, 1, '']), 9);
  });

  it('is lost when a quote of its goes', () => {
    assert.equal(moved([10, 1, '']), undefined);
    assert.equal(moved([14, 1, '"']), undefined);
    assert.equal(moved([0, 30, 'new']), undefined);
    assert.equal(moved([5, 6, '']), undefined);
  });
});

describe('a string that is looked for', () => {
  const find = (before: string, pointer: string, after: string) => {
    const place = stringAtPointer(before, pointer);
    assert.ok(place);
    return findAgain(after, place)?.pointer;
  };
  const tools = (...list: [string, string][]) =>
    JSON.stringify({ tools: list.map(([name, description]) => ({ name, description })) });

  it('is found at its keys', () => {
    assert.equal(find('{ "a": "x" }', '/a', '{ "b": 1, "a": "other" }'), '/a');
    assert.equal(find('{ "a": "x" }', '/a', '{ "b": "x" }'), undefined);
    assert.equal(find('{ "a": "x" }', '/a', '{ "a": "x'), undefined);
  });

  it('goes by the name of its element, not by the index', () => {
    const before = tools(['one', 'A'], ['two', 'B']);
    assert.equal(
      find(before, '/tools/1/description', tools(['two', 'C'], ['one', 'A'])),
      '/tools/0/description',
    );
    assert.equal(find(before, '/tools/1/description', tools(['one', 'A'])), undefined);
    assert.equal(find(before, '/tools/1/description', tools(['three', 'B'])), '/tools/0/description');
    assert.equal(find(before, '/tools/1/description', tools(['three', 'B'], ['four', 'B'])), undefined);
  });

  it('goes by the index where elements have no names', () => {
    assert.equal(find('["a", "b"]', '/1', '["c", "d"]'), '/1');
    assert.equal(find('["a", "b"]', '/1', '["b"]'), '/0');
    assert.equal(find('["a", "b"]', '/1', '["c"]'), undefined);
  });
});
