import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { kindsWithSchema } from '../../server/schema/bundle';
import { inRepository, readRepository } from '../support/fixture';
import { makeWorkplace, type Packed, pack } from './workplace';

/** The tarball as it would be published, and folders of people who have nothing but it. */
const [tarballs, empty, project] = [makeWorkplace(), makeWorkplace(), makeWorkplace()];
let packed: Packed;

const answer = '{\n  "instructions": "Be brief.",\n  "voice": "Alloy"\n}\n';
const tsc = inRepository('node_modules/typescript/bin/tsc');

/** The code blocks of the API's page in one language. */
const blocks = (language: string) =>
  [...readRepository('docs/api.md').matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, code]) => code ?? '',
  );

after(() => {
  for (const place of [tarballs, empty, project]) place.remove();
});

before(async () => {
  packed = await pack(inRepository('.'), tarballs.folder);
  project.write('package.json', '{ "name": "project", "private": true }\n');
  const installed = await project.run('npm', 'install', '--offline', '--no-audit', '--no-fund', packed.path);
  assert.equal(installed.code, 0, installed.stderr);
});

describe('the tarball', () => {
  it('holds the command, the API, the schemas and texts', () => {
    const schemas = packed.files.filter((file) => file.startsWith('dist/schemas/'));
    for (const kind of kindsWithSchema) assert.ok(schemas.includes(`dist/schemas/${kind}.schema.json`), kind);
    assert.deepEqual(
      packed.files.filter((file) => !schemas.includes(file)),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/api.cjs',
        'dist/api.d.mts',
        'dist/api.d.ts',
        'dist/api.mjs',
        'dist/cli.js',
        'package.json',
      ],
    );
    assert.ok(packed.size < 700_000, `${packed.size} bytes`);
  });

  it('is built before it is packed, and brings nothing else along', () => {
    const manifest = JSON.parse(readRepository('package.json'));
    assert.equal(manifest.scripts.prepack, 'npm run build');
    assert.equal(manifest.dependencies, undefined);
    assert.equal(manifest.main, './dist/client.js');
    assert.deepEqual(readdirSync(join(project.folder, 'node_modules')).sort(), [
      '.bin',
      '.package-lock.json',
      'realtime-config',
    ]);
  });
});

