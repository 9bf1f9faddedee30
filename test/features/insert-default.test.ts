import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultOf } from '../../server/features/insert-default';
import { schemaOfKind } from '../../server/schema/bundle';
import { checkInsert, config, detection, indented, plan, request, text, turns } from './inserting';

/** A request of a model and the default turn detection. */
const made = ['{', '  "model": "m",', '  "config": {', ...indented.slice(7, 12), '    }', '  }', '}'].join(
  '\n',
);

describe('inserting a default: the whole document', () => {
  it('writes into an empty document what serde writes for Default, literally', () => {
    checkInsert('', 'session-config', text(config));
    checkInsert('', 'session-request', text(request));
    assert.equal(text(config), `${JSON.stringify(schemaOfKind('sdk.session-config')?.default, null, 2)}\n`);
    assert.equal(text(request), `${JSON.stringify(schemaOfKind('sdk.session-request')?.default, null, 2)}\n`);
  });

  it('writes a member into an empty document as the smallest document that holds it', () => {
    checkInsert('', 'turn-detection', text(['{', ...config.slice(8, 13), '  }', '}']));
    checkInsert('', 'voice-activity-detection', text(['{', ...config.slice(3, 7), '  }', '}']));
  });

  it('takes white space and a byte order mark for nothing, and keeps the line ends', () => {
    for (const empty of [' ', '\n\n', '\t', '\uFEFF']) checkInsert(empty, 'session-config', text(config));
    checkInsert('\r\n', 'session-request', text(request, '\r\n'));
  });

  it('fills {} without a question, and asks before it replaces a document', () => {
    const found = plan('{}', 'session-request');
    assert.equal(found.type, 'edit');
    checkInsert('{}', 'session-request', text(request).trimEnd());
    checkInsert('{ "model": "m" }\n', 'session-request', text(request), 'ask');
    checkInsert('{ "tools": [], "modalities": [] }', 'session-config', text(config).trimEnd(), 'ask');
  });

  it('says so when the document is the default already', () => {
    const found = plan(text(request), 'session-request');
    assert.deepEqual(
      [found.type, 'message' in found && found.message],
      ['nothing', 'This document is the default session request already.'],
    );
  });
});

describe('inserting a default: a member', () => {
  it('goes where the schema’s order has it', () => {
    checkInsert(
      '{\n  "model": "m",\n  "voice": "echo"\n}\n',
      'session-config',
      text([
        '{',
        '  "model": "m",',
        '  "config": {',
        ...indented.slice(0, -1),
        '  },',
        '  "voice": "echo"',
        '}',
      ]),
    );
    checkInsert(
      '{\n  "voice": "echo",\n  "model": "m"\n}',
      'session-config',
      [
        '{',
        '  "voice": "echo",',
        '  "model": "m",',
        '  "config": {',
        ...indented.slice(0, -1),
        '  }',
        '}',
      ].join('\n'),
    );
    checkInsert(
      '{ "tools": [], "modalities": ["text"] }',
      'turn-detection',
      `{ "turn_detection": ${turns}, "tools": [], "modalities": ["text"] }`,
    );
  });

  it('stays on the line in an object on one line', () => {
    checkInsert(
      '{"input_audio_format": "pcm16", "tools": []}',
      'voice-activity-detection',
      `{"input_audio_format": "pcm16", "voice_activity_detection": ${detection}, "tools": []}`,
    );
  });

  it('keeps tabs, wide indents and CRLF', () => {
    checkInsert(
      '{\r\n\t"turn_detection": null,\r\n\t"tools": []\r\n}\r\n',
      'voice-activity-detection',
      [
        '{',
        '\t"voice_activity_detection": {',
        '\t\t"threshold": 0.5,',
        '\t\t"prefix_padding_ms": 300,',
        '\t\t"silence_duration_ms": 200',
        '\t},',
        '\t"turn_detection": null,',
        '\t"tools": []',
        '}',
        '',
      ].join('\r\n'),
    );
    checkInsert(
      '{\n    "tools": []\n}',
      'turn-detection',
      [
        '{',
        '    "turn_detection": {',
        '        "type": "server_vad",',
        '        "threshold": 0.5,',
        '        "prefix_padding_ms": 300,',
        '        "silence_duration_ms": 200',
        '    },',
        '    "tools": []',
        '}',
      ].join('\n'),
    );
  });

  it('makes the object that it belongs in where that is absent or null', () => {
    checkInsert(
      '{ "model": "m" }',
      'turn-detection',
      `{ "model": "m", "config": {"turn_detection": ${turns}} }`,
    );
    checkInsert('{\n  "model": "m",\n  "config": null\n}', 'turn-detection', made);
    checkInsert('{\n  "model": "m",\n  "config": {}\n}', 'turn-detection', made);
  });

  it('asks before it replaces another value, and says what is there', () => {
    const before = '{\n  "model": "m",\n  "config": {\n    "turn_detection": { "type": "none" }\n  }\n}';
    const found = plan(before, 'turn-detection');
    assert.ok(found.type === 'ask');
    assert.equal(
      found.message,
      '"config.turn_detection" is there already. Replace it with the default? Undo brings it back.',
    );
    checkInsert(before, 'turn-detection', made, 'ask');
    assert.equal(plan('{ "turn_detection": null, "tools": [] }', 'turn-detection').type, 'ask');
  });

  it('does nothing where the default is there, in whatever order and layout', () => {
    for (const value of [
      turns,
      '{ "silence_duration_ms": 200, "prefix_padding_ms": 300, "threshold": 0.50, "type": "server_vad" }',
    ]) {
      const found = plan(`{ "tools": [], "turn_detection": ${value} }`, 'turn-detection');
      assert.ok(found.type === 'nothing');
      assert.equal(found.message, '"turn_detection" has the default already.');
      assert.equal(found.node.type, 'object');
    }
  });
});

describe('the defaults', () => {
  it('are those of the schemas', () => {
    const of = schemaOfKind('sdk.session-config')?.default as Record<string, unknown>;
    assert.deepEqual(defaultOf('session-config'), of);
    assert.deepEqual(defaultOf('turn-detection'), of.turn_detection);
    assert.deepEqual(defaultOf('voice-activity-detection'), of.voice_activity_detection);
  });
});
