import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinds } from '../../server/kinds/catalogue';
import { NO_KIND } from '../../server/protocol';
import type { Target } from '../../server/rules/settings';
import { checkClean, checkFix, checkProblems, problemsOf, WITHOUT_RULES } from '../support/fixture';

describe('documents of OpenAI’s APIs', () => {
  it('are refused as a whole for one unknown key, in words that fit the kind', () => {
    checkProblems(
      'ga.session',
      `{ "type": "realtime", "foo": 1 }
//                    ^^^^^ error unknown-property: "foo" is not a key of this object. The API refuses the whole session because of this key.`,
    );
    checkProblems(
      'ga.session-update',
      `{
  "type": "session.update", "session": { "type": "realtime", "voice": "marin" }
//                                                           ^^^^^^^ error unknown-property: "voice" belongs in "session.audio.output.voice". The API refuses the whole update because of this key.
}`,
    );
    checkProblems(
      'ga.client-secret',
      `{ "expires_after": { "seconds": 5 } }
//                              ^ error out-of-range: "seconds" must be from 10 to 7200; this is 5. The API refuses the whole request.`,
    );
  });

  it('name the branch that a key goes with', () => {
    checkProblems(
      'ga.session',
      `{ "type": "realtime", "audio": { "input": { "turn_detection": { "type": "semantic_vad", "threshold": 0.5 } } } }
//                                                                                      ^^^^^^^^^^^ error unknown-property: "threshold" goes with "server_vad" only, and this is "semantic_vad". The API refuses the whole session because of this key.`,
    );
    checkProblems(
      'ga.session',
      `{ "type": "realtime", "tools": [{ "type": "mcp", "server_label": "a", "server_url": "https://a.example", "parameters": {} }] }
//                                                                                                       ^^^^^^^^^^^^ error unknown-property: "parameters" goes with "function" only, and this is "mcp". The API refuses the whole session because of this key.`,
    );
  });

  it('take a repeated key, of which the last counts', () => {
    checkProblems(
      'ga.session',
      `{ "type": "realtime", "instructions": "a", "instructions": "b" }
//                                         ^^^^^^^^^^^^^^ warning duplicate-key: "instructions" stands twice in this object. Only the last one counts; remove the other.`,
    );
  });

  it('say nothing about an object whose deciding key is missing but that it is', () => {
    const { length } = problemsOf('ga.session', '{ "type": "realtime", "tool_choice": { "foo": 1 } }');
    assert.equal(length, 1);
  });
});

describe('a $schema', () => {
  const TITLE = 'Remove "$schema"';

  it('is a warning where the API would refuse it, and goes on demand only', () => {
    checkProblems(
      'ga.session',
      `{ "$schema": "urn:realtime-config:ga.session", "type": "realtime" }
//^^^^^^^^^ warning schema-key: The API does not know "$schema", and refuses the whole session if it is sent along. Remove it; a file name such as "name.ga.session.realtime.json" keeps the kind.`,
    );
    for (const value of ['"https://json-schema.org/draft-07/schema#"', '7']) {
      const before = `{ "type": "realtime", "$schema": ${value} }`;
      const fix = checkFix('ga.session', before, TITLE, '{ "type": "realtime" }');
      assert.deepEqual([fix.safe, fix.preferred], [false, false]);
    }
  });

  it('is nothing in the SDK’s files, and an unknown key anywhere but at the root', () => {
    checkClean('sdk.session-request', '{ "$schema": "x", "model": "m" }');
    const [problem] = problemsOf('ga.session', '{ "type": "realtime", "audio": { "$schema": "x" } }');
    assert.deepEqual([problem?.severity, problem?.code], ['error', 'unknown-property']);
  });
});

describe('the removed preview API', () => {
  it('is another matter on Azure, and on servers that nothing is known of', () => {
    const told = (target: Target) =>
      problemsOf('beta.session', '{ "voice": "alloy" }', { ...WITHOUT_RULES, target }).map(
        ({ code, message }) => `${code}: ${message}`,
      );
    assert.deepEqual(told('azure'), [
      'removed-api: On Azure, the preview API that this document is written for is deprecated since 2026-04-30. Write it as "ga.session".',
    ]);
    assert.deepEqual(told('other'), []);
  });

  it('is told once, at the first character, with the kind that follows', () => {
    const beta = kinds.filter(({ dialect }) => dialect === 'beta');
    assert.equal(beta.length, 5);
    for (const { id, successor } of beta) {
      const problems = problemsOf(id, ' { "foo": 1 }').filter(({ code }) => code === 'removed-api');
      assert.equal(problems.length, 1);
      assert.deepEqual(
        { ...problems[0], message: '' },
        {
          code: 'removed-api',
          severity: 'warning',
          message: '',
          pointer: '',
          span: { offset: 1, length: 1 },
          fixes: [],
          tag: 'deprecated',
        },
      );
      assert.match(
        problems[0]?.message ?? '',
        new RegExp(`on 2026-05-12; .* Write it as "${successor}"\\.$`),
      );
      assert.ok(kinds.some((kind) => kind.id === successor && kind.dialect === 'ga'));
    }
    assert.deepEqual(
      problemsOf('beta.session', '').map(({ code }) => code),
      ['syntax'],
    );
  });
});

describe('documents of another API', () => {
  it('are explained, and nothing else is said', () => {
    checkProblems(
      NO_KIND,
      `{ "type": "session.start", "model": "gpt-live-1", "foo": { "foo": 1, "foo": 2 } }
//        ^^^^^^^^^^^^^^^ info another-api: This is a document of the GPT-Live API. That is another API with shapes of its own, so nothing is checked here; a Realtime session names a model such as "gpt-realtime-2.1".`,
    );
    checkProblems(
      NO_KIND,
      `{ "session": { "type": 5 }, "model": "x", "sdp": "v=0" }
//                                        ^^^^^ info another-api: This is the body of a WebRTC call: an "sdp" and perhaps a "session". It is not checked; put the session into a file of its own to have that checked.`,
    );
    const at = (text: string) =>
      problemsOf(NO_KIND, text).map(({ pointer, severity }) => [severity, pointer]);
    assert.deepEqual(at('{ "model": "gpt-live-1", "voice": 3 }'), [['info', '/model']]);
    assert.deepEqual(at('{ "type": "offer", "sdp": "v=0" }'), [['info', '/sdp']]);
    assert.deepEqual(at('{ "type": "session.start" }'), [['info', '/type']]);
  });

  it('still have to be JSON', () => {
    assert.deepEqual(
      problemsOf(NO_KIND, '{ "type": "session.start", }').map(({ code }) => code),
      ['another-api', 'syntax'],
    );
  });
});
