import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../server/document/parse';
import { codeActions } from '../../server/features/code-actions';
import { editAsTextActions, editAsTextLenses } from '../../server/features/edit-as-text';
import { cursor } from '../support/fixture';

const URI = 'file:///w/a.realtime.json';
const PROSE = 'Ask what the call is about. '.repeat(5);

/** The pointer that the action at the `|` of a fixture names; undefined where none is offered. */
function offered(fixture: string, kind = 'ga.session'): unknown {
  const { text, offset } = cursor(fixture);
  const [action, more] = editAsTextActions(parse(text, URI), kind, offset);
  assert.equal(more, undefined);
  return action?.command?.arguments?.[0]?.pointer;
}

const lenses = (text: string, kind = 'ga.session') =>
  editAsTextLenses(parse(text, URI), kind).map(({ command }) => command?.arguments?.[0]?.pointer);

describe('the action that edits a string as text', () => {
  it('is offered on a prose value and its key', () => {
    assert.equal(offered('{ "instructions": "Be| kind." }'), '/instructions');
    assert.equal(offered('{ "instr|uctions": "" }'), '/instructions');
    assert.equal(offered('{ "tools": [{ "description": |"Looks up." }] }'), '/tools/0/description');
    assert.equal(offered('{ "a": ["x", "y z|"] }'), '/a/1');
  });

  it('is not offered on names, secrets, broken strings and other values', () => {
    const not = ['"voice": "al|loy"', '"speed": 1|', '"instructions": "Be |kind', '"x": "", "a": nu|ll'];
    for (const members of not) assert.equal(offered(`{ ${members} }`), undefined, members);
    assert.equal(offered('{ "tools": [{ "authorization": "my |secret words" }] }'), undefined);
    assert.equal(offered('{ "instructions": "Be| kind." }', 'none'), undefined);
    assert.equal(offered('|'), undefined);
  });

  it('is offered once where a key is repeated: on the value that counts', () => {
    assert.equal(offered('{ "instructions": "A |b", "instructions": "C d" }'), undefined);
    assert.equal(offered('{ "instructions": "A b", "instructions": "C |d" }'), '/instructions');
  });

  it('is one of the code actions, for clients that have the command', () => {
    const doc = parse('{ "type": "realtime", "instructions": "Be kind." }', URI);
    const at = doc.positions.positionAt(42);
    const found = (canEditText: boolean, only?: string[]) =>
      codeActions(doc, 'ga.session', { start: at, end: at }, { canEditText, only }).filter(
        ({ command }) => command?.command === 'realtimeConfig.editAsText',
      );
    assert.deepEqual(found(true), [
      {
        title: 'Edit as text',
        kind: 'refactor.rewrite.realtime.editAsText',
        command: {
          title: 'Edit as text',
          command: 'realtimeConfig.editAsText',
          arguments: [{ uri: URI, pointer: '/instructions' }],
        },
      },
    ]);
    assert.deepEqual(found(false), []);
    assert.equal(found(true, ['refactor']).length, 1);
    assert.deepEqual(found(true, ['quickfix']), []);
  });
});

describe('the lens that edits a string as text', () => {
  it('stands over prompts and long texts', () => {
    const text = `{ "instructions": "", "tools": [{ "description": "${PROSE}" }, { "description": "Short." }],
      "prompt": { "variables": { "a": "two\\nlines", "b": "${'x'.repeat(200)}" } } }`;
    assert.deepEqual(lenses(text), ['/instructions', '/tools/0/description', '/prompt/variables/a']);
  });

  it('stands nowhere else', () => {
    assert.deepEqual(lenses(`{ "${PROSE}": 1, "instructions": null }`), []);
    assert.deepEqual(lenses(`{ "instructions": "${PROSE}`), []);
    assert.deepEqual(lenses(`{ "instructions": "${PROSE}" }`, 'none'), []);
    assert.deepEqual(lenses(''), []);
  });
});
