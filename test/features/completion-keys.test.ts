import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindsWithSchema } from '../../server/schema/bundle';
import { checkAccept, checkAcceptInBroken, checkOffered, itemOf, offered, textAfter } from './completing';

const request = ['model', 'config', 'instructions', 'voice', 'temperature', 'max_response_output_tokens'];
const inRequest = { kind: 'sdk.session-request' };

describe('completion of keys: what is offered', () => {
  it('has missing required keys first, and $schema last', () => {
    checkOffered('{|}', [...request, '$schema']);
    const { items } = offered('{ "object": "realtime.session", "status": "active", | }');
    const required = items.map(
      ({ labelDetails }) => labelDetails?.description?.endsWith('required') ?? false,
    );
    assert.deepEqual(required, [true, true, true, true, true, true, false]);
  });

  it('puts a required key that comes late in the schema before optional ones', () => {
    const labels = ['name', 'description', 'parameters'];
    checkOffered('{ "tools": [{ "type": "function", | }], "tool_choice": "auto" }', labels);
  });

  it('puts rare keys after common ones', () => {
    const { labels } = offered('{ "config": { "tools": [{ "parameters": {|} }] } }');
    assert.ok(labels.indexOf('required') < labels.indexOf('title'));
    assert.ok(labels.indexOf('$defs') < labels.indexOf('$comment'));
    assert.deepEqual(labels.slice(0, 3), ['type', 'properties', 'required']);
  });

  it('leaves out keys that are there, before and after the cursor', () => {
    checkOffered('{ "model": "m", |, "voice": "alloy", "config": { "tools": [] } }', [
      'instructions',
      'temperature',
      'max_response_output_tokens',
      '$schema',
    ]);
  });

  it('is not misled by keys of inner and outer objects', () => {
    const { labels } = offered('{ "model": "m", "config": { "turn_detection": { "type": "none" }, | } }');
    assert.ok(labels.includes('tools') && !labels.includes('model') && !labels.includes('type'));
  });

  it('offers the key that is being renamed', () => {
    const { labels } = offered('{ "voi|": "alloy" }', inRequest);
    assert.ok(labels.includes('voice'));
    const own = offered('{ "voi|ce": "alloy" }', inRequest);
    assert.ok(own.labels.includes('voice'));
  });

  it('offers an entry with a name to fill in where the names are the author’s', () => {
    checkOffered('{ "config": { "tools": [{ "parameters": { "properties": {|} } }] } }', ['one argument']);
    checkAccept(
      '{ "model": "m", "config": { "tools": [{ "parameters": { "properties": { "name": {}, | } } }] } }',
      'one argument',
      [
        '{ "model": "m", "config": { "tools": [{ "parameters": { "properties": { "name": {}, "name2": {',
        '  "type": "string",',
        '  "description": "What the model should put here."',
        '} } } }] } }',
      ].join('\n'),
    );
  });

  it('says type, default and whether it is required in the right column', () => {
    const found = offered('{|}');
    assert.equal(itemOf(found, 'temperature').labelDetails?.description, 'number · 0.8');
    assert.equal(
      itemOf(found, 'model').labelDetails?.description,
      'string · gpt-4o-realtime-preview · required',
    );
    const inConfig = offered('{ "config": { "turn_detection": {|} } }');
    assert.equal(itemOf(inConfig, 'silence_duration_ms').labelDetails?.description, 'integer · 200 ms');
    const elsewhere = itemOf(offered('{|}', { labelDetails: false }), 'temperature');
    assert.equal(elsewhere.detail, 'number · 0.8');
    assert.equal(elsewhere.labelDetails, undefined);
  });

  it('documents every key of every kind', () => {
    for (const kind of kindsWithSchema) {
      for (const { label, documentation } of offered('{|}', { kind }).items) {
        const { value } = documentation as { value: string };
        assert.ok(value.length > 40, `${kind} ${label}: ${value}`);
      }
    }
  });
});

