import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { parse } from '../../server/document/parse';
import { type ActionContext, codeActions } from '../../server/features/code-actions';

const URI = 'file:///w/a.realtime.json';

/** The rewrites where the text has a `|`. */
function rewritesAt(kind: string, marked: string, context: ActionContext = {}): CodeAction[] {
  const doc = parse(marked.replace('|', ''), URI);
  const at = doc.positions.positionAt(marked.indexOf('|'));
  const found = codeActions(doc, kind, { start: at, end: at }, context);
  return found.filter((action) => action.kind?.startsWith('refactor.rewrite.realtime.'));
}

const titles = (found: readonly CodeAction[]) => found.map(({ title }) => title);

describe('rewrites', () => {
  it('convert documents of the crate and of the removed API, from anywhere in them', () => {
    const convert = { only: ['refactor.rewrite.realtime.convert'] };
    assert.deepEqual(titles(rewritesAt('sdk.session-request', '{ "model": "|m" }', convert)), [
      'Convert to realtime session (ga.session)',
      'Convert to session update event (ga.session-update)',
      'Convert to client secret request (ga.client-secret)',
    ]);
    assert.deepEqual(titles(rewritesAt('beta.response-create', '{| }', convert)), [
      'Convert to response request event (ga.response-create)',
    ]);
    assert.deepEqual(rewritesAt('ga.session', '{| }', convert), []);
    const commandOf = (canConvert: boolean) =>
      rewritesAt('sdk.response-config', '{| }', { ...convert, canConvert })[0]?.command;
    assert.deepEqual(commandOf(true)?.command, 'realtimeConfig.convert');
    assert.deepEqual(commandOf(true)?.arguments, [URI, 'ga.response-create']);
    assert.deepEqual(commandOf(false)?.command, 'realtimeConfig.server.convert');
    assert.deepEqual(commandOf(false)?.arguments, [{ uri: URI, to: 'ga.response-create' }]);
  });

  it('insert a default into the object that lacks it', () => {
    const insert = { only: ['refactor.rewrite.realtime.insertDefault'] };
    const marked = '{ "type": "realtime", "audio": { "input": {| } } }';
    const [action, ...more] = rewritesAt('ga.session', marked, insert);
    assert.deepEqual(more, []);
    assert.equal(action?.title, 'Insert the default "turn_detection"');
    const text = marked.replace('|', '');
    const edits = action?.edit?.changes?.[URI];
    assert.ok(edits);
    const after = TextDocument.applyEdits(TextDocument.create(URI, 'json', 0, text), edits);
    assert.deepEqual(Object.keys(JSON.parse(after).audio.input), ['turn_detection']);
    assert.deepEqual(rewritesAt('ga.session', '{| "audio": { "input": { } } }', insert), []);
    const twice = '{ "model": "m", "config": {| } }';
    assert.deepEqual(titles(rewritesAt('sdk.session-request', twice, insert)), [
      'Insert the default "voice_activity_detection"',
      'Insert the default "turn_detection"',
    ]);
  });

  it('write defaults out and take them away, but not in updates', () => {
    const session = '{ "type": "realtime", "audio": { "output": {| } } }';
    assert.deepEqual(titles(rewritesAt('ga.session', session)), [
      'Write out the defaults of "audio.output"',
      'Write out every default',
      'Remove values equal to the default',
      'Sort keys into schema order',
    ]);
    const update = '{ "type": "session.update", "session": { "type": "realtime"| } }';
    assert.deepEqual(titles(rewritesAt('ga.session-update', update)), [
      'Insert the default "turn_detection"',
      'Sort keys into schema order',
    ]);
  });

  it('are not offered in broken text, nor for other APIs, nor to those who ask for something else', () => {
    assert.deepEqual(rewritesAt('ga.session', '{ "type": |'), []);
    assert.deepEqual(rewritesAt('none', '{ "type": "session.start"| }'), []);
    assert.deepEqual(rewritesAt('ga.session', '{ "type": "realtime"| }', { only: ['quickfix'] }), []);
  });
});
