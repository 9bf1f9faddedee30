import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv';
import { readSchema } from '../drift/read-schema';
import { pinnedPackage, schemasOfTypes } from '../drift/types-schema';
import { problemsOf } from '../support/fixture';
import { brokenDocuments } from './broken';
import { validDocuments } from './documents';

/** Change it to see other documents; a failure prints the one it was found with. */
const SEED = Number(process.env.GENERATED_SEED ?? 20_261_122);
const COUNT = 300;

const types = schemasOfTypes(pinnedPackage);
const kinds = [...types.keys()].filter((kind) => kind.startsWith('ga.'));
const ajv = new Ajv({ strict: false });

const errorsOf = (kind: string, document: unknown) =>
  problemsOf(kind, JSON.stringify(document, null, 2)).filter(({ severity }) => severity === 'error');

function ingredients(kind: string) {
  const schema = types.get(kind);
  assert.ok(schema);
  const shape = readSchema(schema);
  const valid = validDocuments(kind, shape, SEED, COUNT);
  return { shape, valid, byType: ajv.compile(schema) };
}

const list = (complaints: readonly string[]) => [`seed ${SEED}`, ...complaints.slice(0, 20)].join('\n');

test('there are eight kinds', () => {
  assert.equal(kinds.length, 8);
});

for (const kind of kinds) {
  const { shape, valid, byType } = ingredients(kind);

  test(`${kind}: documents that type and API take have no Error`, () => {
    assert.equal(valid.length, COUNT);
    const complaints = valid.flatMap((document) => {
      const said = errorsOf(kind, document).map(({ pointer, message }) => `${pointer}: ${message}`);
      if (!byType(document)) said.push(`refused by the type: ${ajv.errorsText(byType.errors)}`);
      return said.length === 0 ? [] : [`${said.join('\n')}\n  in ${JSON.stringify(document)}`];
    });
    assert.equal(complaints.length, 0, list(complaints));
  });

  test(`${kind}: documents with one thing wrong have an Error there`, () => {
    const broken = brokenDocuments(kind, shape, valid, SEED, COUNT);
    assert.equal(broken.length, COUNT);
    const ways = new Set(broken.map(({ what }) => what));
    assert.ok(ways.size >= 5, [...ways].join());
    const complaints = broken.flatMap(({ what, pointer, byType: wanted, broken: document }) => {
      const parent = pointer.slice(0, pointer.lastIndexOf('/'));
      const errors = errorsOf(kind, document);
      const isThere = errors.some((error) => error.pointer === pointer || error.pointer === parent);
      const isElsewhere = errors.some(
        (error) => error.pointer !== parent && !error.pointer.startsWith(`${parent}/`),
      );
      const verdict = wanted && byType(document) ? ['taken by the type'] : [];
      if (!isThere) verdict.push('no Error there');
      if (isElsewhere) verdict.push('an Error elsewhere');
      const said = errors.map((error) => `${error.pointer}: ${error.message}`);
      if (verdict.length === 0) return [];
      return [
        `${what} at ${pointer}: ${[...verdict, ...said].join('\n    ')}\n  in ${JSON.stringify(document)}`,
      ];
    });
    assert.equal(complaints.length, 0, list(complaints));
  });
}
