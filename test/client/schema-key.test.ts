import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from 'jsonc-parser';
import { schemaKeyEdits, statedKind } from '../../client/schema-key';

const format = { tabSize: 2, insertSpaces: true, eol: '\n' };
const urn = '"$schema": "urn:realtime-config:sdk.session-config"';

function state(text: string, kind: string | undefined): string | undefined {
  const edits = schemaKeyEdits(text, kind, format);
  return edits && applyEdits(text, edits);
}

describe('schemaKeyEdits', () => {
  it('writes an object into an empty document', () => {
    assert.equal(state('', 'sdk.session-config'), `{\n  ${urn}\n}\n`);
    assert.equal(state(' \n', 'sdk.session-config'), `{\n  ${urn}\n}\n`);
  });

  it('puts the key first', () => {
    assert.equal(state('{\n  "a": 1\n}\n', 'sdk.session-config'), `{\n  ${urn},\n  "a": 1\n}\n`);
    assert.equal(state('{}', 'sdk.session-config'), `{\n  ${urn}\n}`);
  });

  it('replaces what was stated', () => {
    const text = '{ "$schema": "urn:realtime-config:sdk.session-request", "a": 1 }';
    assert.equal(statedKind(state(text, 'sdk.session-config') ?? ''), 'sdk.session-config');
  });

  it('takes back only our own key', () => {
    assert.equal(state(`{\n  ${urn},\n  "a": 1\n}`, undefined), '{\n  "a": 1\n}');
    assert.equal(
      state('{ "$schema": "https://example.com/x.json" }', undefined),
      '{ "$schema": "https://example.com/x.json" }',
    );
    assert.equal(state('', undefined), '');
  });

  it('finds no place where the root is no object', () => {
    assert.equal(state('[]', 'sdk.session-config'), undefined);
    assert.equal(state('"x', 'sdk.session-config'), undefined);
  });
});

describe('statedKind', () => {
  it('reads our key only', () => {
    assert.equal(statedKind(`{ ${urn} }`), 'sdk.session-config');
    assert.equal(statedKind('{ "$schema": "https://example.com/x.json" }'), undefined);
    assert.equal(statedKind('{ "$schema": 1 }'), undefined);
    assert.equal(statedKind('{ "$schema" }'), undefined);
    assert.equal(statedKind(''), undefined);
  });
});
