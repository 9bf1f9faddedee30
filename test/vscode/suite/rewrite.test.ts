import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications } from './answers';
import { activeEditor, closeAll, openText, textOf, waitFor } from './support';

const run = (name: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`realtimeConfig.${name}`, ...args);

const update = '{\n  "type": "session.update",\n  "session": {\n    "type": "realtime"\n  }\n}\n';

/** Runs a command, gives the text it left, and takes it back with one undo. */
async function changed(text: string, name: string): Promise<unknown> {
  const editor = await openText(text);
  await run(name);
  const after = textOf(editor);
  assert.notEqual(after, text);
  await vscode.commands.executeCommand('undo');
  await waitFor(
    () => textOf(editor),
    (now) => now === text,
    'the text as it was, after one undo',
  );
  return JSON.parse(after);
}

/** Runs a command in a wrong place, where it changes nothing. */
async function refused(text: string, name: string): Promise<void> {
  const editor = await openText(text);
  await run(name);
  assert.equal(textOf(editor), text);
}

/** Chooses what the light bulb offers at the cursor. */
async function choose(kind: string, title: string): Promise<void> {
  const { document, selection } = activeEditor();
  const offered = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      kind,
    );
  const actions = await waitFor(offered, (found) => found.some((one) => one.title === title), title);
  const action = actions.find((one) => one.title === title);
  if (action?.edit) await vscode.workspace.applyEdit(action.edit);
  const { command } = action ?? {};
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

describe('rewriting', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  it('fillDefaults writes out every default', async () => {
    const filled = await changed('{\n  "type": "realtime",\n  "model": "gpt-realtime"\n}\n', 'fillDefaults');
    assert.deepEqual(filled, {
      type: 'realtime',
      model: 'gpt-realtime',
      output_modalities: ['audio'],
      tools: [],
      tool_choice: 'auto',
      max_output_tokens: 'inf',
      truncation: 'auto',
      tracing: null,
    });
    await refused(update, 'fillDefaults');
  });

  it('removeDefaults takes them out', async () => {
    const text = '{\n  "type": "realtime",\n  "output_modalities": ["audio"],\n  "truncation": "auto"\n}\n';
    assert.deepEqual(await changed(text, 'removeDefaults'), { type: 'realtime' });
    await refused(update, 'removeDefaults');
  });

  it('sortKeys puts keys into schema order', async () => {
    const text = '{\n  "model": "gpt-realtime",\n  "type": "realtime"\n}\n';
    assert.deepEqual(Object.keys((await changed(text, 'sortKeys')) as object), ['type', 'model']);
    await refused('{ "model": "m", "type": ', 'sortKeys');
  });

  it('the light bulb writes out defaults of one object, and inserts a default where it lacks', async () => {
    const text = '{\n  "type": "realtime",\n  "audio": {\n    "output": {|},\n    "input": {}\n  }\n}\n';
    const editor = await openText(text);
    await choose('refactor.rewrite.realtime.fillDefaults', 'Write out the defaults of "audio.output"');
    await waitFor(
      () => textOf(editor),
      (now) => now.includes('"speed": 1'),
      'the default speed',
    );
    const before = textOf(editor);
    const at = editor.document.positionAt(before.indexOf('"input": {') + '"input": {'.length);
    editor.selection = new vscode.Selection(at, at);
    await choose('refactor.rewrite.realtime.insertDefault', 'Insert the default "turn_detection"');
    assert.equal(JSON.parse(textOf(editor)).audio.input.turn_detection.type, 'server_vad');
    await vscode.commands.executeCommand('undo');
    assert.equal(textOf(editor), before);
  });

  it('the light bulb removes defaults and sorts keys', async () => {
    const editor = await openText(
      '{\n  "truncation": "auto",\n  "model": "gpt-realtime",\n  "type": "realtime"\n}\n',
    );
    await choose('refactor.rewrite.realtime.removeDefaults', 'Remove values equal to the default');
    await waitFor(
      () => textOf(editor),
      (now) => !now.includes('truncation'),
      'the text without the default',
    );
    await choose('refactor.rewrite.realtime.sortKeys', 'Sort keys into schema order');
    await waitFor(
      () => textOf(editor),
      (now) => now.indexOf('"type"') < now.indexOf('"model"'),
      'the keys in order',
    );
  });
});

describe('copying as', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  it('puts each form on the clipboard and leaves the document alone', async () => {
    const text =
      '{\n  "type": "realtime",\n  "model": "gpt-realtime-2.1",\n  "instructions": "Say \\"hi\\"."\n}\n';
    const editor = await openText(text);
    const copied = async (form: string) => {
      await vscode.env.clipboard.writeText('');
      await run('copyAs', form);
      return vscode.env.clipboard.readText();
    };
    assert.deepEqual(JSON.parse(await copied('json')), JSON.parse(text));
    assert.equal(JSON.parse(await copied('session-update')).type, 'session.update');
    assert.deepEqual(JSON.parse(await copied('client-secret')).session, JSON.parse(text));
    assert.match(await copied('curl'), /^curl .*\$OPENAI_API_KEY/s);
    assert.match(await copied('typescript'), /OpenAI/);
    assert.match(await copied('python'), /OpenAI/);
    assert.equal(textOf(editor), text);
  });

  it('gives Rust for documents of the crate', async () => {
    await openText('{\n  "model": "gpt-realtime",\n  "config": {}\n}\n');
    await vscode.env.clipboard.writeText('');
    await run('copyAs', 'rust');
    assert.match(await vscode.env.clipboard.readText(), /RealtimeSessionRequest/);
  });

  it('copies nothing from a broken document', async () => {
    await openText('{ "type": "realtime", ');
    await vscode.env.clipboard.writeText('as before');
    await run('copyAs', 'curl');
    assert.equal(await vscode.env.clipboard.readText(), 'as before');
  });
});
