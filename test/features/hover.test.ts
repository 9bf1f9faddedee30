import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { membersOf, type Node } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { kindsWithSchema, schemaOfKind } from '../../server/schema/bundle';
import { propertyOrder } from '../../server/schema/property-order';
import { schemasAt } from '../../server/schema/walk';
import { hoverAt, hoverOf, linesOf } from './hovering';

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

  it('explains every property of every kind, each in its own words', () => {
    for (const kind of kindsWithSchema) {
      const root = parse(JSON.stringify(schemaOfKind(kind)?.default)).root;
      const seen = new Map<string, string>();
      for (const path of pathsOf(kind, root)) checkExplained(kind, path, seen);
      assert.ok(seen.size >= 2, kind);
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

/** Every path below a document of this kind that the schema has a property for. */
function pathsOf(kind: string, root: Node | undefined): string[][] {
  const bundle = schemaOfKind(kind);
  assert.ok(bundle);
  const below = (path: string[], node: Node | undefined): string[][] =>
    propertyOrder(schemasAt(bundle, root, path)).flatMap((name) => {
      const value = membersOf(node).find((member) => member.name === name)?.value;
      const own = [...path, name];
      return value?.type === 'object' ? [own, ...below(own, value)] : [own];
    });
  return below([], root);
}

function checkExplained(kind: string, path: readonly string[], seen: Map<string, string>): void {
  // The path alone, with null as its value: it takes no more for a hover.
  const text = JSON.stringify(path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), null));
  const value = hoverAt(text, text.lastIndexOf(`"${path.at(-1)}"`), kind);
  const name = `${kind} ${path.join('.')}`;
  assert.ok(value, name);
  const lines = linesOf(value);
  assert.match(lines[0] ?? '', /^\*\*[\w.$]+\*\* `[a-zA-Z |]+`$/, name);
  assert.ok(lines[0]?.startsWith(`**${path.join('.')}**`), name);
  assert.ok((lines[1] ?? '').length > 40, name);
  assert.match(lines[2] ?? '', / · sdk$|^sdk$/, name);
  assert.match(lines.at(-1) ?? '', /^\[Reference\]\(https:.*\) · facts as of \d{4}-\d\d-\d\d$/, name);
  assert.ok(lines.length <= 10, name);
  const same = seen.get(lines[1] ?? '');
  assert.equal(same, undefined, `${name} reads like ${same}`);
  seen.set(lines[1] ?? '', name);
}
