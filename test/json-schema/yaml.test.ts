import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { poll } from '../host/delay';
import { documented } from '../support/documented';
import { inRepository } from '../support/fixture';
import { schemaFile } from './documents';

const PAGE = 'docs/json-schema.md';
const folder = mkdtempSync(join(tmpdir(), 'realtime-yaml-'));
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const published = new Map<string, Diagnostic[]>();
let server: ChildProcess;
let connection: ProtocolConnection;

/** The settings of the page, as an editor answers for a section of them. */
const settings: Record<string, unknown> = {
  'yaml.schemaStore': { enable: false },
  ...JSON.parse(documented('yaml', PAGE)),
};
const section = (name: string) =>
  Object.fromEntries(
    Object.entries(settings)
      .filter(([key]) => key.startsWith(`${name}.`))
      .map(([key, value]) => [key.slice(name.length + 1), value]),
  );

before(async () => {
  const schemas = join(folder, 'node_modules/realtime-config/dist/schemas');
  mkdirSync(schemas, { recursive: true });
  cpSync(schemaFile('ga.session'), join(schemas, 'ga.session.schema.json'));
  const program = inRepository('node_modules/yaml-language-server/bin/yaml-language-server');
  server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  assert.ok(server.stdout && server.stdin);
  connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section: name }) => section(name)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    published.set(uri, diagnostics);
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'project' }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { completion: {}, hover: { contentFormat: ['markdown'] } },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
});

after(() => {
  connection?.dispose();
  server?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function open(name: string, text: string): Promise<string> {
  const uri = uriOf(name);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  return uri;
}

/** Where something is wrong, as `line: message`, once the server has looked and said as much. */
const problems = (uri: string, count: number) =>
  poll(
    () => {
      const found = published.get(uri);
      return found?.length === count
        ? found.map(({ range, message }) => `${range.start.line}: ${message}`).sort()
        : undefined;
    },
    { what: `${count} problems of ${uri}`, timeoutMs: 60_000, everyMs: 30 },
  );

const wrong = 'type: realtime\naudio:\n  output:\n    speed: 9\nvoice: marin\n';

describe('a session as YAML, in yaml-language-server', () => {
  it('is checked where the settings of the page map it', async () => {
    const found = await problems(await open('agent.ga.session.yaml', wrong), 2);
    assert.match(found[0] ?? '', /^3: .*1\.5/);
    assert.match(found[1] ?? '', /^4: .*voice/);
  });

  it('is checked where its first line names the schema', async () => {
    const [line = ''] = documented('modeline', PAGE).split('\n');
    const found = await problems(await open('named.yaml', `${line}\n${wrong}`), 2);
    assert.match(found[1] ?? '', /^5: .*voice/);
  });

  it('is completed and explained', async () => {
    const uri = await open(
      'complete.ga.session.yaml',
      'type: realtime\ntruncation: \naudio:\n  output: {}\n',
    );
    const at = (line: number, character: number) => ({
      textDocument: { uri },
      position: { line, character },
    });
    const labels = async (line: number, character: number) => {
      const list = await connection.sendRequest<CompletionItem[] | { items: CompletionItem[] }>(
        'textDocument/completion',
        at(line, character),
      );
      return (Array.isArray(list) ? list : list.items).map(({ label }) => label);
    };
    const values = await labels(1, 12);
    for (const value of ['auto', 'disabled']) assert.ok(values.includes(value), values.join());
    const hover = await connection.sendRequest<Hover>('textDocument/hover', at(2, 2));
    assert.match(JSON.stringify(hover.contents), /sound/i);
  });
});
