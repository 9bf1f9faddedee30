import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clearNotifications, runPicking } from './answers';
import {
  activeEditor,
  closeAll,
  fixtureUri,
  openFixture,
  openText,
  setCursor,
  textOf,
  typeText,
  waitFor,
} from './support';

const COMMAND = 'realtimeConfig.editAsText';
/** Of each test its own: documents, and what can be undone in them, outlive their editors. */
let file = '';
let files = 0;
const { fs } = vscode.workspace;

const run = (command: string) => vscode.commands.executeCommand(command);
const isText = ({ uri }: vscode.TextDocument) => uri.scheme === 'realtime-text';

/** A document with its instructions as they are written between the quotes, and two tools. */
const session = (source: string, tools = ['Looks up.', 'Hangs up.']) =>
  `{\n  "type": "realtime",\n  "instructions": "${source}",\n  "tools": [\n${tools
    .map((text, index) => `    { "type": "function", "name": "tool_${index}", "description": "${text}" }`)
    .join(',\n')}\n  ]\n}\n`;

/** Writes a file and opens it. */
async function openFile(text: string): Promise<vscode.TextEditor> {
  file = `prose-${++files}.realtime.json`;
  await write(text);
  return openFixture(file);
}

const write = (text: string) => fs.writeFile(fixtureUri(file), new TextEncoder().encode(text));
/** Deletes the file, and waits until VS Code has let go of the document. */
async function remove({ uri }: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri);
  assert.ok(await vscode.workspace.applyEdit(edit));
  await waitFor(
    () => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()),
    (isOpen) => !isOpen,
    'the end of the document',
  );
}

/** The file's text, or nothing as long as there is no file. */
const readIfThere = () => read().then(undefined, () => '');
const read = async (name = file) => new TextDecoder().decode(await fs.readFile(fixtureUri(name)));

/** Opens the string at the marker as text. */
async function openAsText(json: vscode.TextEditor, marker = '"instr|uctions"'): Promise<vscode.TextEditor> {
  await focus(json);
  setCursor(marker);
  await run(COMMAND);
  const editor = activeEditor();
  assert.ok(isText(editor.document), editor.document.uri.toString());
  return editor;
}

/** Brings a document to the front again; an editor object is no more than a look at it. */
async function focus({ document, viewColumn }: vscode.TextEditor): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, { viewColumn: viewColumn ?? 1, preview: false });
}

const becomes = (document: vscode.TextDocument, text: string) =>
  waitFor(
    () => document.getText(),
    (now) => now === text,
    `the text ${JSON.stringify(text.slice(0, 200))}`,
  );

/** Undoes in the document in front until it has a text; each time both sides have to agree before the next. */
async function undoUntil(
  expected: string,
  json: vscode.TextDocument,
  text: vscode.TextDocument,
): Promise<void> {
  const { document } = activeEditor();
  for (let steps = 0; document.getText() !== expected && steps < 20; steps++) {
    const { version } = document;
    await run('undo');
    await waitFor(
      () => document.version,
      (now) => now > version,
      'something to undo',
    );
    await agree(json, text);
  }
  assert.equal(document.getText(), expected);
}

/** Waits until the text is that of a string in the JSON document. */
const agree = (json: vscode.TextDocument, text: vscode.TextDocument) =>
  waitFor(
    () => json.getText().includes(JSON.stringify(plain(text))),
    (same) => same,
    `both sides to agree on ${plain(text)}`,
  );

const plain = (document: vscode.TextDocument) => document.getText().replaceAll('\r\n', '\n');

/** Does something under other settings of files. */
async function withFileSettings(settings: object, work: () => Promise<void>): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  const update = (name: string, value: unknown) =>
    files.update(name, value, vscode.ConfigurationTarget.Workspace);
  for (const [name, value] of Object.entries(settings)) await update(name, value);
  try {
    await work();
  } finally {
    for (const name of Object.keys(settings)) await update(name, undefined);
  }
}

/** Every way to write a character, with what a text document shows of it. */
const WAYS: readonly (readonly [string, string])[] = [
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\/', '/'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\n'],
  ['\\r\\n', '\n'],
  ['\\t', '\t'],
  ['\\u00e9', 'é'],
  ['\\u0041', 'A'],
  ['\\ud83d\\ude42', '🙂'],
  ['🙂', '🙂'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['\\u001b', '\u001b'],
  ['\\u0000', '⟦\\u0000⟧'],
  ['\\u2028', '⟦\\u2028⟧'],
  ['\\uD83D', '⟦\\ud83d⟧'],
  [' Greet the caller. ', ' Greet the caller. '],
  ['\\uDE42', '⟦\\ude42⟧'],
];

