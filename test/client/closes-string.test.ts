import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closesString } from '../../client/closes-string';

describe('a quote that was just typed', () => {
  it('opens a string', () => {
    assert.equal(closesString('  "'), false);
    assert.equal(closesString('  "voice": "'), false);
    assert.equal(closesString('{ "a": "x", "'), false);
  });

  it('closes a string', () => {
    assert.equal(closesString('  "voice"'), true);
    assert.equal(closesString('  "voice": "alloy"'), true);
    assert.equal(closesString('  "say": "\\"hi\\""'), true);
  });

  it('belongs to a string when it is escaped', () => {
    assert.equal(closesString('  "say": "\\"'), false);
    assert.equal(closesString('  "path": "C:\\\\"'), true);
  });
});
