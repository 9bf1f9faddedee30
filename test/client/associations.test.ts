import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withOurLanguage } from '../../client/associations';

it('adds our glob, repoints globs for our files and leaves others alone', () => {
  assert.deepEqual(withOurLanguage(undefined), { '*.realtime.json': 'realtime-json' });
  assert.deepEqual(
    withOurLanguage({ '*.json': 'jsonc', '*.realtime.json': 'json', '**/calls/*.realtime.json': 'jsonc' }),
    {
      '*.json': 'jsonc',
      '*.realtime.json': 'realtime-json',
      '**/calls/*.realtime.json': 'realtime-json',
    },
  );
});
