import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyEdits,
  insertMember,
  layoutOf,
  levelOf,
  oneLine,
  removeProperty,
  renameKey,
  replaceNode,
} from '../../server/document/edits';
import { memberOf, membersOf, type Node, nodeAtPointer, toValue } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import type { Edit } from '../../server/problem';

const ORDER = ['a', 'b', 'c'];

function objectAt(text: string, pointer: string): Node {
  const node = nodeAtPointer(parse(text).root, pointer);
  assert.ok(node, `Nothing at ${pointer} of ${text}`);
  return node;
}

/** The removal of the last root member of that name. */
function removal(text: string, name: string): Edit[] {
  const object = objectAt(text, '');
  const member = memberOf(object, name);
  return member ? removeProperty(text, object, member.property) : [];
}

/** Inserts `"b"` into the object at a pointer; the outcome has to be as valid as the text was. */
function insertB(text: string, value: unknown = 2, pointer = ''): string {
  const after = applyEdits(text, [insertMember(text, objectAt(text, pointer), 'b', value, ORDER)]);
  assert.equal(parse(after).syntax.length, parse(text).syntax.length, after);
  const object = toValue(objectAt(after, pointer)) as Record<string, unknown>;
  assert.deepEqual(object.b, value);
  return after;
}

const insertions: readonly (readonly [name: string, before: string, after: string])[] = [
  ['an empty object', '{}', '{\n  "b": 2\n}'],
  ['an empty object with a blank', '{ }', '{\n  "b": 2\n}'],
  ['an empty object over two lines', '{ \n }', '{\n  "b": 2\n}'],
  ['an empty object with CRLF', '{\r\n}', '{\r\n  "b": 2\r\n}'],
  ['an object on one line', '{ "a": 1 }', '{ "a": 1, "b": 2 }'],
  ['an object without blanks', '{"a":1}', '{"a":1, "b": 2}'],
  ['a one-line object, in front', '{ "c": 3 }', '{ "b": 2, "c": 3 }'],
  ['after the last earlier one', '{\n  "a": 1,\n  "c": 3\n}', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}'],
  ['at the end', '{\n  "a": 1\n}', '{\n  "a": 1,\n  "b": 2\n}'],
  ['in front', '{\n  "c": 3\n}', '{\n  "b": 2,\n  "c": 3\n}'],
  ['keys the schema does not know', '{ "x": 0, "a": 1, "y": 9 }', '{ "x": 0, "a": 1, "b": 2, "y": 9 }'],
  ['tabs', '{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"b": 2\n}'],
  ['CRLF and four blanks', '{\r\n    "c": 3\r\n}', '{\r\n    "b": 2,\r\n    "c": 3\r\n}'],
  ['lone CR', '{\r  "a": 1\r}', '{\r  "a": 1,\r  "b": 2\r}'],
  ['a trailing comma stays one', '{ "a": 1, }', '{ "a": 1, "b": 2, }'],
  ['a missing value stays missing', '{ "a": }', '{ "a":, "b": 2 }'],
  ['an object that is not closed', '{ "a": 1', '{ "a": 1, "b": 2'],
];

for (const [name, before, after] of insertions) {
  test(`a member goes into: ${name}`, () => {
    assert.equal(insertB(before), after);
  });
}

test('a nested value takes on the layout of its place', () => {
  assert.equal(
    insertB('{\n\t"x": {\n\t\t"a": 1\n\t}\n}', { k: [1] }, '/x'),
    '{\n\t"x": {\n\t\t"a": 1,\n\t\t"b": {\n\t\t\t"k": [\n\t\t\t\t1\n\t\t\t]\n\t\t}\n\t}\n}',
  );
  assert.equal(
    insertB('{\n  "x": [\n    {}\n  ]\n}', 2, '/x/0'),
    '{\n  "x": [\n    {\n      "b": 2\n    }\n  ]\n}',
  );
  assert.equal(insertB('{ "a": 1 }', { k: [1, { l: '[ ]' }] }), '{ "a": 1, "b": {"k": [1, {"l": "[ ]"}]} }');
});

test('a name that is in no order goes in front', () => {
  const text = '{ "a": 1 }';
  const edit = insertMember(text, objectAt(text, ''), 'zzz', null, ORDER);
  assert.equal(applyEdits(text, [edit]), '{ "zzz": null, "a": 1 }');
});

