import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { opensString } from '../../client/opens-string';

describe('opensString', () => {
  it('says yes outside of strings', () => {
    for (const before of [
      '',
      '  ',
      '  "voice": ',
      '{ "a": "x", ',
      '  "say": "\\"hi\\"", ',
      '  "path": "C:\\\\", ',
    ]) {
      assert.equal(opensString(before), true, before);
    }
  });

  it('says no inside', () => {
    for (const before of [
      '  "',
      '  "voice',
      '  "voice": "alloy',
      '  "say": "\\"hi\\"',
      '  "path": "C:\\\\',
    ]) {
      assert.equal(opensString(before), false, before);
    }
  });
});
