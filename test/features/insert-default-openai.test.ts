import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { nodeAtPointer, pathOfPointer, toValue } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { defaultOf } from '../../server/features/insert-default';
import { kinds } from '../../server/kinds/catalogue';
import type { Insertable } from '../../server/protocol';
import { schemaOfKind } from '../../server/schema/bundle';
import { troubles } from './completing';
import { plan } from './inserting';

type Json = Record<string, unknown>;

/** A document without what stands at a pointer. */
function without(document: unknown, pointer: string): Json {
  const copy = structuredClone(document) as Json;
  const path = pathOfPointer(pointer);
  const holder = path.slice(0, -1).reduce<Json>((inner, step) => inner[step] as Json, copy);
  delete holder[path.at(-1) ?? ''];
  return copy;
}

const targets = kinds
  .filter(({ dialect }) => dialect !== 'sdk')
  .flatMap((kind) =>
    Object.entries(kind.inserts).map(([what, target]) => ({ kind, what: what as Insertable, target })),
  );

describe('inserting a default into documents of OpenAI’s APIs', () => {
  it('has places for it', () => assert.ok(targets.length >= 17, String(targets.length)));

  for (const { kind, what, target } of targets) {
    it(`${what} in ${kind.id}`, () => {
      const whole = schemaOfKind(kind.id)?.default;
      const [first = ''] = pathOfPointer(target);
      const documents = [
        whole,
        ...(target === '' ? [{}] : [{}, without(whole, target), without(whole, `/${first}`)]),
      ];
      for (const document of documents) {
        const before = JSON.stringify(document, null, 2);
        const found = plan(before, what, kind.id);
        if (document === whole) {
          assert.equal(found.type, 'nothing');
          continue;
        }
        assert.ok(found.type === 'edit', `${found.type} in ${before}`);
        const after = applyEdits(before, [found.edit]);
        assert.deepEqual(toValue(nodeAtPointer(parse(after).root, target)), defaultOf(what, kind), after);
        // What an event itself lacks is no matter of what goes into it.
        const now = troubles(after, kind.id);
        assert.ok(now.length <= troubles(before, kind.id).length, `${now.join('\n')}\n${after}`);
      }
    });
  }

  it('gives the objects on the way their type', () => {
    const found = plan('{ "type": "session.update" }', 'turn-detection', 'ga.session-update');
    assert.ok(found.type === 'edit');
    const after = applyEdits('{ "type": "session.update" }', [found.edit]);
    assert.deepEqual(troubles(after, 'ga.session-update'), []);
    assert.equal(JSON.parse(after).session.type, 'realtime');
  });

  it('makes of an empty document one that is whole', () => {
    for (const { kind, what } of targets) {
      const found = plan('', what, kind.id);
      assert.ok(found.type === 'edit');
      assert.deepEqual(
        troubles(found.edit.content, kind.id),
        [],
        `${kind.id} ${what}\n${found.edit.content}`,
      );
    }
  });

  it('says why there is no place, and that a document of another API has none', () => {
    const said = (kind: string, what: Insertable) => {
      const found = plan('{ "type": "session.start" }', what, kind);
      return found.type === 'refuse' ? found.message : found.type;
    };
    assert.match(
      said('ga.translation-session', 'turn-detection'),
      /^A live translation \(ga\.translation-session\) has no place for "turn_detection"\. It belongs in /,
    );
    assert.match(
      said('ga.session', 'voice-activity-detection'),
      /has no place for "voice_activity_detection"/,
    );
    assert.equal(
      said('none', 'turn-detection'),
      'This is a document of another API, which has no place for "turn_detection".',
    );
    assert.equal(
      said('none', 'session-config'),
      'This is a document of another API, which has no place for a session config.',
    );
  });
});
