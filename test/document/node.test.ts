import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  elementsOf,
  memberOf,
  membersOf,
  nameRange,
  nodeAtOffset,
  nodeAtPointer,
  pathOf,
  pathOfPointer,
  pointer,
  pointerOf,
  stringOf,
  toValue,
  valueAt,
} from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { cursor } from '../support/fixture';

const rootOf = (text: string) => parse(text).root;

test('members keep their order and their doubles', () => {
  const members = membersOf(rootOf('{ "b": 1, "a": 2, "b": 3 }'));
  assert.deepEqual(
    members.map(({ name, value }) => [name, value?.value]),
    [
      ['b', 1],
      ['a', 2],
      ['b', 3],
    ],
  );
  assert.deepEqual(membersOf(rootOf('[1]')), []);
  assert.deepEqual(membersOf(undefined), []);
});

test('a member without a value is still a member', () => {
  const [half, whole] = membersOf(rootOf('{ "a", "b": 1 }'));
  assert.deepEqual([half?.name, half?.value], ['a', undefined]);
  assert.equal(whole?.name, 'b');
});

test('of a repeated key the last one counts', () => {
  const root = rootOf('{ "a": 1, "a": 2 }');
  assert.equal(memberOf(root, 'a')?.value?.value, 2);
  assert.deepEqual(toValue(root), { a: 2 });
  assert.equal(memberOf(root, 'toString'), undefined);
});

test('escaped keys are read', () => {
  assert.equal(memberOf(rootOf('{ "\\u0061": 1 }'), 'a')?.value?.value, 1);
});

test('paths lead to values', () => {
  const root = rootOf('{ "a": [{ "b": "x" }, 2] }');
  assert.equal(stringOf(valueAt(root, 'a', 0, 'b')), 'x');
  assert.equal(valueAt(root, 'a', 2), undefined);
  assert.equal(valueAt(root, 'a', 'b'), undefined);
  assert.equal(valueAt(root), root);
  assert.equal(stringOf(valueAt(root, 'a', 1)), undefined);
  assert.equal(elementsOf(valueAt(root, 'a')).length, 2);
});

test('pointers and paths are two ways to write the same', () => {
  assert.equal(pointer(['a/b', '~', 0, '']), '/a~1b/~0/0/');
  assert.deepEqual(pathOfPointer('/a~1b/~0/0/'), ['a/b', '~', '0', '']);
  assert.deepEqual(pathOfPointer(''), []);
  assert.deepEqual(pathOfPointer('/~01'), ['~1']);
});

test('each node has its pointer, and the pointer leads back', () => {
  const root = rootOf('{ "a/b": [[], { "~": null }], "": { "0": [1, 2, 3] } }');
  const places = ['', '/a~1b', '/a~1b/0', '/a~1b/1', '/a~1b/1/~0', '/', '//0', '//0/2'];
  for (const place of places) {
    const node = nodeAtPointer(root, place);
    assert.ok(node, place);
    assert.equal(pointerOf(node), place);
  }
  assert.equal(nodeAtPointer(root, '/a~1b/2'), undefined);
  assert.equal(nodeAtPointer(root, '/nothing/0'), undefined);
});

test('a property node counts as its value', () => {
  const root = rootOf('[{ "a": 1 }]');
  const property = root?.children?.[0]?.children?.[0];
  assert.ok(property);
  assert.deepEqual(pathOf(property), [0, 'a']);
});

test('an offset finds the innermost node, ends included', () => {
  const at = (marked: string) => {
    const { text, offset } = cursor(marked);
    const node = nodeAtOffset(rootOf(text), offset);
    return node && text.slice(node.offset, node.offset + node.length);
  };
  assert.equal(at('{ "a": |"x" }'), '"x"');
  assert.equal(at('{ "a": "x"| }'), '"x"');
  assert.equal(at('{ "|a": "x" }'), '"a"');
  assert.equal(at('{ "a":| "x" }'), '"a": "x"');
  assert.equal(at('{| "a": "x" }'), '{ "a": "x" }');
  assert.equal(at('{} |'), undefined);
  assert.equal(at('|'), undefined);
});

test('what lacks something is named by its key, or by its bracket', () => {
  const root = rootOf('{ "a": {}, "b": [{}] }');
  const rangeOf = (place: string) => {
    const node = nodeAtPointer(root, place);
    assert.ok(node);
    return nameRange(node);
  };
  assert.deepEqual(rangeOf(''), { offset: 0, length: 1 });
  assert.deepEqual(rangeOf('/a'), { offset: 2, length: 3 });
  assert.deepEqual(rangeOf('/b/0'), { offset: 17, length: 1 });
});

test('values come out as they went in, odd keys included', () => {
  const text = '{ "a": [1, "x", null, true, {}], "__proto__": { "b": 1 }, "constructor": 2 }';
  assert.deepEqual(toValue(rootOf(text)), JSON.parse(text));
  assert.deepEqual(toValue(rootOf('{ "a", "b": }')), {});
});
