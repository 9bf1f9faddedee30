import assert from 'node:assert/strict';
import { it } from 'node:test';
import { restartLimit } from '../../client/restart-limit';

it('gives up after more than four crashes within three minutes', () => {
  const mayRestart = restartLimit();
  assert.deepEqual([0, 1, 2, 3, 4].map(mayRestart), [true, true, true, true, false]);
});

it('forgets old crashes', () => {
  const mayRestart = restartLimit();
  const minute = 60_000;
  assert.ok([0, 1, 2, 3, 4, 5, 6, 7].map((n) => mayRestart(n * minute)).every(Boolean));
});
