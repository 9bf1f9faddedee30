import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { templates } from '../../server/kinds/templates';
import { kindsWithSchema } from '../../server/schema/bundle';
import { itemOf, offered, textAfter, troubles } from './completing';

const titles = (kind: string) => [
  ...templates.filter((template) => template.kind === kind),
  ...templates.filter((template) => template.kind !== kind),
];

describe('completion of an empty document', () => {
  it('offers every template, those of the document’s kind first', () => {
    for (const kind of kindsWithSchema) {
      assert.deepEqual(
        offered('|', { kind }).labels,
        titles(kind).map(({ title }) => title),
      );
    }
  });

  it('writes the template as it is in the catalogue, and nothing else', () => {
    for (const snippets of [true, false]) {
      for (const { title, body, kind } of templates) {
        const found = offered('|', { snippets });
        const after = textAfter(found, itemOf(found, title));
        assert.deepEqual(JSON.parse(after), body);
        assert.deepEqual(troubles(after, kind), []);
      }
    }
  });

  it('puts the cursor on what is edited first', () => {
    const found = offered('|');
    const { textEdit } = itemOf(found, 'Push-to-talk');
    assert.match(
      textEdit?.newText ?? '',
      /"instructions": "\$\{1:You answer one complete question at a time\./,
    );
    for (const { title } of templates) {
      assert.equal(itemOf(found, title).textEdit?.newText.match(/\$\{\d/g)?.length, 1, title);
    }
  });

  it('does so among white space, after a byte order mark and for a word that is being typed', () => {
    for (const fixture of ['\n\n|\n', '  |', '|\n', '\uFEFF|', '\t|\r\n', 'pus|', '"|"', '"ph|']) {
      const found = offered(fixture);
      assert.equal(found.items.length, templates.length, JSON.stringify(fixture));
      assert.doesNotThrow(() => JSON.parse(textAfter(found, itemOf(found, 'Push-to-talk'))), fixture);
    }
  });

  it('offers keys, not documents, once there is a brace', () => {
    assert.ok(offered('{|}').labels.includes('model'));
    assert.ok(offered('{|').labels.includes('model'));
    assert.deepEqual(offered('[|]').labels, []);
  });

  it('comes on one line for clients without snippets, which may not know how to break it', () => {
    const found = offered('|', { snippets: false });
    for (const item of found.items) {
      const text = textAfter(found, item);
      assert.doesNotMatch(text, /[\n\t]/);
      assert.match(text, /^\{ ".*[^{] \}$/);
      assert.ok(JSON.parse(text));
      assert.equal(item.insertTextMode, undefined);
    }
  });
});
