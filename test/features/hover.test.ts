import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { membersOf, type Node } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { hover } from '../../server/features/hover';
import { detectKind } from '../../server/kinds/detect';
import { kindsWithSchema, schemaOfKind } from '../../server/schema/bundle';
import { propertyOrder } from '../../server/schema/property-order';
import { schemasAt } from '../../server/schema/walk';
import { cursor, inRepository, readRepository } from '../support/fixture';

function hoverAt(text: string, offset: number, kind?: string): string | undefined {
  const doc = parse(text);
  const found = hover(doc, kind ?? detectKind('', doc.root).kind, offset);
  return found && (found.contents as { value: string }).value;
}

/** The hover at the `|` of a fixture: the character to its right is the one that is pointed at. */
function hoverOf(fixture: string, kind?: string): string {
  const { text, offset } = cursor(fixture);
  const value = hoverAt(text, offset, kind);
  assert.ok(value, `No hover: ${fixture}`);
  return value;
}

function noHover(...fixtures: string[]): void {
  for (const fixture of fixtures) {
    const { text, offset } = cursor(fixture);
    assert.equal(hoverAt(text, offset, 'sdk.session-request'), undefined, fixture);
  }
}

const linesOf = (hover: string) => hover.split('\n').filter((line) => line !== '');

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
    assert.equal(
      facts('{ |"turn_detection": null }', 'sdk.session-config'),
      'Default sets `type`, `threshold`, `prefix_padding_ms`, `silence_duration_ms` · optional · sdk',
    );
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

describe('hover of values', () => {
  it('gives every value of every enum its own text', () => {
    const enums: [string, (value: string) => string, string[]][] = [
      [
        'sdk.session-request',
        (value) => `{ "voice": "|${value}" }`,
        ['alloy', 'echo', 'fable', 'onyx', 'nova', 'shimmer'],
      ],
      [
        'sdk.session-config',
        (value) => `{ "input_audio_format": "|${value}" }`,
        ['pcm16', 'g711_ulaw', 'g711_alaw'],
      ],
      ['sdk.session-config', (value) => `{ "modalities": ["|${value}"] }`, ['text', 'audio']],
      ['sdk.session-config', (value) => `{ "tool_choice": "|${value}" }`, ['auto', 'none', 'required']],
      [
        'sdk.session-config',
        (value) => `{ "turn_detection": { "type": "|${value}" } }`,
        ['server_vad', 'none'],
      ],
      [
        'sdk.session-response',
        (value) => `{ "status": "|${value}" }`,
        ['active', 'connecting', 'disconnected', 'expired', 'error'],
      ],
    ];
    for (const [kind, fixture, values] of enums) {
      const texts = values.map((value) => linesOf(hoverOf(fixture(value), kind))[2] ?? '');
      for (const [index, text] of texts.entries())
        assert.ok(text.startsWith(`\`"${values[index]}"\` — `), text);
      assert.equal(new Set(texts.map((text) => text.split(' — ')[1])).size, values.length);
    }
  });

  it('says when a model stops, also one of another dialect', () => {
    assert.match(hoverOf('{ "model": |"gpt-4o-realtime-preview" }'), /Shut down on 2026-05-07/);
    assert.match(
      hoverOf('{ "enabled": true, "model": "|gpt-transcribe" }'),
      /`"gpt-transcribe"` — Writes down/,
    );
    assert.doesNotMatch(hoverOf('{ "model": "|my-own" }'), /—/);
  });

  it('counts the characters of longer texts as people count them', () => {
    const text = '🙂'.repeat(50);
    assert.match(hoverOf(`{ "model": "m", "instructions": "|${text}" }`), /^50 characters$/m);
    assert.doesNotMatch(hoverOf('{ "model": "m", "instructions": "|Hi" }'), /characters/);
  });

  it('says what belongs in a place that holds a wrong type', () => {
    assert.match(
      hoverOf('{ "model": "m", "temperature": |"warm" }'),
      /^\*\*temperature\*\* `number \| null`/,
    );
    assert.match(hoverOf('{ "model": "m", "config": { "turn_detection": |3 } }'), /`object \| null`/);
  });

  it('shows no character of a secret', () => {
    const secret = 'QXZJW-98314-KVQZX-QXZJW-98314-KVQZX-QXZJW-98314';
    const text = `{ "ephemeral_key": "${secret}", "status": "active" }`;
    for (const offset of [text.indexOf('"eph'), text.indexOf('"QX'), text.indexOf(secret) + 7]) {
      const value = hoverAt(text, offset) ?? '';
      assert.match(value, /^\*\*ephemeral_key\*\* `string`/);
      for (const part of secret.split('-')) assert.ok(!value.includes(part), value);
      assert.doesNotMatch(value, /characters/);
    }
    assert.match(hoverAt(text, text.indexOf(secret)) ?? '', /`••••` is hidden here\./);
    const number = hoverOf('{ "ephemeral_key": |98314, "status": "active" }');
    assert.ok(!number.includes('98314'));
  });

  it('explains a bracket, and marks it alone', () => {
    const text = '{ "model": "m", "config": { "tools": [] } }';
    assert.match(hoverAt(text, 0) ?? '', /^\*\*Session request\*\* `RealtimeSessionRequest`/);
    assert.match(hoverAt(text, text.indexOf('[')) ?? '', /^\*\*config\.tools\*\*/);
    assert.match(hoverAt(text, text.indexOf(']')) ?? '', /^\*\*config\.tools\*\*/);
    assert.match(hoverAt(text, text.length - 3) ?? '', /^\*\*config\*\*/);
    const { range } = hover(parse(text), 'sdk.session-request', 26) ?? {};
    assert.deepEqual(range, { start: { line: 0, character: 26 }, end: { line: 0, character: 27 } });
  });
});