describe('edit as text', () => {
  beforeEach(clearNotifications);
  afterEach(async () => {
    await closeAll();
    await clearNotifications();
  });

  it('carries 20,000 characters with every escape, emoji and line end, edited on both sides in turn', async function () {
    // Long lines take VS Code a while.
    this.timeout(60_000);
    const all = WAYS.map(([source]) => source).join('x');
    const times = Math.ceil(20_000 / (JSON.parse(`"${all}"`) as string).length);
    const shown = WAYS.map(([, text]) => text).join('x');
    const json = await openFile(session(Array(times).fill(all).join('#\\/')));
    const text = await openAsText(json);
    assert.equal(text.document.languageId, 'markdown');
    assert.equal(plain(text.document), Array(times).fill(shown).join('#/'));
    assert.ok(text.document.getText().length >= 20_000);

    // In the text: three places at once, far apart.
    const expected = Array<string>(times).fill(all);
    const addTo = (index: number) => text.document.positionAt(plainOffset(text.document, '#', index));
    await text.edit((edit) => {
      for (const index of [1, 7, 30]) edit.insert(addTo(index), 'new "é" 🙂\n');
    });
    const whole = (parts: readonly string[]) => session(parts.join('#\\/'));
    for (const index of [0, 6, 29]) expected[index] += 'new \\"é\\" 🙂\\n';
    await becomes(json.document, whole(expected));

    // In the source: a part is written anew, with other escapes.
    const again = await focus(json);
    const start = json.document.getText().split('#\\/').slice(0, 11).join('#\\/').length;
    expected[11] = 'caf\\u00e9 \\uD83D\\r\\n';
    const range = new vscode.Range(
      json.document.positionAt(start + '#\\/'.length),
      json.document.positionAt(start + '#\\/'.length + all.length),
    );
    await again.edit((edit) => edit.replace(range, expected[11] ?? ''));
    await waitFor(
      () => plain(text.document).includes('#/café ⟦\\ud83d⟧\n#/'),
      (isThere) => isThere,
      'the new part in the text',
    );

    // And in the text again: a part is removed, with all that it has.
    const [from, to] = [20, 21].map((index) => plainOffset(text.document, '#', index)) as [number, number];
    const editor = await focus(text);
    await editor.edit((edit) =>
      edit.delete(new vscode.Range(text.document.positionAt(from), text.document.positionAt(to))),
    );
    expected.splice(20, 1);
    await becomes(json.document, whole(expected));
    await text.document.save();
    assert.equal(await read(), whole(expected));
  });

  it('writes what is typed, and takes it back with undo, byte by byte', async () => {
    const before = session('caf\\u00e9 \\/ \\ud83d');
    const json = await openFile(before);
    const text = await openAsText(json, '"instr|uctions"');
    await run('cursorBottom');
    await typeText('Say "hi".');
    await becomes(json.document, session('caf\\u00e9 \\/ \\ud83dSay \\"hi\\".'));
    await run('editor.action.selectAll');
    await run('deleteLeft');
    await becomes(json.document, session(''));
    await run('undo');
    await becomes(json.document, session('caf\\u00e9 \\/ \\ud83dSay \\"hi\\".'));
    const undo = async () => {
      await run('undo');
      return textOf(text);
    };
    await waitFor(undo, (now) => now === 'café / ⟦\\ud83d⟧', 'the text as it was');
    await becomes(json.document, before);
  });

  it('follows the JSON document, and takes a run of typing back there with one undo', async () => {
    const before = session('Be kind.');
    const json = await openFile(before);
    const text = await openAsText(json);
    await focus(json);
    setCursor('Be kind|.');
    await typeText(' and brief');
    await becomes(text.document, 'Be kind and brief.');
    await undoUntil(before, json.document, text.document);
    await becomes(text.document, 'Be kind.');
    await focus(text);
    await run('cursorBottom');
    await typeText(' Be brief.');
    await becomes(json.document, session('Be kind. Be brief.'));
    await focus(json);
    await undoUntil(before, json.document, text.document);
    await becomes(text.document, 'Be kind.');
  });

  it('saves both with either', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    await typeText('!');
    await becomes(json.document, session('!Be kind.'));
    await run('workbench.action.files.save');
    const clean = () => [json.document.isDirty, text.document.isDirty].join();
    await waitFor(clean, (state) => state === 'false,false', 'both are saved');
    assert.equal(await read(), session('!Be kind.'));
    await typeText('?');
    await becomes(json.document, session('!?Be kind.'));
    await focus(json);
    await run('workbench.action.files.save');
    await waitFor(clean, (state) => state === 'false,false', 'both are saved again');
    assert.equal(await read(), session('!?Be kind.'));
  });

  it('leaves a text that saving would change to whoever saves it', () =>
    withFileSettings({ insertFinalNewline: true }, async () => {
      const json = await openFile(session('Be kind.'));
      const text = await openAsText(json);
      await typeText('!');
      await becomes(json.document, session('!Be kind.'));
      assert.equal(await json.document.save(), true);
      assert.equal(await read(), session('!Be kind.'));
      assert.equal(textOf(text), '!Be kind.');
      assert.equal(await text.document.save(), true);
      assert.equal(await read(), session('!Be kind.\\n'));
    }));

  it('is saved by itself where documents are', () =>
    withFileSettings({ autoSave: 'afterDelay', autoSaveDelay: 100 }, async () => {
      const json = await openFile(session('Be kind.'));
      const text = await openAsText(json);
      await typeText('Please.');
      await waitFor(read, (now) => now === session('Please.Be kind.'), 'the file with what was typed');
      await waitFor(
        () => json.document.isDirty || text.document.isDirty,
        (isDirty) => !isDirty,
        'both are saved',
      );
      assert.equal(textOf(text), 'Please.Be kind.');
    }));

  it('has several texts open at once, and writes into a file that is closed', async () => {
    const json = await openFile(session('Be kind.'));
    const prompt = await openAsText(json);
    const tool = await openAsText(json, '"Hangs| up."');
    assert.equal(textOf(tool), 'Hangs up.');
    await typeText('!');
    await becomes(json.document, session('Be kind.', ['Looks up.', 'Hangs! up.']));
    await focus(json);
    await run('workbench.action.files.save');
    await run('workbench.action.closeActiveEditor');
    await (await focus(prompt)).edit((edit) => edit.insert(new vscode.Position(0, 0), 'A'));
    await (await focus(tool)).edit((edit) => edit.insert(new vscode.Position(0, 0), 'B'));
    await run('workbench.action.files.save');
    const expected = session('ABe kind.', ['Looks up.', 'BHangs! up.']);
    await waitFor(read, (now) => now === expected, 'the file with both');
    await waitFor(
      () => prompt.document.isDirty || tool.document.isDirty,
      (isDirty) => !isDirty,
      'both are saved',
    );
  });

  it('goes back with the file to what was saved, and on from there', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    await typeText('!');
    await becomes(json.document, session('!Be kind.'));
    await focus(json);
    await run('workbench.action.revertAndCloseActiveEditor');
    await becomes(text.document, 'Be kind.');
    await focus(text);
    await run('cursorTop');
    await typeText('?');
    await run('workbench.action.files.save');
    await waitFor(read, (now) => now === session('?Be kind.'), 'the file with what was typed');
  });

  it('follows a file that is moved', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    const moved = new vscode.WorkspaceEdit();
    moved.renameFile(fixtureUri(file), fixtureUri('moved.realtime.json'), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(moved));
    await focus(text);
    await typeText('!');
    await run('workbench.action.files.save');
    const now = () => read('moved.realtime.json');
    await waitFor(now, (found) => found === session('!Be kind.'), 'the moved file');
    await fs.delete(fixtureUri('moved.realtime.json'));
  });

  it('follows a file that is changed outside, by the name of the tool', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json, '"Hangs| up."');
    const turned = session('Be brief.').replace('tool_0', 'tool_9').replace('tool_1', 'tool_0');
    await write(turned.replace('tool_9', 'tool_1').replace('Looks up.', 'Looks \\u0075p.'));
    await becomes(text.document, 'Looks up.');
    await focus(text);
    await run('cursorBottom');
    await typeText('!');
    await becomes(json.document, turned.replace('tool_9', 'tool_1').replace('Looks up.', 'Looks \\u0075p.!'));
  });

  it('keeps a text whose key is gone, and writes it when the key is back', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    const without = session('Be kind.').replace(/ {2}"instructions.*\n/, '');
    const whole = new vscode.Range(0, 0, 99, 0);
    await (await focus(json)).edit((edit) => edit.replace(whole, without));
    await focus(text);
    await typeText('!');
    assert.equal(await text.document.save(), false);
    assert.equal(textOf(text), '!Be kind.');
    assert.equal(json.document.getText(), without);
    await clearNotifications();
    await (await focus(json)).edit((edit) => edit.replace(whole, session('Be kind.')));
    await becomes(json.document, session('!Be kind.'));
    assert.equal(await text.document.save(), true);
  });

  it('waits while the document is broken', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    const at = json.document.positionAt(json.document.getText().indexOf('kind'));
    await (await focus(json)).edit((edit) => edit.insert(at, '"very" '));
    assert.equal(textOf(text), 'Be kind.');
    await (await focus(text)).edit((edit) => edit.insert(new vscode.Position(0, 0), 'Please. '));
    assert.equal(await text.document.save(), false);
    await clearNotifications();
    await (await focus(json)).edit((edit) =>
      edit.replace(new vscode.Range(at, at.translate(0, 6)), '\\"very\\"'),
    );
    await becomes(text.document, 'Please. Be "very" kind.');
    await becomes(json.document, session('Please. Be \\"very\\" kind.'));
  });

  it('follows a document without a file when it is saved', async () => {
    file = `prose-${++files}.realtime.json`;
    const uri = fixtureUri(file).with({ scheme: 'untitled' });
    const json = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await json.edit((edit) => edit.insert(new vscode.Position(0, 0), session('Be kind.')));
    const text = await openAsText(json);
    await typeText('!');
    await becomes(json.document, session('!Be kind.'));
    await run('workbench.action.files.save');
    await waitFor(readIfThere, (now) => now === session('!Be kind.'), 'the new file');
    await focus(text);
    await typeText('?');
    await run('workbench.action.files.save');
    await waitFor(read, (now) => now === session('!?Be kind.'), 'the file with more');
  });

  it('keeps a text whose file is gone', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    await focus(json);
    await run('workbench.action.closeActiveEditor');
    const editor = await focus(text);
    await remove(json.document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Please. '));
    assert.equal(await text.document.save(), false);
    assert.equal(textOf(text), 'Please. Be kind.');
    await clearNotifications();
    await write(session('Be kind.'));
    await waitFor(
      () => text.document.save(),
      (isSaved) => isSaved,
      'the text is saved into the file that is back',
    );
    assert.equal(await read(), session('Please. Be kind.'));
  });

  it('stays closed when it was closed, and is up to date when it is opened again', async () => {
    const json = await openFile(session('Be kind.'));
    const { uri } = (await openAsText(json)).document;
    await run('workbench.action.closeActiveEditor');
    const editor = await focus(json);
    const at = json.document.positionAt(json.document.getText().indexOf('Be kind'));
    await editor.edit((edit) => edit.insert(at, 'Always. '));
    const again = await openAsText(json);
    assert.equal(again.document.uri.toString(), uri.toString());
    await becomes(again.document, 'Always. Be kind.');
  });

  it('changes the line ends of the string with its own', async () => {
    const json = await openFile(session('one\\ntwo\\u000a'));
    const text = await openAsText(json);
    await text.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await becomes(json.document, session('one\\r\\ntwo\\r\\n'));
    await text.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    await becomes(json.document, session('one\\ntwo\\n'));
  });

  it('compares with what is saved', async () => {
    const json = await openFile(session('Be kind.'));
    const text = await openAsText(json);
    await typeText('!');
    await becomes(json.document, session('!Be kind.'));
    await run('workbench.files.action.compareWithSaved');
    const sides = () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    };
    const diff = await waitFor(sides, (found) => found !== undefined, 'the diff');
    assert.equal(diff?.modified.toString(), text.document.uri.toString());
    const saved = await vscode.workspace.openTextDocument(diff?.original ?? text.document.uri);
    assert.equal(saved.getText(), 'Be kind.');
  });

  it('refuses a document that cannot be changed', async () => {
    const json = await openFile(session('Be kind.'));
    const uri = 'realtime-config:/ga.session.schema.json';
    await vscode.commands.executeCommand(COMMAND, { uri, pointer: '/title' });
    assert.equal(activeEditor().document.uri.toString(), json.document.uri.toString());
  });

  it('is offered by a lens and by the light bulb', async () => {
    const json = await openFile(session('Be kind.'));
    const { uri } = json.document;
    const lenses = await waitFor(
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10),
      (found) => found.length > 0,
      'a lens',
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Edit as text'],
    );
    const cursor = setCursor('"Looks| up."');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(cursor, cursor),
      'refactor.rewrite.realtime.editAsText',
    );
    const command = actions[0]?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(textOf(), 'Looks up.');
  });

  it('asks which text where the cursor is on none, and works in a document without a file', async () => {
    const json = await openText(session('Be kind.').replace('{', '{|'));
    await runPicking(COMMAND);
    const text = activeEditor();
    assert.ok(isText(text.document));
    assert.equal(textOf(text), 'Be kind.');
    await typeText('!');
    await becomes(json.document, session('!Be kind.'));
  });

  it('refuses where there is no text', async () => {
    const json = await openText('{ "type": "realtime", "instructions": "Be kind }|');
    const texts = () => vscode.workspace.textDocuments.filter(isText).length;
    const before = texts();
    await run(COMMAND);
    assert.equal(activeEditor().document.uri.toString(), json.document.uri.toString());
    assert.equal(texts(), before);
  });
});

/** Where the nth of a character is in a document, from 1. */
function plainOffset(document: vscode.TextDocument, character: string, nth: number): number {
  let at = -1;
  for (let left = nth; left > 0; left--) at = document.getText().indexOf(character, at + 1);
  return at;
}
