import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { schemaOfKind } from '../../../server/schema/bundle';
import { closeAll, completionsAt, fixtureUri, labels, setCursor, waitFor } from './support';

/** Loading the JSON extension and a schema takes its time on a busy machine. */
const deadlineMs = 60_000;

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(fixtureUri(name), new TextEncoder().encode(text));

const schemas = () => vscode.workspace.getConfiguration('json');

/** Opens a new file that is plain JSON to VS Code. */
async function openPlain(name: string, text: string): Promise<vscode.TextEditor> {
  await write(name, text);
  const document = await vscode.workspace.openTextDocument(fixtureUri(name));
  assert.equal(document.languageId, 'json');
  return vscode.window.showTextDocument(document, { preview: false });
}

/** What VS Code's own JSON support says, once it says anything. */
const told = async ({ document }: vscode.TextEditor) => {
  const found = await waitFor(
    () => vscode.languages.getDiagnostics(document.uri),
    (all) => all.length > 0,
    `diagnostics of ${document.uri.path}`,
    deadlineMs,
  );
  return found.map(({ message, range }) => `${document.getText(range)}: ${message}`);
};

const offered = async (editor: vscode.TextEditor) => labels(await completionsAt(editor));

describe('plain JSON by a schema of ours', function () {
  this.timeout(2 * deadlineMs);

  before(async () => {
    for (const kind of ['ga.session', 'sdk.response-config'])
      await write(`schemas/${kind}.schema.json`, JSON.stringify(schemaOfKind(kind), null, 2));
  });

  afterEach(async () => {
    await schemas().update('schemas', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('is checked and completed where the document points at it', async () => {
    const pointer = '"$schema": "./schemas/sdk.response-config.schema.json"';
    const editor = await openPlain('pointed.json', `{ ${pointer}, "voice": "Alloy" }\n`);
    const [first = '', ...others] = await told(editor);
    assert.match(first, /^"Alloy": Value is not accepted/);
    assert.deepEqual(others, []);
    setCursor('"voice": |"Alloy"');
    const values = await offered(editor);
    assert.ok(values.includes('"alloy"'), values.join());
  });

  it('is checked where a setting maps it', async () => {
    const mapped = [{ fileMatch: ['*.ga.session.json'], url: './schemas/ga.session.schema.json' }];
    await schemas().update('schemas', mapped, vscode.ConfigurationTarget.Workspace);
    const editor = await openPlain('agent.ga.session.json', '{ "type": "realtime", "voice": "marin" }\n');
    assert.deepEqual(await told(editor), ['"voice": Property voice is not allowed.']);
  });
});
