import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSchema } from '../drift/read-schema';
import { pinnedPackage, schemasOfTypes } from '../drift/types-schema';
import { validDocuments } from '../generated/documents';
import { converted } from './support';

/** Change it to see other documents; a failure prints the one it was found with. */
const SEED = Number(process.env.GENERATED_SEED ?? 20_261_122);
const COUNT = 200;

const types = schemasOfTypes(pinnedPackage);

const envelopes: readonly [kind: string, envelopes: readonly string[]][] = [
  ['ga.session', ['ga.client-secret', 'ga.session-update']],
  ['ga.transcription-session', ['ga.client-secret', 'ga.session-update']],
  ['ga.translation-session', ['ga.translation-client-secret']],
];

for (const [kind, there] of envelopes) {
  const schema = types.get(kind);
  assert.ok(schema);
  const documents = validDocuments(kind, readSchema(schema), SEED, COUNT);

  for (const envelope of there) {
    test(`${kind} → ${envelope} → ${kind} gives the same document`, () => {
      assert.equal(documents.length, COUNT);
      for (const document of documents) {
        const text = JSON.stringify(document, null, 2);
        const wrapped = converted(text, kind, envelope);
        const back = converted(wrapped.text, envelope, kind);
        assert.deepEqual([wrapped.notes, back.notes], [[], []], `seed ${SEED}: ${text}`);
        assert.deepEqual(JSON.parse(back.text), document, `seed ${SEED}`);
        // In schema order already, it comes back to the letter.
        const ordered = converted(text, kind, kind).text;
        assert.equal(converted(converted(ordered, kind, envelope).text, envelope, kind).text, ordered);
      }
    });
  }
}
