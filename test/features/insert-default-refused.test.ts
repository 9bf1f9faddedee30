import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { insertables } from '../../server/protocol';
import { checkInsert, checkRefused, config, indented, plan, request, text, turns } from './inserting';

describe('inserting a default: refusals', () => {
  it('says why a kind has no place for it, and where it could go', () => {
    const response = '{ "instructions": "Hi" }';
    checkRefused(
      response,
      'turn-detection',
      'A response config (sdk.response-config) has no place for "turn_detection". It belongs in a session request, a session config or a session response.',
    );
    checkRefused(
      response,
      'session-config',
      'A response config (sdk.response-config) has no place for a session config. It belongs in a session request or a session response, or stands as a document of its own.',
    );
    checkRefused(
      '{ "enabled": true }',
      'session-request',
      'An input audio transcription (sdk.input-audio-transcription) cannot hold a session request: that is a document of its own.',
    );
  });

  it('refuses what is no object, at the root and on the way', () => {
    checkRefused(
      '[]',
      'session-config',
      'This document is no JSON object, so there is nothing to insert the default session config into.',
    );
    checkRefused(
      'model',
      'turn-detection',
      'This document is no JSON object, so there is nothing to insert the default "turn_detection" into.',
    );
    checkRefused(
      '{ "model": "m", "config": 3 }',
      'turn-detection',
      '"config" is no object, so "turn_detection" cannot go into it. Make it an object first.',
    );
  });
});

describe('inserting a default: documents that are still being written', () => {
  const written = `{ "model": "m", "config": {"turn_detection": ${turns}} }`;

  it('takes a trailing comma for the one that it needs', () => {
    checkInsert('{ "model": "m", }', 'turn-detection', written);
    checkInsert(
      '{\n  "model": "m",\n}\n',
      'session-config',
      text(['{', '  "model": "m",', '  "config": {', ...indented.slice(0, -1), '  }', '}']),
    );
  });

  it('gives a key that lacks its value that value', () => {
    const after = ['{', '  "tools": [],', ...config.slice(8, 13), '  }', '}'].join('\n');
    checkInsert('{\n  "tools": [],\n  "turn_detection":\n}', 'turn-detection', after);
    checkInsert('{\n  "tools": [],\n  "turn_detection"\n}', 'turn-detection', after);
  });

  it('finishes an object that has only its brace', () => {
    checkInsert('{', 'session-request', text(request).trimEnd());
  });

  it('leaves what is broken elsewhere as it is', () => {
    const inserted = (before: string) => {
      const found = plan(before, 'turn-detection');
      assert.ok(found.type === 'edit');
      return applyEdits(before, [found.edit]);
    };
    assert.equal(inserted('{ "model": "m"'), written.slice(0, -2));
    assert.equal(inserted('{ "model": "m" "voice": "echo" }'), `${written.slice(0, -2)} "voice": "echo" }`);
    assert.equal(inserted('{ "model": "m", // mine\n}'), `${written.slice(0, -2)}, // mine\n}`);
  });

  it('plans something for every beginning of a document', () => {
    const whole = text(request);
    for (const what of insertables) {
      for (let end = 0; end <= whole.length; end++) {
        const found = plan(whole.slice(0, end), what, 'sdk.session-request');
        if ('edit' in found) assert.ok(found.edit.offset + found.edit.length <= end);
      }
    }
  });
});
