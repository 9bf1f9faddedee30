import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinds } from '../../server/kinds/catalogue';
import { hoverAt, hoverOf, linesOf } from './hovering';
import { type KeyPlace, keyPlaces } from './schema-places';

describe('hover of keys', () => {
  it('has path, type, meaning, facts and reference for a key', () => {
    assert.deepEqual(
      linesOf(hoverOf('{ "model": "m", "config": { "turn_detection": { "|silence_duration_ms": 5 } } }')),
      [
        '**config.turn_detection.silence_duration_ms** `integer | null`',
        'The pause after which the agent starts to answer. Raise it when callers are cut off, lower it when the agent feels slow.',
        'Default 200 ms · 0 or more · optional · sdk',
        '[Reference](https://docs.rs/openai_rust_sdk) · facts as of 2026-11-22',
      ],
    );
  });

  it('gives the range of the API, what holds when the key is absent, and whether it is required', () => {
    const facts = (fixture: string, kind: string) => linesOf(hoverOf(fixture, kind))[2];
    assert.equal(
      facts('{ |"temperature": 1 }', 'sdk.session-request'),
      'Default `0.8` · the API takes 0.6 to 1.2 · optional · sdk',
    );
    assert.equal(
      facts('{ |"max_response_output_tokens": 1 }', 'sdk.session-request'),
      'Left out: the API sets no cap of its own · the API takes 1 to 4,096 · optional · sdk',
    );
    assert.equal(
      facts('{ |"model": "m" }', 'sdk.session-request'),
      'Default `gpt-4o-realtime-preview` · required · sdk',
    );
    assert.equal(facts('{ |"turn_detection": null }', 'sdk.session-config'), 'optional · sdk');
  });

  it('explains every property of every kind in every branch, unlike its neighbours', () => {
    for (const { id, dialect } of kinds) {
      const places = keyPlaces(id);
      assert.ok(places.length >= 2, id);
      const texts = new Map(places.map((place) => [siteOf(place), checkExplained(id, dialect, place)]));
      for (const place of places) {
        const around = [
          place.path.slice(0, -1),
          ...place.neighbours.map((name) => [...place.path.slice(0, -1), name]),
        ];
        for (const other of around) {
          if (other.length === 0) continue;
          const [own, their] = [texts.get(siteOf(place)), texts.get(siteOf({ ...place, path: other }))];
          assert.notEqual(
            own,
            their,
            `${id}: ${place.path.join('.')} reads like ${other.join('.')} in ${place.text}`,
          );
        }
      }
    }
  });

  it('explains $schema', () => {
    const [first, , facts] = linesOf(hoverOf('{ "|$schema": "x" }'));
    assert.deepEqual([first, facts], ['**$schema** `string`', 'optional · sdk']);
  });

  it('explains JSON Schema’s keywords at depth, by the path with the author’s names', () => {
    const [first] = linesOf(
      hoverOf(
        '{ "tools": [{ "parameters": { "properties": { "day": { "|format": "date" } } } }] , "tool_choice": null }',
      ),
    );
    assert.equal(first, '**tools[0].parameters.properties.day.format** `string`');
  });

  it('says of keys that the author made up and of elements neither required nor optional', () => {
    const properties = (inner: string) =>
      `{ "tools": [{ "parameters": { "properties": { ${inner} } } }], "modalities": ["text"] }`;
    assert.doesNotMatch(hoverOf(properties('"|day": {}')), /optional|required/);
    assert.doesNotMatch(hoverOf('{ "modalities": ["|text"], "tools": [] }'), /optional|required/);
  });

  it('takes no Markdown from the author’s keys', () => {
    const key = '**a** `b` [c](command:d) <e>';
    const text = JSON.stringify({
      tools: [{ parameters: { properties: { [key]: {} } } }],
      tool_choice: null,
    });
    const [first] = linesOf(hoverAt(text, text.indexOf('**a**')) ?? '');
    assert.equal(
      first,
      '**tools[0].parameters.properties[`"**a** \'b\' [c](command:d) <e>"`]** `object | boolean`',
    );
  });
});

/** A key in its branch, which the keys of the object tell. */
const siteOf = ({ path, neighbours }: Pick<KeyPlace, 'path' | 'neighbours'>) =>
  [path.join('.'), [...neighbours, path.at(-1)].sort().join()].join(' ');

/** @returns what the key does, its line of meaning */
function checkExplained(kind: string, dialect: string, { path, text, offset }: KeyPlace): string {
  const value = hoverAt(text, offset, kind);
  const name = `${kind} ${path.join('.')} in ${text}`;
  assert.ok(value, name);
  const lines = linesOf(value);
  const dotted = path.reduce<string>(
    (before, step) => (typeof step === 'number' ? `${before}[${step}]` : before ? `${before}.${step}` : step),
    '',
  );
  assert.ok(lines[0]?.startsWith(`**${dotted}** \``), name);
  assert.match(lines[0] ?? '', /`[a-zA-Z |]+`$/, name);
  assert.ok((lines[1] ?? '').length > 10, name);
  assert.match(lines[2] ?? '', new RegExp(`(?:^| · )${dialect}$`), name);
  assert.match(lines.at(-1) ?? '', /^\[Reference\]\(https:.*\) · facts as of \d{4}-\d\d-\d\d$/, name);
  assert.ok(lines.length <= 10, name);
  return lines[1] ?? '';
}
