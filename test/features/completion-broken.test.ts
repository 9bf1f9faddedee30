import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAccept, checkAcceptInBroken, checkOffered, itemOf, offered, textAfter } from './completing';

const inRequest = { kind: 'sdk.session-request' };

describe('completion: layouts', () => {
  it('counts in UTF-16 after emoji and other characters beyond the basic plane', () => {
    checkAccept(
      '{ "instructions": "🕰️👩‍👩‍👧 𝒳", "model": "m", "voice": "|" }',
      'echo',
      '{ "instructions": "🕰️👩‍👩‍👧 𝒳", "model": "m", "voice": "echo" }',
    );
    checkAccept('{ "model": "😀", | }', 'voice', '{ "model": "😀", "voice": "alloy" }');
    checkAccept('{ "model": "m", "😀vo|" }', 'voice', '{ "model": "m", "voice": "alloy" }');
  });

  it('keeps CRLF', () => {
    checkAccept(
      '{\r\n  "model": "m"\r\n  |\r\n}\r\n',
      'config',
      '{\r\n  "model": "m",\r\n  "config": {\r\n    \r\n  }\r\n}\r\n',
    );
  });

  it('indents with tabs where the document does', () => {
    checkAccept('{\n\t"model": "m",\n\t|\n}', 'config', '{\n\t"model": "m",\n\t"config": {\n\t\t\n\t}\n}');
    checkAccept('{\n    "model": "m",\n    |\n}', 'config', '{\n    "model": "m",\n    "config": {}\n}', {
      snippets: false,
    });
  });

  it('works on one line without any blank', () => {
    checkAccept('{"model":"m",|}', 'voice', '{"model":"m", "voice": "alloy"}');
    checkAccept('{"model":"m","voice":|}', 'echo', '{"model":"m","voice": "echo"}');
    checkAccept(
      '{"model":"|","voice":"echo"}',
      'gpt-4o-realtime-preview',
      '{"model":"gpt-4o-realtime-preview","voice":"echo"}',
    );
  });
});

describe('completion: broken documents', () => {
  it('closes a string in the middle of the document', () => {
    checkAccept(
      '{\n  "model": "gpt|\n  "voice": "echo"\n}',
      'gpt-4o-mini-realtime-preview',
      '{\n  "model": "gpt-4o-mini-realtime-preview",\n  "voice": "echo"\n}',
    );
    checkAccept(
      '{\n  "model": "m",\n  "vo|\n  "temperature": 1\n}',
      'voice',
      '{\n  "model": "m",\n  "voice": "alloy",\n  "temperature": 1\n}',
    );
  });

  it('does not swallow the string that it is typed in front of', () => {
    const before = '{ "model": "m", "config": { "modalities": ["aud|"text"] } }';
    checkAccept(before, 'audio', '{ "model": "m", "config": { "modalities": ["audio", "text"] } }');
  });

  it('ends a string with its line, also behind a backslash', () => {
    checkAccept('{\n  "voice": "C:\\|\n}', 'echo', '{\n  "voice": "echo"\n}', {
      kind: 'sdk.response-config',
    });
    checkAccept(
      '{\n  "voice": "C:\\|\n  "temperature": 1\n}',
      'echo',
      '{\n  "voice": "echo",\n  "temperature": 1\n}',
      { kind: 'sdk.response-config' },
    );
  });

  it('reads on in the next line after a string that ends in a backslash', () => {
    checkAcceptInBroken(
      '{\n  "model": "C:\\\n  "voice": "ec|"\n}',
      'echo',
      '{\n  "model": "C:\\\n  "voice": "echo"\n}',
    );
  });

  it('is not led astray by an unclosed string before the cursor', () => {
    checkAcceptInBroken(
      '{\n  "model": "m,\n  "voice": |\n}',
      'echo',
      '{\n  "model": "m,\n  "voice": "echo"\n}',
    );
  });

  it('knows where it is in a document without an end', () => {
    checkAcceptInBroken(
      '{ "config": { "turn_detection": { "type": |',
      'none',
      '{ "config": { "turn_detection": { "type": "none"',
    );
    checkAcceptInBroken('{ "config": { "modalities": ["|', 'audio', '{ "config": { "modalities": ["audio"');
    checkOffered('{ "config": { "turn_detection": { "type": "none", |', [
      'threshold',
      'prefix_padding_ms',
      'silence_duration_ms',
    ]);
  });

  it('knows where it is after brackets that do not match', () => {
    checkAcceptInBroken(
      '{ "config": { "tools": [ } , "voice": | }',
      'echo',
      '{ "config": { "tools": [ } , "voice": "echo" }',
      inRequest,
    );
    checkAcceptInBroken('{ ]]]] "voice": | }', 'echo', '{ ]]]] "voice": "echo" }', inRequest);
  });

  it('fills in one of several missing values', () => {
    checkAcceptInBroken(
      '{ "model": , "voice": |, "temperature": }',
      'echo',
      '{ "model": , "voice": "echo", "temperature": }',
      inRequest,
    );
  });

  it('copes with colons and commas too many', () => {
    checkAcceptInBroken('{ "voice":: | }', 'echo', '{ "voice":: "echo" }', inRequest);
    checkAcceptInBroken('{ ,, | }', 'voice', '{ ,, "voice": "alloy" }', inRequest);
    checkAcceptInBroken('{ "model" "voice": "|" }', 'echo', '{ "model" "voice": "echo" }', inRequest);
  });

  it('completes within a document that has comments and single quotes', () => {
    const found = offered("{\n  // the voice\n  'voice': 'ec|'\n}", inRequest);
    assert.equal(textAfter(found, itemOf(found, 'echo')), '{\n  // the voice\n  \'voice\': "echo"\n}');
  });

  it('writes a value before a trailing comma', () => {
    checkAcceptInBroken(
      '{ "model": "m", "voice": |, }',
      'echo',
      '{ "model": "m", "voice": "echo", }',
      inRequest,
    );
  });
});
