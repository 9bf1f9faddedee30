import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../server/document/parse';
import { complete } from '../../server/features/completion';
import { detectKind } from '../../server/kinds/detect';
import { inRepository, readRepository } from '../support/fixture';
import { type Offered, offered, offeredAt, textAfter } from './completing';

const files = ['examples', 'examples/ga', 'examples/beta', 'examples/mistakes']
  .flatMap((folder) => readdirSync(inRepository(folder)).map((name) => `${folder}/${name}`))
  .filter((name) => name.endsWith('.json'));

const documents = files.map((name) => {
  const text = readRepository(name);
  return { name, text, kind: detectKind(`/${name}`, parse(text).root).kind };
});

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const valid = documents.filter(({ text }) => isJson(text));

const withCrlf = (text: string) => JSON.stringify(JSON.parse(text), null, '\t').replaceAll('\n', '\r\n');

/** The layouts in which a valid document is tried: as it is, minified, and with blanks everywhere. */
const layouts: ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(JSON.parse(text)),
  withCrlf,
  (text) => text.replace(/("(?:[^"\\]|\\.)*")|([[\]{},:])/g, (_, string, mark) => string ?? ` ${mark} `),
];

/** Accepting anything that is offered in a document that parses leaves one that parses. */
function checkStaysJson(found: Offered): void {
  for (const item of found.items) {
    const after = textAfter(found, item);
    const { text } = found.doc;
    const around = `${text.slice(Math.max(0, found.offset - 40), found.offset)}|${text.slice(found.offset, found.offset + 40)}`;
    assert.ok(isJson(after), `"${item.label}" accepted at ${around} leaves no JSON:\n${after.slice(0, 400)}`);
  }
}

describe('completion at every offset of every example', () => {
  it('answers everywhere, with labels that are all different', () => {
    let items = 0;
    for (const { name, text, kind } of documents) {
      const doc = parse(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const labels = complete(doc, kind, offset, { snippets: true }).map(({ label }) => label);
        items += labels.length;
        assert.equal(new Set(labels).size, labels.length, `${name} at ${offset}: ${labels.join(', ')}`);
      }
    }
    assert.ok(items > 10_000);
  });

  it('sends nothing that a snippet would take for a variable', () => {
    for (const { text, kind } of documents) {
      const doc = parse(text);
      const snippets = new Set<string>();
      for (let offset = 0; offset <= text.length; offset++) {
        for (const { insertTextFormat, textEdit } of complete(doc, kind, offset, { snippets: true }))
          if (insertTextFormat === 2 && textEdit) snippets.add(textEdit.newText);
      }
      for (const snippet of snippets)
        assert.doesNotMatch(snippet.replace(/\\./g, ''), /\$(?!\d|\{\d+[:|}])/, snippet);
    }
  });

  it('answers on every beginning of every example', () => {
    for (const { text, kind } of documents) {
      for (let end = 0; end <= text.length; end++) {
        const doc = parse(text.slice(0, end));
        complete(doc, kind, end, { snippets: true });
      }
    }
  });

  it('answers on any text at any offset', () => {
    const pieces = fc.constantFrom(
      ...'{}[]:,"\'\\/ \n\t0-a\u{1f600}',
      '"config"',
      '"tools"',
      '"parameters"',
      '"type":',
      'null',
      '//',
      '/*',
      '\\u12',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat(), (parts, at) => {
        const text = parts.join('');
        const found = offeredAt(text, at % (text.length + 1));
        for (const item of found.items) textAfter(found, item);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('completion in a document that parses', () => {
  it('keeps it so, whatever is accepted at any offset of a small document', () => {
    const small = [
      '{ "model" : "m" , "config" : { "tools" : [ { "type" : "function" } , { } ] , "modalities" : [ "text" ] , "turn_detection" : null } , "temperature" : 0.5 }',
      '{"model":"m","config":{"tools":[{"name":"f","parameters":{"properties":{"a":{"type":["string"],"enum":[1]}},"required":["a"]}}],"tool_choice":"f"}}',
      '{\n\t"model":\n\t\t"m"\n\t,\n\t"voice"\n:\n"alloy"\n}\n',
      '[ ]',
      ' "text" ',
      '{ }',
    ];
    for (const text of small) {
      for (let offset = 0; offset <= text.length; offset++) {
        for (const snippets of [true, false]) checkStaysJson(offeredAt(text, offset, { snippets }));
      }
    }
  });

  it('keeps it so, whatever is accepted at random offsets of the examples', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.constantFrom(...layouts), fc.nat(), (one, layout, at) => {
        const text = layout(one.text);
        // No cursor stands between the two characters of a line end.
        const offset = at % (text.length + 1);
        const inLineEnd = text.slice(offset - 1, offset + 1) === '\r\n';
        checkStaysJson(offeredAt(text, inLineEnd ? offset - 1 : offset, { kind: one.kind }));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('completion while one types', () => {
  it('offers the same list for a half-typed word as for none: the client filters', () => {
    const places = [
      (word: string) => `{ "model": "m", "${word}|" }`,
      (word: string) => `{ "model": "m", ${word}| }`,
      (word: string) => `{ "voice": "${word}|" }`,
      (word: string) => `{ "config": { "turn_detection": { "type": ${word}| } } }`,
      (word: string) => `{ "config": { "modalities": ["text", "${word}|"] } }`,
      (word: string) => `{ "config": { "tools": [{ "parameters": { "${word}|" } }] } }`,
    ];
    for (const place of places) {
      const empty = offered(place(''), { kind: 'sdk.session-request' });
      for (const word of ['t', 'te', 'temp', 'x', 'alloy']) {
        const found = offered(place(word), { kind: 'sdk.session-request' });
        assert.deepEqual(found.labels, empty.labels, place(word));
        assert.deepEqual(
          found.items.map(({ sortText, filterText }) => [sortText, filterText]),
          empty.items.map(({ sortText, filterText }) => [sortText, filterText]),
        );
      }
    }
  });
});
