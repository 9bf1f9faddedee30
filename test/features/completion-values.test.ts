import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAccept, checkOffered, itemOf, offered, textAfter, troubles } from './completing';

const inRequest = { kind: 'sdk.session-request' };
const inConfig = { kind: 'sdk.session-config' };
const voices = ['alloy', 'echo', 'fable', 'onyx', 'nova', 'shimmer'];

describe('completion of values: what is offered', () => {
  it('lists an enum in and out of quotes, null where the key is optional', () => {
    checkOffered('{ "voice": "|" }', [...voices, 'null'], inRequest);
    checkOffered('{ "voice": | }', [...voices, 'null'], inRequest);
    checkOffered('{ "config": { "turn_detection": { "type": "|" } } }', ['server_vad', 'none']);
    checkOffered('{ "status": | }', ['active', 'connecting', 'disconnected', 'expired', 'error']);
  });

  it('gives each value its own text, and marks and preselects the default', () => {
    const { items } = offered('{ "voice": | }', inRequest);
    const texts = items.map(({ documentation }) => (documentation as { value: string }).value);
    assert.equal(new Set(texts).size, items.length);
    assert.deepEqual(
      items
        .filter(({ preselect }) => preselect)
        .map(({ label, labelDetails }) => [label, labelDetails?.description]),
      [['alloy', 'default']],
    );
  });

  it('has the default of a number before its examples', () => {
    checkOffered('{ "temperature": | }', ['0.8', '0.6', '1', 'null'], inRequest);
    checkOffered('{ "voice_activity_detection": { "prefix_padding_ms": | } }', ['300', '100', '500']);
  });

  it('offers both booleans, the default first', () => {
    checkOffered('{ "enabled": | }', ['true', 'false']);
  });

  it('leaves out what a list has already', () => {
    checkOffered('{ "modalities": [|] }', ['text', 'audio'], inConfig);
    checkOffered('{ "modalities": ["text", |] }', ['audio'], inConfig);
    checkOffered('{ "modalities": [| "audio"] }', ['text'], inConfig);
    checkOffered('{ "modalities": ["text", "a|"] }', ['audio'], inConfig);
    checkOffered('{ "modalities": ["text", "audio", |] }', [], inConfig);
  });

  it('names the models of the kind, those that stopped answering struck through', () => {
    const session = offered('{ "model": "|" }', inRequest).items;
    assert.deepEqual(
      session.map(({ label, tags, labelDetails }) => [label, tags, labelDetails?.description]),
      [
        ['gpt-4o-realtime-preview', [1], 'default · shut down 2026-05-07'],
        ['gpt-4o-mini-realtime-preview', [1], 'shut down 2026-05-07'],
      ],
    );
    const [whisper] = offered('{ "enabled": true, "model": | }').items;
    assert.equal(whisper?.labelDetails?.description, 'default · shuts down 2027-02-26');
    assert.equal(whisper?.tags, undefined);
  });

  it('puts the names of the document’s tools above the generic choices', () => {
    const tools = '"tools": [{ "name": "go_home", "description": "Goes home." }, { "name": "stay" }]';
    const labels = ['go_home', 'stay', 'auto', 'none', 'required', 'null'];
    checkOffered(`{ ${tools}, "tool_choice": | }`, labels, inConfig);
    checkOffered(`{ "model": "m", "config": { "tool_choice": "|", ${tools} } }`, labels);
    const found = offered(`{ ${tools}, "tool_choice": "|" }`, inConfig);
    assert.equal(itemOf(found, 'go_home').labelDetails?.description, 'from this document');
    assert.deepEqual(itemOf(found, 'go_home').documentation, { kind: 'markdown', value: 'Goes home.' });
  });

  it('fills "required" from "properties", each name once', () => {
    const schema = (required: string) =>
      `{ "tools": [{ "parameters": { "properties": { "day": {}, "hour": {} }, "required": ${required} } }], "tool_choice": "auto" }`;
    checkOffered(schema('[|]'), ['day', 'hour'], inConfig);
    checkOffered(schema('["day", "|"]'), ['hour'], inConfig);
    checkOffered(schema('["d|ay"]'), ['day', 'hour'], inConfig);
  });

  it('fills "required" of nested objects from their own "properties"', () => {
    const schema = (required: string) =>
      `{ "tools": [{ "parameters": { "properties": { "day": {}, "place": { "type": "object", "properties": { "city": { "description": "Where." }, "street": {} }, "required": ${required} } }, "required": ["day"] } }] }`;
    checkOffered(schema('[|]'), ['city', 'street'], inConfig);
    checkOffered(schema('["city", |]'), ['street'], inConfig);
    checkOffered(schema('["city", "street", "|"]'), ['""'], inConfig);
    const found = offered(schema('["|"]'), inConfig);
    assert.deepEqual(itemOf(found, 'city').documentation, { kind: 'markdown', value: 'Where.' });
    checkOffered(
      '{ "tools": [{ "parameters": { "properties": { "day": { "type": "array", "items": { "properties": { "hour": {} }, "required": ["|"] } } } } }] }',
      ['hour'],
      inConfig,
    );
  });

  it('fills "dependentRequired" from "properties", its keys and its lists', () => {
    const schema = (dependent: string) =>
      `{ "tools": [{ "parameters": { "properties": { "street": {}, "city": {}, "zip": {} }, "dependentRequired": ${dependent} } }] }`;
    checkOffered(schema('{ "street": [|] }'), ['city', 'zip'], inConfig);
    checkOffered(schema('{ "street": ["zip", "|"] }'), ['city'], inConfig);
    assert.deepEqual(offered(schema('{ | }'), inConfig).labels.slice(0, 3), ['street', 'city', 'zip']);
    assert.deepEqual(offered(schema('{ "street": [], "|" }'), inConfig).labels.slice(0, 2), ['city', 'zip']);
    checkAccept(schema('{ | }'), 'city', schema('{ "city": [] }'), inConfig);
  });

  it('knows JSON Schema at every depth of a tool’s parameters', () => {
    const deep = (inner: string) =>
      `{ "tools": [{ "parameters": { "properties": { "lines": { "items": { "properties": { "note": ${inner} } } } } } }] }`;
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null', '[]'];
    checkOffered(deep('{ "type": "|" }'), types, inConfig);
    const { labels } = offered(deep('{ | }'), inConfig);
    assert.deepEqual(labels.slice(0, 4), ['type', 'description', 'properties', 'required']);
    assert.ok(labels.includes('maxLength') && labels.includes('$ref'));
    assert.equal(offered(deep('|'), inConfig).labels[0], 'text');
  });

  it('offers skeletons of tools', () => {
    checkOffered(
      '{ "tools": [|] }',
      [
        'function without arguments',
        'function with one string argument',
        'function with several arguments',
        '{}',
      ],
      inConfig,
    );
  });

  it('says once what two sources say, and keeps what both know', () => {
    checkOffered('{ "modalities": | }', ['["text", "audio"]', '["text"]', '[]', 'null'], inConfig);
    const found = offered('{ "modalities": | }', inConfig);
    const column = (label: string) => itemOf(found, label).labelDetails?.description;
    assert.equal(column('["text", "audio"]'), 'default · speech and text');
    assert.equal(column('["text"]'), 'text only');
    const turns = offered('{ "turn_detection": | }', inConfig);
    assert.equal(itemOf(turns, 'server_vad with timings').labelDetails?.description, 'default');
    assert.equal(itemOf(turns, 'server_vad with timings').filterText, '{server_vad with timings default');
    assert.ok(!turns.labels.includes('default'));
  });

  it('names the kind for $schema', () => {
    checkOffered('{ "$schema": "|" }', ['urn:realtime-config:sdk.session-request'], inRequest);
  });

  it('offers nothing for keys that nothing knows', () => {
    checkOffered('{ "whatever": | }', [], inRequest);
    checkOffered('{ "voice": { "deep": | } }', [], inRequest);
  });
});

