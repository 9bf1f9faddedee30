import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setLevel } from '../../server/config/edit-config';
import { readConfig } from '../../server/config/read-config';
import { applyEdits } from '../../server/document/edits';

const set = (text: string, file?: string) => applyEdits(text, setLevel(text, 'duplicate-tool', 'off', file));

test('a level for the project keeps what is there, comments included', () => {
  assert.equal(set(''), '{\n  "rules": {\n    "duplicate-tool": "off"\n  }\n}');
  assert.equal(
    set('{\n\t// ours\n\t"target": "azure"\n}\n'),
    '{\n\t// ours\n\t"target": "azure",\n\t"rules": {\n\t\t"duplicate-tool": "off"\n\t}\n}\n',
  );
  assert.equal(set('{ "rules": { "duplicate-tool": "hint" } }'), '{ "rules": { "duplicate-tool": "off" } }');
});

test('a level for a file goes into its own override, which must be the last', () => {
  const first = set('{}', './a.realtime.json');
  assert.deepEqual(readConfig(first), {
    config: { overrides: [{ files: ['./a.realtime.json'], rules: { 'duplicate-tool': 'off' } }] },
    faults: [],
  });
  const again = applyEdits(first, setLevel(first, 'model-shutdown', 'off', './a.realtime.json'));
  assert.deepEqual(readConfig(again).config.overrides, [
    { files: ['./a.realtime.json'], rules: { 'duplicate-tool': 'off', 'model-shutdown': 'off' } },
  ]);
  const other = set(again, 'b/c.realtime.json');
  assert.equal(readConfig(other).config.overrides?.length, 2);
  const third = set(other, './a.realtime.json');
  assert.equal(readConfig(third).config.overrides?.length, 3);
});
