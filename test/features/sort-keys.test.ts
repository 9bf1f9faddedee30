import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { parse } from '../../server/document/parse';
import { sortKeys } from '../../server/features/sort-keys';

const sorted = (text: string, kind: string) => {
  const edits = sortKeys(parse(text), kind);
  return edits && applyEdits(text, edits);
};

describe('sorting keys', () => {
  it('moves members with all their text, and leaves the layout between them', () => {
    const text = `{
  "tools": [
    { "parameters": { "type": "object", "properties": { "b": {}, "a": {} }, "description": "z" }, "name": "f", "type": "function" }
  ],
  "audio": {
    "output": { "speed": 1.10, "voice": "marin" },   "input": {}
  },
  "x-own": 1,
  "model": "gpt-realtime-2.1", "type": "realtime"
}`;
    assert.equal(
      sorted(text, 'ga.session'),
      `{
  "type": "realtime",
  "model": "gpt-realtime-2.1",
  "audio": {
    "input": {},   "output": { "voice": "marin", "speed": 1.10 }
  },
  "tools": [
    { "type": "function", "name": "f", "parameters": { "type": "object", "properties": { "b": {}, "a": {} }, "description": "z" } }
  ], "x-own": 1
}`,
    );
  });

  it('keeps the last of a repeated key the last', () => {
    assert.equal(
      sorted('{ "voice": "a", "model": "m", "voice": "b" }', 'sdk.session-request'),
      '{ "model": "m", "voice": "a", "voice": "b" }',
    );
  });

  it('has nothing to do in an ordered document, and does not touch a broken one', () => {
    assert.deepEqual(sortKeys(parse('{ "type": "realtime", "model": "m" }'), 'ga.session'), []);
    assert.equal(sorted('{ "model": "m", "type": ', 'ga.session'), undefined);
    assert.equal(sorted('{ "model": "m" }', 'none'), undefined);
  });
});
