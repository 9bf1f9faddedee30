import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { parse } from '../../server/document/parse';
import { complete } from '../../server/features/completion';
import { insideQuotes } from '../../server/features/completion/inside-quotes';
import { cursor } from '../support/fixture';

/**
 * What Neovim's own completion makes of a text: it replaces from the start of the edit to the cursor, leaves what is
 * behind the cursor, and makes the additional edits.
 */
function inNeovim(fixture: string, label: string): string {
  const { text, offset } = cursor(fixture);
  const doc = parse(text);
  const items = complete(doc, 'ga.session', offset, { snippets: false });
  const item = insideQuotes(items, doc, offset).find((one) => one.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, label);
  const start = doc.positions.offsetAt(item.textEdit.range.start);
  assert.ok(item.filterText?.startsWith(text.slice(start, offset)), item.filterText);
  const behind = (item.additionalTextEdits ?? []).reduceRight((sum: string, { range, newText }: TextEdit) => {
    const at = doc.positions.offsetAt(range.start) - offset;
    return sum.slice(0, at) + newText + sum.slice(at);
  }, text.slice(offset));
  return text.slice(0, start) + item.textEdit.newText + behind;
}

describe('completion inside quotes', () => {
  it('leaves both quotes of a closed string alone', () => {
    assert.equal(inNeovim('{ "truncation": "|" }', 'disabled'), '{ "truncation": "disabled" }');
    assert.equal(inNeovim('{ "truncation": "dis|" }', 'disabled'), '{ "truncation": "disabled" }');
  });

  it('parts the value from the next key behind the closing quote', () => {
    assert.equal(
      inNeovim('{ "truncation": "|" "tools": [] }', 'disabled'),
      '{ "truncation": "disabled", "tools": [] }',
    );
  });

  it('offers only strings inside of one', () => {
    const labels = (fixture: string) => {
      const { text, offset } = cursor(fixture);
      const items = complete(parse(text), 'ga.session', offset, { snippets: false });
      return insideQuotes(items, parse(text), offset).map(({ label }) => label);
    };
    assert.deepEqual(labels('{ "truncation": "|" }'), ['auto', 'disabled']);
    assert.ok(labels('{ "truncation": | }').includes('{}'));
  });

  it('closes a string that is open', () => {
    assert.equal(inNeovim('{ "truncation": "|', 'disabled'), '{ "truncation": "disabled"');
    assert.equal(inNeovim('{ "trunc|', 'truncation'), '{ "truncation": "auto"');
  });

  it('changes nothing where no string is being typed', () => {
    assert.equal(inNeovim('{ "truncation": | }', 'disabled'), '{ "truncation": "disabled" }');
    assert.equal(inNeovim('{ | }', 'truncation'), '{ "truncation": "auto" }');
  });

  it('completes a key that has its colon', () => {
    assert.equal(inNeovim('{ "trunc|": "auto" }', 'truncation'), '{ "truncation": "auto" }');
  });
});
