import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import manifest from '../package.json';
import { resolveConfig } from '../server/config/resolve';
import { rewriteKinds } from '../server/features/rewrites';
import { kinds } from '../server/kinds/catalogue';
import { readPreferences, readSettings } from '../server/settings';
import { manifestText } from './rules/manifest';
import { inRepository, readRepository } from './support/fixture';

const { properties } = manifest.contributes.configuration;
const ids = kinds.map(({ id }) => id);

test('the settings offer every kind, as the catalogue names and describes it', () => {
  assert.deepEqual(properties['realtimeConfig.kinds'].additionalProperties.enum, ids);
  const setting = properties['realtimeConfig.defaultKind'];
  assert.deepEqual(setting.enum, ids);
  assert.deepEqual(
    setting.enumItemLabels,
    kinds.map(({ title }) => title),
  );
  assert.deepEqual(
    setting.enumDescriptions,
    kinds.map(({ description }) => description),
  );
});

test('the defaults of the manifest are those of the server', () => {
  const of = (name: keyof typeof properties) => properties[name].default;
  assert.deepEqual(readSettings(undefined), {});
  const { extra, target, levels } = resolveConfig('/a', { config: {}, folder: undefined });
  assert.deepEqual(extra, {
    models: of('realtimeConfig.extraModels'),
    voices: of('realtimeConfig.extraVoices'),
  });
  assert.equal(target, of('realtimeConfig.target'));
  assert.deepEqual(levels, of('realtimeConfig.rules'));
  assert.deepEqual(readPreferences(undefined), {
    scope: of('realtimeConfig.validate.scope'),
    inlayHints: of('realtimeConfig.inlayHints.enabled'),
  });
});

test('the settings name the rules as they are (npm run docs writes them)', () => {
  assert.equal(readRepository('package.json'), manifestText());
});

test('kinds can be told apart by what lists show of them', () => {
  for (const text of [kinds.map(({ title }) => title), kinds.map(({ description }) => description)]) {
    assert.equal(new Set(text).size, kinds.length);
  }
});

test('the README has every kind and every setting', () => {
  const readme = readRepository('README.md');
  for (const name of [...ids, ...Object.keys(properties)]) assert.ok(readme.includes(`\`${name}\``), name);
});

test('every command and every kind of rewrite runs inside VS Code', () => {
  const suite = readdirSync(inRepository('test/vscode/suite'))
    .map((name) => readRepository(`test/vscode/suite/${name}`))
    .join('\n');
  // The insert-default commands are named by their ends there.
  const named = (command: string) => command.replace(/^realtimeConfig\.(insertDefault)?/, '');
  const names = manifest.contributes.commands.map(({ command }) => named(command));
  assert.deepEqual(
    [...names, ...Object.values(rewriteKinds)].filter((name) => !suite.includes(name)),
    [],
  );
});
