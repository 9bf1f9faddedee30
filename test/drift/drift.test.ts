import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaOfKind } from '../../server/schema/bundle';
import type { JsonSchema } from '../../server/schema/types';
import { compareAll, compareKind, judge, shapesOfTypes } from './check';
import { readSchema } from './read-schema';
import { removalsIn } from './removals';
import { targets } from './targets';
import { pinnedPackage } from './types-schema';

const types = shapesOfTypes(pinnedPackage);
const pristine = compareAll(types);

/** What of the beta kinds has a content that their types do not have, so that nothing is missed in there. */
const beyondTypes = ['truncation', 'include', 'prompt', 'tool_choice', 'BetaAudio'];

/** What the check says when one kind's schema is another. */
const saidOf = (kind: string, schema: JsonSchema) =>
  judge(pristine.map((one) => (one.kind === kind ? compareKind(types, kind, schema) : one))).lines;

test('our schemas agree with the types of the pinned openai package', () => {
  const { lines, kinds, places } = judge(pristine);
  assert.deepEqual(lines, []);
  assert.equal(kinds, 13);
  assert.ok(places > 900, `${places} places`);
});

for (const { kind } of targets) {
  test(`whatever is taken out of ${kind} is missed, by name`, () => {
    const schema = schemaOfKind(kind);
    assert.ok(schema);
    const removals = removalsIn(schema, kind.startsWith('beta.') ? beyondTypes : []);
    assert.ok(removals.length > 10);
    const silent = removals.filter(({ without, names }) => {
      const lines = saidOf(kind, without()).filter((line) => line.split(': ')[0]?.includes(kind));
      return !lines.some((line) => names.some((name) => line.includes(name)));
    });
    const list = silent.map(({ what, place }) => `${what}: ${place}`);
    assert.deepEqual(list, [], `${silent.length} of ${removals.length} removals`);
  });
}

test('what our schemas have too much is found', () => {
  const schema: JsonSchema = structuredClone(schemaOfKind('ga.translation-session') ?? {});
  const session = schema.definitions?.GaTranslationSession;
  assert.ok(session?.properties && session.required);
  session.properties.voice = { type: 'string' };
  session.properties.model = { type: ['string', 'null'] };
  session.required.push('audio');
  const lines = saidOf('ga.translation-session', schema);
  const starts = ['model takes null', 'audio is optional', 'voice is in our schema'];
  for (const start of starts) {
    assert.ok(
      lines.some((line) => line.startsWith(`ga.translation-session: ${start}`)),
      `${start}\n${lines.join('\n')}`,
    );
  }
});

test('names that the types know are missed in the catalogues', () => {
  const schema: JsonSchema = structuredClone(schemaOfKind('ga.session') ?? {});
  const model = schema.definitions?.GaRealtimeSession?.properties?.model;
  assert.ok(model);
  delete model['x-catalogue'];
  const lines = saidOf('ga.session', schema);
  assert.ok(lines.length > 10);
  for (const line of lines)
    assert.match(line, /^ga\.session: model knows "gpt-[\w.-]+" in the types: add it/);
});

test('a keyword that the check cannot read is refused', () => {
  assert.throws(() => readSchema({ type: 'object', dependencies: {} } as JsonSchema), /"dependencies"/);
});
