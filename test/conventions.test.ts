import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { parse } from '../server/document/parse';
import { kinds } from '../server/kinds/catalogue';
import { detectKind } from '../server/kinds/detect';
import { diagnose } from '../server/problems/diagnose';
import { AGREED, inRepository, readRepository } from './support/fixture';

/** Every file below a folder of the repository that ends so. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => name.endsWith(ending))
    .sort();
}

const sources = ['server', 'client'].flatMap((folder) => filesBelow(folder, '.ts'));

interface Import {
  readonly from: string;
  /** A path of this repository without its ending, or a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The imports and re-exports of a file. */
function importsOf(file: string): Import[] {
  const statements = readRepository(file).matchAll(
    /(?:^|\n)(import|export) (type )?(?:([^;'"]*?) from )?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...statements].map(([, , type, names = '', plain, dynamic]) => {
    const specifier = plain ?? dynamic ?? '';
    const named =
      /^\{(.*)\}$/s
        .exec(names)?.[1]
        ?.split(',')
        .filter((name) => name.trim() !== '') ?? [];
    return {
      from: file,
      target: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
      typeOnly: type !== undefined || (named.length > 0 && named.every((name) => /^\s*type /.test(name))),
    };
  });
}

const imports = sources.flatMap(importsOf);
const shown = ({ from, target }: Import) => `${from} imports ${target}`;

/** Lowest first: a file imports from its own layer and from those before it. */
const LAYERS: readonly RegExp[] = [
  /^server\/(?:(?:command-)?protocol|problem)$/,
  /^server\/document\//,
  /^server\/schema\//,
  /^server\/kinds\//,
  /^server\/conversions\//,
  /^server\/emit\//,
  /^server\/rules\//,
  /^server\/problems\//,
  /^server\/config\//,
  /^server\/features\//,
  /^server\/(?:handlers\/[\w-]+|(?!(?:command-)?protocol$|problem$)[\w-]+)$/,
  /^server\/(?:cli|api)\//,
];

const layerOf = (path: string) => LAYERS.findIndex((layer) => layer.test(path.replace(/\.ts$/, '')));

/** The files that start a server, and that alone know where it runs. */
const STARTS = /^server\/(?:main|start-[\w-]+|server\.[\w-]+)\.ts$/;

test('every file of the server has a layer', () => {
  assert.deepEqual(
    sources.filter((file) => file.startsWith('server/') && layerOf(file) < 0),
    [],
  );
  assert.ok(imports.length > 100);
});

test('imports point one way', () => {
  const upward = imports.filter(
    ({ from, target }) => from.startsWith('server/') && layerOf(target) > layerOf(from),
  );
  assert.deepEqual(upward.map(shown), []);
});

test('the server and the client meet in the protocol only', () => {
  const across = imports.filter(
    ({ from, target }) =>
      (from.startsWith('client/') && target.startsWith('server/') && target !== 'server/protocol') ||
      (from.startsWith('server/') && target.startsWith('client/')),
  );
  assert.deepEqual(across.map(shown), []);
});

test('the protocol imports nothing but its own commands', () => {
  assert.deepEqual(
    importsOf('server/protocol.ts').map(({ target }) => target),
    ['server/command-protocol'],
  );
  assert.deepEqual(importsOf('server/command-protocol.ts'), []);
});

test('the language server library is for the server layer only', () => {
  const strays = imports.filter(
    ({ from, target, typeOnly }) =>
      /^vscode-languageserver(?:\/|$)/.test(target) && !typeOnly && layerOf(from) !== LAYERS.length - 2,
  );
  assert.deepEqual(strays.map(shown), []);
});

test('the core runs anywhere: no Node.js, no VS Code', () => {
  const bound = imports.filter(
    ({ from, target }) =>
      from.startsWith('server/') &&
      !STARTS.test(from) &&
      (target === 'vscode' || (target.startsWith('node:') && !from.startsWith('server/cli/'))),
  );
  assert.deepEqual(bound.map(shown), []);
});

test('only what starts a process reads the clock', () => {
  const CLOCK = /Date\.now\(|new Date\(\)/;
  const readers = sources.filter((file) => file.startsWith('server/') && CLOCK.test(readRepository(file)));
  assert.deepEqual(readers, [
    'server/api/main.ts',
    'server/cli/main.ts',
    'server/start-node.ts',
    'server/start-web.ts',
  ]);
});

test('no source file is longer than 250 lines', () => {
  const long = sources
    .map((file) => [file, readRepository(file).split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 250);
  assert.deepEqual(long, []);
});

/** How often each `severity code` occurs in an example, and which kind it was taken for. */
function findingsOf(file: string): { kind: string; from: string; counts: Record<string, number> } {
  const doc = parse(readRepository(file));
  const { kind, from } = detectKind(file, doc.root);
  const counts: Record<string, number> = {};
  for (const { severity, code } of diagnose(doc, kind)) {
    if (AGREED.has(code) && code !== 'removed-api') continue;
    // What is only worth knowing says nothing against a document.
    if (severity === 'info' || severity === 'hint') continue;
    const sort = `${severity} ${code}`;
    counts[sort] = (counts[sort] ?? 0) + 1;
  }
  return { kind, from, counts };
}

/** The kind that each example is meant to be, and what tells so. */
const EXAMPLES: Record<string, string> = {
  'appointment-line': 'sdk.session-request by content',
  'hive-inspection-log': 'sdk.session-request by content',
  'hotel-room-tools': 'sdk.session-config by $schema',
  'language-partner': 'sdk.session-request by content',
  'lecture-notes': 'sdk.session-request by content',
  'museum-guide': 'sdk.session-request by content',
  'opened-session': 'sdk.session-response by content',
  'order-desk': 'sdk.session-request by content',
  'phone-support': 'sdk.session-request by content',
  'push-to-talk-kiosk': 'sdk.session-request by content',
  'read-aloud-confirmation': 'sdk.response-config by content',
  'shared-session': 'sdk.session-config by content',
  'silent-tool-call': 'sdk.response-config by content',
  'text-only-turn.sdk.response-config': 'sdk.response-config by file name',
  'ga/audio-guide-key': 'ga.translation-client-secret by content',
  'ga/captions-off.ga.translation-update': 'ga.translation-update by file name',
  'ga/city-tour': 'ga.translation-session by content',
  'ga/clinic-key': 'ga.translation-client-secret by content',
  'ga/court-reporter': 'ga.transcription-session by content',
  'ga/dictation-key': 'ga.client-secret by content',
  'ga/greeting': 'ga.response-create by content',
  'ga/hotel-desk': 'ga.translation-session by content',
  'ga/lecture-captions': 'ga.transcription-session by content',
  'ga/minutes': 'ga.session by content',
  'ga/mood-check': 'ga.response-create by content',
  'ga/next-guests': 'ga.translation-update by content',
  'ga/start-transcript': 'ga.session-update by content',
  'ga/switch-to-quiet-room': 'ga.session-update by content',
  'ga/taxi-line': 'ga.session by content',
  'ga/travel-planner': 'ga.session by content',
  'ga/walkie-talkie': 'ga.session by content',
  'ga/web-page-key': 'ga.client-secret by content',
  'beta/book-hotline': 'beta.session by content',
  'beta/change-voice-input': 'beta.session-update by content',
  'beta/old-dictation': 'beta.transcription-session by content',
};

/** The folders of examples that are as they should be. */
const EXAMPLE_FOLDERS = ['', 'ga/', 'beta/'];

test('every kind of today has two clean examples', () => {
  const given = Object.values(EXAMPLES).map((kind) => kind.split(' ')[0]);
  const few = kinds.filter(
    ({ id, dialect }) => dialect === 'ga' && given.filter((kind) => kind === id).length < 2,
  );
  assert.deepEqual(few, []);
});

const examplesIn = (folder: string) =>
  readdirSync(inRepository(folder))
    .filter((name) => name.endsWith('.realtime.json'))
    .map((name) => name.slice(0, -'.realtime.json'.length))
    .sort();

test('every example is clean, and taken for what it is meant to be', () => {
  const names = EXAMPLE_FOLDERS.flatMap((folder) =>
    examplesIn(`examples/${folder}`).map((name) => folder + name),
  );
  const found = names.map((name) => {
    const { kind, from, counts } = findingsOf(`examples/${name}.realtime.json`);
    // Of a preview document there is one thing to be said, that the API is gone.
    const expected = name.startsWith('beta/') ? { 'warning removed-api': 1 } : {};
    assert.deepEqual(counts, expected, name);
    return [name, `${kind} by ${from}`];
  });
  assert.deepEqual(Object.fromEntries(found), EXAMPLES);
});

/** What examples/mistakes/README.md promises of each file. */
const MISTAKES: Record<string, Record<string, number>> = {
  'bad-dates': { 'error wrong-type': 1, 'warning wrong-format': 1 },
  'duplicate-keys': { 'error duplicate-key': 2, 'warning duplicate-key': 2, 'warning unknown-property': 1 },
  'missing-required': { 'error missing-property': 7, 'warning voice-activity-detection': 1 },
  'misspelled-keys': { 'warning unknown-property': 9 },
  'null-where-required': { 'error wrong-type': 4 },
  syntax: { 'error syntax': 4 },
  'tool-parameters': { 'warning parameters-type-name': 1, 'warning wrong-type': 5 },
  'unusual-forms': { 'warning wrong-type': 5 },
  'wrong-case-enums': { 'error invalid-value': 6 },
  'wrong-numbers': {
    'error number-literal': 3,
    'error out-of-range': 1,
    'error wrong-type': 3,
    'warning sdk-api-range': 1,
    'warning voice-activity-detection': 1,
  },
  'wrong-types': { 'error wrong-type': 8 },
};

test('every mistake is found, and nothing beside it', () => {
  const found = examplesIn('examples/mistakes').map((name) => [
    name,
    findingsOf(`examples/mistakes/${name}.realtime.json`).counts,
  ]);
  assert.deepEqual(Object.fromEntries(found), MISTAKES);
});

test('the tables of the examples name every file, and no other', () => {
  const linkedIn = (readme: string) =>
    [...readRepository(readme).matchAll(/\]\(([^)]+)\.realtime\.json\)/g)].map(([, name]) => name).sort();
  const names = EXAMPLE_FOLDERS.flatMap((folder) =>
    examplesIn(`examples/${folder}`).map((name) => folder + name),
  );
  assert.deepEqual(linkedIn('examples/README.md'), names.sort());
  assert.deepEqual(linkedIn('examples/mistakes/README.md'), examplesIn('examples/mistakes'));
});