const removals: readonly (readonly [before: string, after: string])[] = [
  ['{"a":1}', '{}'],
  ['{\n  "a": 1\n}', '{}'],
  ['{\n  "a": 1,\n  "b": 2\n}', '{\n  "b": 2\n}'],
  ['{\n  "b": 2,\n  "a": 1\n}', '{\n  "b": 2\n}'],
  ['{\r\n\t"x": 0,\r\n\t"a": 1,\r\n\t"b": 2\r\n}', '{\r\n\t"x": 0,\r\n\t"b": 2\r\n}'],
  ['{ "x": 0, "a": 1 }', '{ "x": 0 }'],
  ['{ "a": {"}": "}"} }', '{}'],
  ['{ "b": 1 }', '{ "b": 1 }'],
];

for (const [before, after] of removals) {
  test(`"a" goes out of ${JSON.stringify(before)}`, () => {
    const result = applyEdits(before, removal(before, 'a'));
    assert.equal(result, after);
    assert.deepEqual(parse(result).syntax, []);
  });
}

test('a removal does not make a broken text worse', () => {
  const cases = [
    ['{ "a": 1', '{'],
    ['{ "a": }', '{}'],
    ['{ "a": {"x": 1}', '{'],
    ['{ "b": 1, "a": }', '{ "b": 1 }'],
    ['{ "a": 1 "b": 2 }', '{ "b": 2 }'],
  ] as const;
  for (const [before, after] of cases) {
    assert.equal(applyEdits(before, removal(before, 'a')), after);
  }
});

test('of a repeated key the one that is meant is removed', () => {
  const text = '{ "a": 1, "b": 2, "a": 3 }';
  const object = objectAt(text, '');
  const [first, , second] = membersOf(object);
  assert.ok(first && second);
  assert.equal(applyEdits(text, removeProperty(text, object, first.property)), '{ "b": 2, "a": 3 }');
  assert.equal(applyEdits(text, removeProperty(text, object, second.property)), '{ "a": 1, "b": 2 }');
  assert.equal(applyEdits(text, removal(text, 'a')), '{ "a": 1, "b": 2 }');
});

test('a key is renamed and nothing else', () => {
  const text = '{ "a" : 1 }';
  const [member] = membersOf(objectAt(text, ''));
  assert.ok(member);
  assert.equal(applyEdits(text, [renameKey(member.key, 'b"c')]), '{ "b\\"c" : 1 }');
});

test('a value is replaced with the layout of its place', () => {
  const text = '{\n  "a": {\n    "b": 0\n  }\n}';
  const node = objectAt(text, '/a/b');
  assert.equal(levelOf(node), 2);
  assert.equal(
    applyEdits(text, [replaceNode(text, node, { c: 1 })]),
    '{\n  "a": {\n    "b": {\n      "c": 1\n    }\n  }\n}',
  );
});

test('the layout is read off the text', () => {
  const spaces = (tabSize: number, eol: string) => ({ tabSize, insertSpaces: true, eol });
  assert.deepEqual(layoutOf(''), spaces(2, '\n'));
  assert.deepEqual(layoutOf('{}'), spaces(2, '\n'));
  assert.deepEqual(layoutOf('{\n    "a": 1\n}'), spaces(4, '\n'));
  assert.deepEqual(layoutOf('{\r\n   "a": 1\r\n}'), spaces(3, '\r\n'));
  assert.deepEqual(layoutOf('{\r  "a": 1\r}'), spaces(2, '\r'));
  assert.deepEqual(layoutOf('{\n\t"a": 1\n}'), { tabSize: 4, insertSpaces: false, eol: '\n' });
  assert.deepEqual(layoutOf('{\n\n    \n  "a": 1\n}'), spaces(2, '\n'));
  assert.deepEqual(layoutOf('{\n }'), spaces(2, '\n'));
});

test('edits are applied whatever their order', () => {
  const edits = [
    { offset: 1, length: 1, content: 'B' },
    { offset: 3, length: 0, content: '!' },
    { offset: 0, length: 1, content: '' },
  ];
  assert.equal(applyEdits('abc', edits), 'Bc!');
});

test('a value on one line', () => {
  assert.equal(oneLine({ a: [1, {}], b: 'x\n { } ' }), '{"a": [1, {}], "b": "x\\n { } "}');
});
