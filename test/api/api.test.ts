import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheckOptions, check, defaults, detectKind, kinds, schema } from '../../server/api/main';
import { kinds as catalogue } from '../../server/kinds/catalogue';
import { schemaOfKind } from '../../server/schema/bundle';

const today = '2026-11-22';
/** Only older deployments on Azure lack this voice. */
const cedar = '{ "type": "realtime", "model": "m", "audio": { "output": { "voice": "cedar" } } }';

const told = (text: string, options: CheckOptions = {}) =>
  check(text, { today, ...options }).diagnostics.map(({ severity, code, pointer }) =>
    [severity, code, pointer].join(' '),
  );

/** What a call says that TypeScript would not let through. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof TypeError);
    return error.message;
  }
  return 'nothing';
}

const refused = (options: object) => refusal(() => check('{}', options as CheckOptions));

describe('check', () => {
  it('says what is wrong, where, and how it can be repaired', () => {
    const text =
      '{\n  "voice_activity_detection": null,\n  "turn_detecton": null, "input_audio_format": "pcm16"\n}\n';
    assert.deepEqual(check(text, { today }), {
      kind: 'sdk.session-config',
      kindFrom: 'content',
      diagnostics: [
        {
          severity: 'warning',
          code: 'unknown-property',
          message: 'The SDK drops "turn_detecton" when it loads this file. Did you mean "turn_detection"?',
          pointer: '/turn_detecton',
          range: { start: { line: 2, character: 2 }, end: { line: 2, character: 17 } },
          fixes: [
            { title: 'Rename to "turn_detection"', preferred: true, safe: false },
            { title: 'Remove "turn_detecton"', preferred: false, safe: false },
          ],
        },
      ],
    });
  });

  it('checks broken text as far as it can be read', () => {
    assert.deepEqual(told('{ "voice": 3, "config": {} '), ['error wrong-type /voice', 'error syntax ']);
  });

  it('reckons shutdowns with the day that it is given', () => {
    const on = (day: string) =>
      check('{ "type": "realtime", "model": "gpt-realtime" }', { today: day }).diagnostics.map(
        ({ message }) => message,
      );
    assert.match(on('2026-11-22').join(), /shuts down on 2027-01-20/);
    assert.match(on('2027-03-01').join(), /shut down on 2027-01-20/);
  });

  it('goes by the settings of a project file, given as options', () => {
    const target = 'azure';
    const levels = (options: CheckOptions) =>
      check(cedar, { today, ...options })
        .diagnostics.filter(({ code }) => code === 'azure-voice')
        .map(({ severity }) => severity);
    assert.deepEqual(levels({}), []);
    assert.deepEqual(levels({ target }), ['info']);
    assert.deepEqual(levels({ target, extraVoices: ['cedar'] }), []);
    assert.deepEqual(levels({ target, rules: { 'azure-voice': 'error' } }), ['error']);
    const overrides = [{ files: ['calls/*.json'], rules: { 'azure-voice': 'off' } }] as const;
    assert.deepEqual(levels({ target, overrides, fileName: 'x/a.json' }), ['info']);
    assert.deepEqual(levels({ target, overrides, fileName: 'C:\\work\\calls\\a.json' }), []);
  });

  it('refuses options that make no sense, and says which was meant', () => {
    assert.equal(refused({ fileNmae: 'a' }), 'check has no option "fileNmae". Did you mean "fileName"?');
    assert.equal(refused({ kind: 'ga.sesion' }), 'There is no kind "ga.sesion". Did you mean "ga.session"?');
    assert.equal(refused({ kind: 7 }), '"kind" must be a text.');
    assert.equal(
      refused({ today: '2026-06-31' }),
      '"today" must be a date such as 2026-11-22; this is "2026-06-31".',
    );
    assert.equal(refused({ target: 'mars' }), '"target" must be "openai", "azure" or "other".');
    assert.match(refused({ rules: { 'wrong-tpye': 'off' } }), /"wrong-tpye".* Did you mean "wrong-type"\?$/);
    assert.equal(
      refusal(() => check(Buffer.from('{}') as unknown as string)),
      "check needs the document's text.",
    );
    assert.equal(refused({ kind: undefined, rules: undefined, fileName: undefined }), 'nothing');
  });
});

describe('detectKind', () => {
  it('says the kind and what decided it', () => {
    const of = (text: string, options: Parameters<typeof detectKind>[1] = {}) =>
      Object.values(detectKind(text, options)).join(' by ');
    const text = '{ "type": "realtime" }';
    assert.equal(of(text), 'ga.session by content');
    assert.equal(of(text, { kind: 'beta.session' }), 'beta.session by choice');
    assert.equal(
      of(text, { kinds: { '*.x.json': 'beta.session' }, fileName: 'a.x.json' }),
      'beta.session by choice',
    );
    assert.equal(
      of(text, { fileName: 'dir/a.ga.session-update.realtime.json' }),
      'ga.session-update by file name',
    );
    assert.equal(of('{}', { defaultKind: 'ga.session' }), 'ga.session by default');
    assert.equal(of('{ "type": "session.start" }'), 'none by content');
  });
});

describe('kinds, defaults and schema', () => {
  it('list every kind, with a default document and a schema', () => {
    assert.deepEqual(
      kinds.map(({ id }) => id),
      catalogue.map(({ id }) => id),
    );
    for (const { id } of kinds) {
      assert.deepEqual(schema(id), schemaOfKind(id));
      assert.deepEqual(defaults(id), schemaOfKind(id)?.default);
    }
  });

  it('hand out copies, which callers may change', () => {
    defaults('ga.session').model = 'changed';
    schema('ga.session').title = 'changed';
    assert.notEqual(defaults('ga.session').model, 'changed');
    assert.notEqual(schema('ga.session').title, 'changed');
  });

  it('refuse a kind that does not exist', () => {
    const said = 'There is no kind "sdk.session". Did you mean "ga.session"?';
    assert.equal(
      refusal(() => defaults('sdk.session')),
      said,
    );
    assert.equal(
      refusal(() => schema('sdk.session')),
      said,
    );
  });
});
