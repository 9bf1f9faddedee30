import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { kindsWithSchema } from '../../server/schema/bundle';
import { ANNOTATION_KEYWORDS } from '../../server/schema/types';
import { documented } from '../support/documented';
import { inRepository } from '../support/fixture';
import { schemaOf } from './documents';

const folder = mkdtempSync(join(tmpdir(), 'realtime-ajv-'));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('Ajv compiles every schema in its strict mode, once the keywords for editors are named', () => {
  for (const kind of kindsWithSchema) {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, keywords: [...ANNOTATION_KEYWORDS] });
    addFormats(ajv);
    const validate = ajv.compile(schemaOf(kind));
    assert.equal(validate(schemaOf(kind).default), true, kind);
    assert.equal(validate(7), false, kind);
  }
});

test('the lines of the page check a session', async () => {
  // A project as the page sees it, with the packages that it imports.
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'realtime-config'), { recursive: true });
  for (const name of ['package.json', 'dist'])
    cpSync(inRepository(name), join(modules, 'realtime-config', name), { recursive: true });
  for (const name of ['ajv', 'ajv-formats'])
    symlinkSync(inRepository(`node_modules/${name}`), join(modules, name), 'junction');
  const script = join(folder, 'check.mjs');
  writeFileSync(script, documented('ajv', 'docs/json-schema.md'));
  const { problems } = (await import(pathToFileURL(script).href)) as {
    problems: (session: unknown) => { instancePath: string; keyword: string }[];
  };
  assert.deepEqual(problems({ type: 'realtime', model: 'gpt-realtime-2.1' }), []);
  assert.deepEqual(
    problems({ type: 'realtime', voice: 'marin', audio: { output: { speed: 9 } } }).map(
      ({ instancePath, keyword }) => [instancePath, keyword],
    ),
    [
      ['', 'additionalProperties'],
      ['/audio/output/speed', 'maximum'],
    ],
  );
});