describe('completion of keys: text after accepting', () => {
  it('inserts key, colon and value into an empty object', () => {
    checkAccept('{|}', 'model', '{"model": "gpt-4o-realtime-preview"}');
    checkAccept('{ | }', 'model', '{ "model": "gpt-4o-realtime-preview" }');
  });

  it('replaces a half-typed key with and without quotes', () => {
    checkAccept('{ "mod|" }', 'model', '{ "model": "gpt-4o-realtime-preview" }');
    checkAccept('{ mod| }', 'model', '{ "model": "gpt-4o-realtime-preview" }');
    checkAccept("{ 'mod|' }", 'model', '{ "model": "gpt-4o-realtime-preview" }');
    checkAccept('{ "|" }', 'model', '{ "model": "gpt-4o-realtime-preview" }');
    checkAccept('{ "mo|d" }', 'model', '{ "model": "gpt-4o-realtime-preview" }');
  });

  it('takes the caret before and after a quote', () => {
    checkAccept('{ "model": "m", "temp"| }', 'temperature', '{ "model": "m", "temperature": 0.8 }');
    checkAccept('{ "model": "m", "temp|" }', 'temperature', '{ "model": "m", "temperature": 0.8 }');
    checkAccept('{ |"model": "m" }', 'temperature', '{ "temperature": 0.8, "model": "m" }');
  });

  it('replaces the key alone where a colon follows', () => {
    checkAccept('{ "model": "m", "voi|": "echo" }', 'voice', '{ "model": "m", "voice": "echo" }');
    checkAccept('{ "model": "m", "voi|" : "echo" }', 'voice', '{ "model": "m", "voice" : "echo" }');
    checkAccept('{ "model": "m", vo|: "echo" }', 'voice', '{ "model": "m", "voice": "echo" }');
  });

  it('adds the comma that is missing before', () => {
    checkAccept('{ "model": "m" | }', 'temperature', '{ "model": "m", "temperature": 0.8 }');
    checkAccept('{ "model": "m" "te|" }', 'temperature', '{ "model": "m", "temperature": 0.8 }');
    checkAccept('{\n  "model": "m"\n  te|\n}', 'temperature', '{\n  "model": "m",\n  "temperature": 0.8\n}');
    checkAccept('{ "model": "m""te|" }', 'temperature', '{ "model": "m", "temperature": 0.8 }');
  });

  it('adds the comma that is missing after', () => {
    checkAccept('{ | "model": "m" }', 'temperature', '{ "temperature": 0.8, "model": "m" }');
    checkAccept('{ "te|" "model": "m" }', 'temperature', '{ "temperature": 0.8, "model": "m" }');
    checkAccept('{|"model": "m"}', 'temperature', '{"temperature": 0.8, "model": "m"}');
  });

  it('adds both, and none that is there', () => {
    checkAccept(
      '{\n  "model": "m"\n  |\n  "voice": "echo"\n}',
      'temperature',
      '{\n  "model": "m",\n  "temperature": 0.8,\n  "voice": "echo"\n}',
    );
    checkAccept(
      '{ "model": "m", |, "voice": "echo" }',
      'temperature',
      '{ "model": "m", "temperature": 0.8, "voice": "echo" }',
    );
    checkAccept('{ "model": "m",| }', 'temperature', '{ "model": "m", "temperature": 0.8 }');
  });

  it('repairs a document without any comma member by member', () => {
    checkAcceptInBroken(
      '{\n  "model": "m"\n  "voice": "echo"\n  |\n}',
      'temperature',
      '{\n  "model": "m"\n  "voice": "echo",\n  "temperature": 0.8\n}',
    );
  });

  it('inserts objects with their required keys, indented for their place', () => {
    checkAccept(
      '{\n  "model": "m",\n  "config": {\n    |\n  }\n}',
      'voice_activity_detection',
      [
        '{',
        '  "model": "m",',
        '  "config": {',
        '    "voice_activity_detection": {',
        '      "threshold": 0.5,',
        '      "prefix_padding_ms": 300,',
        '      "silence_duration_ms": 200',
        '    }',
        '  }',
        '}',
      ].join('\n'),
    );
  });

  it('has tab stops and choices with the default first', () => {
    const found = offered('{ "config": { "turn_detection": {|} } }');
    const text = (label: string) => itemOf(found, label).textEdit?.newText;
    assert.equal(text('type'), '"type": "$' + '{1|server_vad,none|}"');
    assert.equal(text('threshold'), '"threshold": $' + '{1:0.5}');
    const keyword = offered('{ "config": { "tools": [{ "parameters": {|} }] } }');
    assert.equal(
      itemOf(keyword, 'additionalProperties').textEdit?.newText,
      '"additionalProperties": $' + '{1|false,true|}',
    );
    assert.equal(itemOf(keyword, 'not').textEdit?.newText, '"not": {\n\t$1\n}');
  });

  it('gives every key of every kind a value that loads, as snippet and as plain text', () => {
    for (const kind of kindsWithSchema) {
      for (const label of offered('{|}', { kind }).labels) {
        for (const snippets of [true, false]) {
          const found = offered('{\n\t|\n}\n', { kind, snippets });
          const after = textAfter(found, itemOf(found, label));
          checkAccept('{\n\t|\n}\n', label, after, { kind, snippets });
        }
      }
    }
  });

  it('sends no snippet syntax to a client that knows none', () => {
    for (const { textEdit, insertTextFormat } of offered('{|}', { snippets: false }).items) {
      assert.equal(insertTextFormat, undefined);
      assert.doesNotMatch(textEdit?.newText ?? '', /\$\{?\d/);
    }
    checkAccept('{|}', '$schema', '{"$schema": "urn:realtime-config:sdk.session-request"}', inRequest);
    checkAccept('{|}', '$schema', '{"$schema": "urn:realtime-config:sdk.session-request"}', {
      ...inRequest,
      snippets: false,
    });
  });
});

describe('completion of keys: where nothing belongs', () => {
  const nothing = (title: string, ...fixtures: string[]) =>
    it(title, () => {
      for (const fixture of fixtures) checkOffered(fixture, [], inRequest);
    });

  nothing('offers nothing right after a key', '{ "voice" | }', '{ "voice"\n|\n}');
  nothing('offers nothing after the root', '{} |', '{}\n|', '[] |', '1 |');
  nothing('offers nothing before a root', '| {}', '|[]');
  nothing(
    'offers nothing in comments',
    '{ // |\n}',
    '{ /* | */ }',
    '{ //|',
    '// |',
    '{ /* |',
    '{\n  "model": "m" // the |\n}',
  );
  nothing('offers no keys to what is no object', '{ "voice": { | } }', '{ "unknown": { | } }');
  nothing('offers nothing right after an object', '{ "config": {}| }');
  nothing('offers nothing before an object that stands as a value', '{ "config": | {} }');

  it('offers again after a comment, and in a string that looks like one', () => {
    checkAcceptInBroken('{ /* a */ | }', 'voice', '{ /* a */ "voice": "alloy" }', inRequest);
    assert.ok(offered('{ "model": "http://|" }', inRequest).labels.length > 0);
  });

  it('does not open by itself on a closing quote, nor on a colon inside a string', () => {
    checkOffered('{ "voice"| }', [], { ...inRequest, trigger: '"' });
    checkOffered('{ "instructions": "Say:|" }', [], { ...inRequest, trigger: ':' });
    assert.ok(offered('{ "| }', { ...inRequest, trigger: '"' }).labels.length > 0);
    assert.ok(offered('{ "voice":| }', { ...inRequest, trigger: ':' }).labels.length > 0);
  });
});