describe('completion of values: text after accepting', () => {
  const model = '"model": "m"';

  it('replaces the whole old value, quotes included', () => {
    checkAccept(`{ ${model}, "voice": "|" }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice": "al|loy" }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice": |"alloy" }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice": "alloy"| }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice": al| }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice": nu|ll }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "temperature": 0.|5 }`, '1', `{ ${model}, "temperature": 1 }`);
    checkAccept(`{ ${model}, "temperature": "0|" }`, '1', `{ ${model}, "temperature": 1 }`);
    checkAccept(`{ ${model}, "voice": "alloy|" }`, 'null', `{ ${model}, "voice": null }`);
  });

  it('replaces a value that the cursor is a little in front of', () => {
    checkAccept(`{ ${model}, "voice":|  "alloy" }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice": | "alloy" }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "temperature": | 0.5 }`, '1', `{ ${model}, "temperature": 1 }`);
    checkOffered(`{ ${model}, "voice": |\n"alloy" }`, [], inRequest);
  });

  it('parts the value from its colon', () => {
    checkAccept(`{ ${model}, "voice":| }`, 'echo', `{ ${model}, "voice": "echo" }`);
    checkAccept(`{ ${model}, "voice":|}`, 'echo', `{ ${model}, "voice": "echo"}`);
  });

  it('adds the comma that is missing after, and none that is there', () => {
    checkAccept(`{ "voice": | ${model} }`, 'echo', `{ "voice": "echo", ${model} }`);
    checkAccept(`{\n  "voice": |\n  ${model}\n}`, 'echo', `{\n  "voice": "echo",\n  ${model}\n}`);
    checkAccept(`{ "voice": |, ${model} }`, 'echo', `{ "voice": "echo", ${model} }`);
    checkAccept(`{ "voice": "ec|" ${model} }`, 'echo', `{ "voice": "echo", ${model} }`);
    checkAccept('{ "modalities": ["text" |] }', 'audio', '{ "modalities": ["text", "audio"] }', inConfig);
    checkAccept('{ "modalities": [|"text"] }', 'audio', '{ "modalities": ["audio"] }', inConfig);
    checkAccept('{ "modalities": [ | "text"] }', 'audio', '{ "modalities": [ "audio", "text"] }', inConfig);
    checkAccept('{ "modalities": ["text",|] }', 'audio', '{ "modalities": ["text", "audio"] }', inConfig);
  });

  it('closes a string that was left open', () => {
    checkAccept(`{\n  "voice": "ec|\n}`, 'echo', '{\n  "voice": "echo"\n}', { kind: 'sdk.response-config' });
    checkAccept(`{\n  "voice": "ec|\n  ${model}\n}`, 'echo', `{\n  "voice": "echo",\n  ${model}\n}`);
  });

  it('writes whole objects in the layout of the document', () => {
    checkAccept(
      '{\n\t"turn_detection": |\n}',
      'none',
      '{\n\t"turn_detection": {\n\t\t"type": "none"\n\t}\n}',
      inConfig,
    );
    checkAccept(
      '{\r\n    "turn_detection": |\r\n}',
      'none',
      '{\r\n    "turn_detection": { "type": "none" }\r\n}',
      { ...inConfig, snippets: false },
    );
    checkAccept('{ "model": "m", "config": | }', '{}', '{ "model": "m", "config": {} }');
  });

  it('writes every skeleton of a tool as a tool that loads', () => {
    for (const label of offered('{ "tools": [|] }', inConfig).labels.slice(0, -1)) {
      const found = offered('{\n  "tools": [\n    |\n  ]\n}', inConfig);
      const item = itemOf(found, label);
      assert.match(item.textEdit?.newText ?? '', /\$\{1:/);
      assert.deepEqual(troubles(textAfter(found, item), 'sdk.session-config'), []);
    }
  });

  it('takes text that looks like a snippet as text', () => {
    const tool =
      '"tools": [{ "type": "function", "name": "a$1}b\\\\c", "description": "", "parameters": {} }]';
    const expected = `{ ${tool}, "tool_choice": "a$1}b\\\\c" }`;
    checkAccept(`{ ${tool}, "tool_choice": "|" }`, 'a$1}b\\c', expected, inConfig);
    checkAccept(`{ ${tool}, "tool_choice": "|" }`, 'a$1}b\\c', expected, { ...inConfig, snippets: false });
  });

  it('keeps what looks like a variable in an example', () => {
    const parameters = (inner: string) =>
      `{ "tools": [{ "type": "function", "name": "f", "description": "", "parameters": { ${inner} } }] }`;
    const found = offered(parameters('"properties": { "a": { "allOf": | } }'), inConfig);
    const [example] = found.items;
    assert.match(example?.textEdit?.newText ?? '', /"\\\$ref": "#\/\\\$defs\/address"/);
  });
});
