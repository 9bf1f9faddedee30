import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { parse } from '../../server/document/parse';
import { type ActionContext, codeActions } from '../../server/features/code-actions';

const URI = 'file:///w/a.realtime.json';

/** The repairs where the text has a `|`; what else can be made of it has a test of its own. */
function actionsAt(
  kind: string,
  marked: string,
  context: ActionContext = {},
): { text: string; found: CodeAction[] } {
  const text = marked.replace('|', '');
  const doc = parse(text, URI);
  const at = doc.positions.positionAt(marked.indexOf('|'));
  const found = codeActions(doc, kind, { start: at, end: at }, context);
  return { text, found: found.filter((action) => !action.kind?.startsWith('refactor.')) };
}

function textAfter(text: string, action: CodeAction | undefined, uri = URI): string {
  const edits = action?.edit?.changes?.[uri];
  assert.ok(edits, `No edit in ${action?.title}`);
  return TextDocument.applyEdits(TextDocument.create(uri, 'json', 0, text), edits as TextEdit[]);
}

const titles = (found: readonly CodeAction[]) => found.map(({ title }) => title);

describe('code actions', () => {
  it('fix all problems of a sort, when there are several', () => {
    const marked = '{ "model": "m", "Voice|": "echo", "config": {}, "Temperature": 0.7, "x": 1 }';
    const { text, found } = actionsAt('sdk.session-request', marked);
    assert.deepEqual(titles(found), [
      'Rename to "voice"',
      'Remove "Voice"',
      'Fix all 2 of "unknown-property" in this file',
    ]);
    assert.equal(
      textAfter(text, found[2]),
      '{ "model": "m", "voice": "echo", "config": {}, "temperature": 0.7, "x": 1 }',
    );
    assert.deepEqual(
      titles(actionsAt('sdk.session-request', '{ "model": "m", "Voice|": "echo" }').found).slice(2),
      [],
    );
  });

  it('fix all that is safe, for those who ask for it', () => {
    const marked = '{ "model": "m|", "Voice": "echo", "temprature": 0.7, }';
    const of = (only?: string[]) => actionsAt('sdk.session-request', marked, { only });
    for (const only of [['source.fixAll.realtime'], ['source.fixAll'], ['source']]) {
      const { text, found } = of(only);
      assert.deepEqual(titles(found), ['Fix all that is safe to fix']);
      assert.equal(found[0]?.kind, 'source.fixAll.realtime');
      assert.equal(textAfter(text, found[0]), '{ "model": "m", "voice": "echo", "temprature": 0.7 }');
    }
    assert.ok(!titles(of().found).includes('Fix all that is safe to fix'));
    assert.deepEqual(of(['source.organizeImports']).found, []);
    const clean = actionsAt('sdk.session-request', '{ "model": "|m" }', { only: ['source.fixAll'] });
    assert.deepEqual(clean.found, []);
  });

  it('turn a rule off for the file or the project, in the file that holds', () => {
    const uri = 'file:///w/.realtimerc.json';
    const levels = { uri, text: '{\n  "target": "azure"\n}\n', glob: './a.realtime.json' };
    const { found } = actionsAt('ga.session', '{ "type": "realtime", "x|": 1 }', {
      levels,
      canExplain: true,
    });
    assert.deepEqual(titles(found).slice(1), [
      'Turn off "unknown-property" for this file',
      'Turn off "unknown-property" in this project',
      'Explain "unknown-property"',
    ]);
    assert.deepEqual(JSON.parse(textAfter(levels.text, found[1], uri)), {
      target: 'azure',
      overrides: [{ files: ['./a.realtime.json'], rules: { 'unknown-property': 'off' } }],
    });
    assert.deepEqual(JSON.parse(textAfter(levels.text, found[2], uri)), {
      target: 'azure',
      rules: { 'unknown-property': 'off' },
    });
    assert.deepEqual(found[3]?.command?.arguments, ['unknown-property']);
  });

  it('make the project’s file where there is none', () => {
    const levels = { uri: 'file:///w/.realtimerc.json', text: undefined, glob: './a.realtime.json' };
    const { found } = actionsAt('ga.session', '{ "type": "realtime", "x|": 1 }', { levels });
    assert.deepEqual(found[2]?.edit?.documentChanges, [
      { kind: 'create', uri: levels.uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: levels.uri, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: '{\n  "rules": {\n    "unknown-property": "off"\n  }\n}\n',
          },
        ],
      },
    ]);
  });

  it('never turn off what makes a text unreadable', () => {
    const levels = { uri: 'file:///w/.realtimerc.json', text: '{}', glob: './a.realtime.json' };
    assert.deepEqual(titles(actionsAt('sdk.session-request', '{ "model": "m",| }', { levels }).found), [
      'Remove the comma',
    ]);
  });
});
