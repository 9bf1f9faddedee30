import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Config } from '../../server/config/config';
import { resolveConfig } from '../../server/config/resolve';

const resolve = (path: string, project: Config | undefined, editor: Config = {}) =>
  resolveConfig(path, { config: editor, folder: '/w' }, project && { config: project, folder: '/w/calls' });

test('the project holds over the editor, key by key and rule by rule', () => {
  const { levels, target, defaultKind, extra } = resolve(
    '/w/calls/a.realtime.json',
    { rules: { a: 'off' }, target: 'azure', extraModels: ['mine'] },
    { rules: { a: 'error', b: 'hint' }, target: 'other', defaultKind: 'ga.session', extraModels: ['yours'] },
  );
  assert.deepEqual(levels, { a: 'off', b: 'hint' });
  assert.equal(target, 'azure');
  assert.equal(defaultKind, 'ga.session');
  assert.deepEqual(extra.models, ['mine', 'yours']);
});

test('of overrides that match the last holds; globs start at the folder of the config', () => {
  const project: Config = {
    rules: { a: 'error' },
    overrides: [
      { files: ['old/**'], rules: { a: 'off' } },
      { files: ['*.beta.realtime.json'], rules: { a: 'hint' } },
    ],
  };
  const levelOf = (path: string) => resolve(path, project).levels.a;
  assert.equal(levelOf('/w/calls/x.realtime.json'), 'error');
  assert.equal(levelOf('/w/calls/old/x.realtime.json'), 'off');
  assert.equal(levelOf('/w/calls/old/x.beta.realtime.json'), 'hint');
  assert.equal(levelOf('/w/calls/new/old/x.realtime.json'), 'error');
});

test('the kind that the project chooses comes before the editor’s choice', () => {
  const kinds = { '*.realtime.json': 'beta.session' };
  assert.equal(
    resolve('/w/calls/x.realtime.json', { kinds: { 'x*': 'ga.session' } }, { kinds }).kind,
    'ga.session',
  );
  assert.equal(
    resolve('/w/calls/y.realtime.json', { kinds: { 'x*': 'ga.session' } }, { kinds }).kind,
    'beta.session',
  );
  assert.equal(resolve('/w/calls/y.realtime.json', undefined).kind, undefined);
});
