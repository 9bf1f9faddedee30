import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentText, findValue } from '../../client/template-text';
import { templates } from '../../schemas/templates.json';

function selected(text: string, pointer: string): string | undefined {
  const found = findValue(text, pointer);
  return found && text.slice(found.offset, found.offset + found.length);
}

describe('findValue', () => {
  const text = documentText({ a: 'words', 'b/c': [{ d: 1 }, { '0': true }], '': null }, '  ');

  it('selects the words of a string and the whole of anything else', () => {
    assert.equal(selected(text, '/a'), 'words');
    assert.equal(selected(text, '/b~1c/0/d'), '1');
    assert.equal(selected(text, '/b~1c/1/0'), 'true');
    assert.equal(selected(text, '/'), 'null');
    assert.equal(selected(text, ''), text.trimEnd());
  });

  it('finds nothing where there is nothing', () => {
    assert.equal(selected(text, '/x'), undefined);
    assert.equal(selected(text, '/a/b'), undefined);
    assert.equal(selected(text, '/b~1c/7'), undefined);
    assert.equal(selected('', '/a'), undefined);
  });
});

describe('templates', () => {
  for (const { id, body, select } of templates) {
    it(`${id} has the value to select`, () => {
      assert.ok(findValue(documentText(body, '\t'), select));
    });
  }
});
