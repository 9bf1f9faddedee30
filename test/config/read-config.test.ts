import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../server/config/read-config';

const said = (text: string) =>
  readConfig(text).faults.map(({ message, line, character }) => `${line}:${character} ${message}`);

describe('a project file', () => {
  it('says what it says, with comments and trailing commas', () => {
    const text = `{
  // the phone team
  "kinds": { "calls/**": "ga.session" },
  "defaultKind": "ga.session",
  "rules": { "duplicate-tool": "off", "unknown-property": "warning", },
  "overrides": [{ "files": ["old/*"], "rules": { "model-shutdown": "hint" } }],
  "extraModels": ["ours", "ours"],
  "extraVoices": ["grandpa"],
  "target": "azure",
}`;
    assert.deepEqual(readConfig(text), {
      config: {
        kinds: { 'calls/**': 'ga.session' },
        defaultKind: 'ga.session',
        rules: { 'duplicate-tool': 'off', 'unknown-property': 'warning' },
        overrides: [{ files: ['old/*'], rules: { 'model-shutdown': 'hint' } }],
        extraModels: ['ours'],
        extraVoices: ['grandpa'],
        target: 'azure',
      },
      faults: [],
    });
  });

  it('is told what in it cannot be used, and where; the rest holds', () => {
    const text = `{
  "rule": {},
  "rules": { "duplicate-tols": "off", "syntax": "off", "model-shutdown": "loud" },
  "kinds": { "a": "ga.sesion" },
  "overrides": [{ "file": [], "rules": {} }, 7],
  "extraModels": "x",
  "extraVoices": [1, "v"],
  "target": "moon"
}`;
    assert.deepEqual(said(text), [
      '1:2 "rule" is not a key of .realtimerc.json. Did you mean "rules"?',
      '2:13 There is no rule "duplicate-tols". Did you mean "duplicate-tool"?',
      '2:38 Nothing can read a file that is not JSON, so "syntax" stays an error.',
      '2:73 The level of "model-shutdown" must be "off", "error", "warning", "info" or "hint".',
      '3:18 "a" names no kind of document. Did you mean "ga.session"?',
      '4:18 "file" is not a key of an override. Did you mean "files"?',
      '4:45 An override must be an object with "files" and "rules".',
      '5:17 "extraModels" must be a list of texts.',
      '6:18 "extraVoices" takes texts that are not empty.',
      '7:12 "target" must be "openai", "azure" or "other".',
    ]);
    assert.deepEqual(readConfig(text).config.extraVoices, ['v']);
  });

  it('may be broken or no object at all', () => {
    assert.deepEqual(said('{ "rules": '), ['0:11 This is not JSON: value expected.']);
    assert.deepEqual(said('[]'), ['0:0 .realtimerc.json must hold an object.']);
    assert.deepEqual(readConfig('').config, {});
    for (const text of [
      '{"__proto__": 1}',
      '{"rules": {"constructor": "off"}}',
      '{"kinds": null}',
      '{"overrides": {}}',
    ])
      assert.equal(said(text).length, 1, text);
  });
});
