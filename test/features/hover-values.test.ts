import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../../server/document/parse';
import { hover } from '../../server/features/hover';
import { detectKind } from '../../server/kinds/detect';
import { inRepository, readRepository } from '../support/fixture';
import { hoverAt, hoverOf, linesOf, noHover } from './hovering';

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

  it('tells what is known of a model: dates, what follows, sizes, reasoning', () => {
    const facts = (model: string) => linesOf(hoverOf(`{ "type": "realtime", "model": "|${model}" }`))[3];
    assert.equal(
      facts('gpt-realtime'),
      'Shuts down 2027-01-20 · then `gpt-realtime-2.1` · context 32,000 tokens · answers up to 4,096 tokens · no reasoning',
    );
    assert.equal(
      facts('gpt-realtime-2.1'),
      'Active · context 128,000 tokens · answers up to 32,000 tokens · can reason',
    );
    assert.equal(
      facts('gpt-4o-realtime-preview-2024-10-01'),
      'Shut down · then `gpt-realtime-2.1` · no reasoning',
    );
  });

  it('tells of names of the other catalogues what they stand for', () => {
    const voice = (name: string) =>
      hoverOf(`{ "audio": { "output": { "voice": "|${name}" } } }`, 'ga.session');
    assert.match(voice('marin'), /`"marin"` — .*\n\nRecommended\n/);
    assert.match(voice('fable'), /\n\nThe API refuses it; use `marin` or `cedar`\n/);
    const language = '{ "audio": { "input": { "transcription": { "language": "|de" } } } }';
    assert.match(hoverOf(language, 'ga.transcription-session'), /`"de"` — German, /);
    const tool = '{ "tools": [{ "type": "mcp", "connector_id": "|connector_gmail" }] }';
    assert.match(
      hoverOf(tool, 'ga.session'),
      /`"connector_gmail"` — Mail in Gmail.*\n\n.*\n\n\*\*Deprecated\.\*\*/s,
    );
  });

  it('says which models take a key, when it is fixed, and that it is deprecated', () => {
    const ga = (fixture: string) => hoverOf(fixture, 'ga.session');
    assert.match(
      ga('{ "|reasoning": {} }'),
      /^Only for `gpt-realtime-2.1`, `gpt-realtime-2.1-mini`, `gpt-realtime-2`$/m,
    );
    assert.match(
      ga('{ "audio": { "output": { "|voice": 1 } } }'),
      /^Cannot change after the first audio answer$/m,
    );
    assert.match(ga('{ "|prompt": null }'), /^\*\*Deprecated\.\*\* Stored prompts end on 2026-11-30/m);
  });

  it('shows no secret, of any kind of document', () => {
    const tool = (inner: string) => `{ "type": "realtime", "tools": [{ "type": "mcp", ${inner} }] }`;
    for (const fixture of [
      tool('"authorization": "|hidden-text"'),
      tool('"headers": { "X-Key": "|hidden-text" }'),
    ]) {
      assert.doesNotMatch(hoverOf(fixture, 'ga.session'), /hidden-text/);
      assert.match(hoverOf(fixture, 'ga.session'), /••••/);
    }
  });

  it('counts what there may be no more of, by code points', () => {
    const prompt = (text: string) =>
      hoverOf(
        `{ "type": "transcription", "audio": { "input": { "transcription": { "model": "gpt-live-transcribe", "prompt": "|${text}" } } } }`,
      );
    assert.match(prompt('é😀'.repeat(406)), /^812 of 1,024 characters$/m);
    assert.match(prompt(''), /^0 of 1,024 characters$/m);
  });

  it('counts the characters of longer texts as people count them', () => {
    const text = '🙂'.repeat(50);
    const tool = (description: string) =>
      hoverOf(`{ "tools": [{ "type": "function", "description": "|${description}" }] }`, 'ga.session');
    assert.match(tool(text), /^50 characters$/m);
    assert.doesNotMatch(tool('Hi'), /characters/);
  });

  it('measures instructions, however short, and estimates their tokens', () => {
    const measure = (fixture: string) => linesOf(hoverOf(fixture)).find((line) => line.includes('character'));
    assert.equal(
      measure(`{ "model": "m", "|instructions": "${'Be kind. '.repeat(300)}" }`),
      '2,700 characters · about 900 tokens (an estimate)',
    );
    assert.equal(
      measure('{ "type": "realtime", "instructions": "|Hi" }'),
      '2 characters · about 1 token (an estimate)',
    );
    assert.equal(measure('{ "model": "m", "|instructions": null }'), undefined);
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
    const examples = ['examples', 'examples/ga', 'examples/beta']
      .flatMap((folder) => readdirSync(inRepository(folder)).map((name) => `${folder}/${name}`))
      .filter((name) => name.endsWith('.json'));
    for (const name of examples) {
      const whole = readRepository(name);
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