describe('hover where nothing is to be said', () => {
  it('is silent on punctuation and white space', () => {
    noHover('{ "model"|: "m" }', '{ "model":| "m" }', '{ "model": "m"|, "voice": "echo" }');
    noHover('{| "model": "m" }', '{ "model": "m" | }', '| {}', '{}|', '{} |', '|', '{"a":1}\n|');
    noHover('{ "model": "m"| }', '{ "temperature": 1| }');
  });

  it('is silent on what nothing knows', () => {
    noHover('{ "|whatever": 1 }', '{ "whatever": |1 }', '{ "voice": { "|deep": 1 } }');
  });

  it('answers in broken documents, about what can be told', () => {
    assert.match(hoverOf('{ "model": "m", "|voice": ', 'sdk.session-request'), /^\*\*voice\*\* `enum/);
    assert.match(hoverOf('{ "model" "m", "voice": |"echo"'), /^\*\*voice\*\*[\s\S]*`"echo"` — /);
    assert.match(hoverOf('{ /* a */ "|voice": "echo", }', 'sdk.session-request'), /^\*\*voice\*\*/);
    assert.match(
      hoverOf('{ "config": { "tools": [ { "|name": "a ', 'sdk.session-request'),
      /^\*\*config\.tools\[0\]\.name\*\*/,
    );
  });

  it('answers at every offset of every example and of its beginnings, in ten lines at most', () => {
    let hovers = 0;
    const examples = readdirSync(inRepository('examples')).filter((name) => name.endsWith('.json'));
    for (const name of examples) {
      const whole = readRepository(`examples/${name}`);
      for (const end of [whole.length, ...[0.2, 0.5, 0.9].map((part) => Math.floor(whole.length * part))]) {
        const doc = parse(whole.slice(0, end));
        const { kind } = detectKind(`/${name}`, doc.root);
        for (let offset = 0; offset <= end; offset++) {
          const found = hover(doc, kind, offset);
          if (!found) continue;
          hovers++;
          const { value } = found.contents as { value: string };
          assert.ok(linesOf(value).length <= 10, value);
          assert.match(value, /^\*\*/);
        }
      }
    }
    assert.ok(hovers > 1000);
  });
});
