import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getLanguageService, type LanguageService, TextDocument } from 'vscode-json-languageservice';
import { kindsWithSchema } from '../../server/schema/bundle';
import { documented } from '../support/documented';
import { inRepository } from '../support/fixture';
import { schemaFile } from './documents';

const PAGE = 'docs/json-schema.md';
const INSTALLED = './node_modules/realtime-config/';
const project = pathToFileURL(inRepository('project/')).href;

/** Reads what is asked for from the disk, as VS Code does; the package is this repository. */
const jsonService = (): LanguageService =>
  getLanguageService({
    schemaRequestService: (uri) =>
      readFile(
        fileURLToPath(uri.replace(new URL(INSTALLED, project).href, pathToFileURL(inRepository('./')).href)),
        'utf8',
      ),
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  });

async function messages(service: LanguageService, name: string, text: string): Promise<string[]> {
  const document = TextDocument.create(new URL(name, project).href, 'json', 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document), {
    schemaRequest: 'error',
    schemaValidation: 'error',
  });
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

test('every schema is loaded from its file, and takes its default', async () => {
  for (const kind of kindsWithSchema) {
    const service = jsonService();
    const uri = pathToFileURL(schemaFile(kind)).href;
    service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*.json'] }] });
    const { default: example } = JSON.parse(await readFile(schemaFile(kind), 'utf8')) as { default: object };
    assert.deepEqual(await messages(service, 'a.json', JSON.stringify(example)), [], kind);
    assert.equal((await messages(service, 'b.json', '7')).length, 1, kind);
  }
});

test('the settings of the page check and complete a file of that name', async () => {
  const { 'json.schemas': mapped } = JSON.parse(documented('vscode', PAGE)) as {
    'json.schemas': { fileMatch: string[]; url: string }[];
  };
  const service = jsonService();
  service.configure({
    validate: true,
    schemas: mapped.map(({ fileMatch, url }) => ({ fileMatch, uri: new URL(url, project).href })),
  });
  const text = '{ "type": "realtime", "voice": "marin", "truncation":  }';
  assert.deepEqual(await messages(service, 'agent.ga.session.json', text), [
    'Property voice is not allowed.',
    'Value expected',
  ]);
  assert.deepEqual(await messages(service, 'other.json', '{ "voice": "marin" }'), []);
  const document = TextDocument.create(new URL('agent.ga.session.json', project).href, 'json', 1, text);
  const list = await service.doComplete(
    document,
    document.positionAt(text.indexOf(':  }') + 2),
    service.parseJSONDocument(document),
  );
  const labels = list?.items.map(({ label }) => label) ?? [];
  for (const label of ['"auto"', '"disabled"']) assert.ok(labels.includes(label), labels.join());
});

test('the pointer of the page is followed', async () => {
  const text = documented('pointer', PAGE);
  const service = jsonService();
  service.configure({ validate: true });
  assert.deepEqual(await messages(service, 'agent.json', text), []);
  const [told = '', ...more] = await messages(service, 'agent.json', text.replace('"alloy"', '"Alloy"'));
  assert.match(told, /^Value is not accepted\./);
  assert.deepEqual(more, []);
});