describe('npx realtime-config', () => {
  it('works from an empty folder, and leaves it empty', async () => {
    const { code, stdout, stderr } = await empty.run(
      'npx',
      '--yes',
      '--offline',
      `--package=${packed.path}`,
      '--',
      'realtime-config',
      'defaults',
      'sdk.session-config',
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(Object.keys(JSON.parse(stdout)), [
      'input_audio_format',
      'output_audio_format',
      'voice_activity_detection',
      'turn_detection',
      'tool_choice',
      'modalities',
    ]);
    assert.deepEqual(readdirSync(empty.folder), []);
  });

  it('checks the files of a project that has installed it', async () => {
    project.write('calls/a.realtime.json', answer);
    const { code, stdout } = await project.run('npx', '--offline', 'realtime-config', 'check');
    assert.equal(code, 1);
    assert.match(stdout, /^calls\/a\.realtime\.json/);
    assert.match(stdout, /"voice" cannot be "Alloy"/);
  });

  it('serves editors', async () => {
    const { code, stdout } = await project.run(
      process.execPath,
      '-e',
      `const child = require('child_process').spawn('npx', ['--offline', 'realtime-config', 'lsp', '--stdio']);
       const send = (message) => {
         const text = JSON.stringify({ jsonrpc: '2.0', ...message });
         child.stdin.write('Content-Length: ' + text.length + '\\r\\n\\r\\n' + text);
       };
       send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
       let answer = '';
       child.stdout.on('data', (chunk) => {
         answer += chunk;
         if (!answer.includes('"completionProvider"')) return;
         send({ id: 2, method: 'shutdown' });
         send({ method: 'exit' });
       });
       child.on('exit', (code) => (process.exitCode = code));`,
    );
    assert.deepEqual([code, stdout], [0, '']);
  });
});

describe('the API', () => {
  it('does what its page shows, from an ES module', async () => {
    project.write('support.realtime.json', answer);
    const [example = ''] = blocks('js');
    project.write('example.mjs', example);
    assert.deepEqual(await project.run(process.execPath, 'example.mjs'), {
      code: 1,
      stdout: [
        'support.realtime.json is a sdk.response-config',
        'support.realtime.json:3:12 error invalid-value: "voice" cannot be "Alloy". Did you mean "alloy"? (5 other values are possible.) The SDK refuses the whole file.',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('converts as its page shows', async () => {
    project.write(
      'old.realtime.json',
      '{ "model": "gpt-4o-realtime-preview", "temperature": 0.8, "config": {} }\n',
    );
    project.write('convert.mjs', blocks('js')[1] ?? '');
    const { code, stdout, stderr } = await project.run(process.execPath, 'convert.mjs');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^\/model: .*\n\/temperature: .*\n$/);
    const converted = readFileSync(join(project.folder, 'new.realtime.json'), 'utf8');
    assert.deepEqual(JSON.parse(converted), { session: { type: 'realtime', model: 'gpt-realtime-2.1' } });
  });

  it('has the same names in both forms, and its schemas as files', async () => {
    const names = "['check', 'convert', 'defaults', 'detectKind', 'kinds', 'schema']";
    project.write(
      'both.mjs',
      `import assert from 'node:assert/strict';
       import { createRequire } from 'node:module';
       import * as imported from 'realtime-config';
       const require = createRequire(import.meta.url);
       const required = require('realtime-config');
       assert.deepEqual(Object.keys(imported).sort(), ${names});
       assert.deepEqual(Object.keys(required).sort(), ${names});
       const text = '{ "type": "realtime", "voice": "marin" }';
       assert.deepEqual(imported.check(text), required.check(text));
       assert.equal(imported.check(text).kind, 'ga.session');
       const { text: secret } = imported.convert(text, { to: 'ga.client-secret' });
       assert.deepEqual(JSON.parse(secret), { session: { type: 'realtime', voice: 'marin' } });
       assert.deepEqual(require('realtime-config/schemas/ga.session.schema.json'), required.schema('ga.session'));
       assert.equal(require('realtime-config/package.json').name, 'realtime-config');`,
    );
    assert.deepEqual(await project.run(process.execPath, 'both.mjs'), { code: 0, stdout: '', stderr: '' });
  });

  const consumer = `import { check, type CheckOptions, convert, type ConversionError, defaults, detectKind, kinds, schema, type Diagnostic } from 'realtime-config';
const options: CheckOptions = { kind: 'ga.session', today: '2026-11-22', rules: { 'wrong-type': 'off' }, target: 'azure' };
const found: readonly Diagnostic[] = check('{}', options).diagnostics;
const line: number | undefined = found[0]?.range.start.line;
const ids: string[] = kinds.map(({ id }) => id);
const title: unknown = schema(detectKind('{}').kind).title;
defaults('ga.session').model = 'm';
const lost: string | undefined = convert('{}', { to: 'ga.session', from: 'beta.session' }).notes[0]?.message;
const place = (error: ConversionError): number => error.position.line;
// @ts-expect-error It has to be said what to convert to.
convert('{}', {});
// @ts-expect-error There is no such option.
check('{}', { fileNmae: 'a' });
// @ts-expect-error There is no such target.
check('{}', { target: 'mars' });
// @ts-expect-error What was found is not to be changed.
check('{}').kind = 'ga.session';
export { ids, line, lost, place, title };
`;

  for (const [resolution, module, ...names] of [
    ['nodenext', 'nodenext', 'consumer.mts', 'consumer.cts'],
    ['bundler', 'esnext', 'consumer.ts'],
  ] as const) {
    it(`has types for TypeScript with ${resolution} resolution`, async () => {
      for (const name of names) project.write(name, consumer);
      const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022'];
      const how = ['--module', module, '--moduleResolution', resolution];
      const { code, stdout } = await project.run(process.execPath, tsc, ...flags, ...how, ...names);
      assert.deepEqual([code, stdout], [0, '']);
    });
  }

  it('needs nothing of Node.js, and makes no code from text', () => {
    const module = { exports: {} as typeof import('../../server/api/main') };
    // The contents of a browser's global object that are used; there is no `require`, no `process`.
    const globals = { module, structuredClone };
    runInNewContext(readRepository('dist/api.cjs'), globals, {
      contextCodeGeneration: { strings: false, wasm: false },
    });
    const { check, defaults } = module.exports;
    const text = JSON.stringify(defaults('ga.session'));
    assert.equal(check(text, { kinds: { '*.json': 'ga.session' }, fileName: 'a.json' }).kindFrom, 'choice');
  });
});
