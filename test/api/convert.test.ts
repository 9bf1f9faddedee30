import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ConversionError, type ConvertOptions, convert } from '../../server/api/main';

const old = '{\n\t"model": "gpt-4o-realtime-preview",\n\t"temperature": 0.8,\n\t"config": {}\n}';

/** What a call throws. */
function thrown(text: string, options: object): Error {
  try {
    convert(text, options as ConvertOptions);
  } catch (error) {
    assert.ok(error instanceof Error);
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('convert', () => {
  it('makes the other kind, in the layout of the text, and notes what is lost', () => {
    const { text, kind, notes } = convert(old, { to: 'ga.session' });
    assert.equal(text, '{\n\t"type": "realtime",\n\t"model": "gpt-realtime-2.1"\n}');
    assert.equal(kind, 'sdk.session-request');
    assert.deepEqual(
      notes.map(({ pointer, value, range }) => [pointer, value, range.start, range.end]),
      [
        ['/model', '"gpt-4o-realtime-preview"', { line: 1, character: 10 }, { line: 1, character: 35 }],
        ['/temperature', '0.8', { line: 2, character: 16 }, { line: 2, character: 19 }],
      ],
    );
    assert.match(notes[1]?.message ?? '', /^"temperature" is left out: /);
  });

  it('reads the text as the kind that it is told, or that its name, or a glob, says', () => {
    const text = '{ "model": "gpt-realtime-2.1" }';
    const kindBy = (options: Omit<ConvertOptions, 'to'>) =>
      convert(text, { to: 'ga.session', ...options }).kind;
    assert.equal(kindBy({ from: 'beta.session' }), 'beta.session');
    assert.equal(kindBy({ fileName: 'a.beta.session.realtime.json' }), 'beta.session');
    assert.equal(kindBy({ fileName: 'old/a.json', kinds: { 'old/*': 'beta.session' } }), 'beta.session');
    assert.equal(kindBy({}), 'ga.session');
  });

  it('gives away no secret in a note', () => {
    const key = 'sk-proj-aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
    const { notes } = convert(`{ "model": "gpt-realtime-2.1", "config": {}, "${key}": "${key}" }`, {
      to: 'ga.session',
      from: 'sdk.session-request',
    });
    assert.ok(notes.length > 0);
    assert.ok(!JSON.stringify(notes).includes(key.slice(0, 12)), JSON.stringify(notes));
  });

  it('throws where a document cannot be converted, with the reason and the place', () => {
    const broken = thrown('{\n  "model": "m",,\n  "config": {} }', { to: 'ga.session' }) as ConversionError;
    assert.deepEqual(
      { ...broken, message: broken.message },
      {
        name: 'ConversionError',
        message: 'There is a comma too many here. Remove it.',
        pointer: '',
        position: { line: 1, character: 15 },
      },
    );
    const noWay = thrown('{ "type": "transcription" }', { to: 'ga.response-create' });
    assert.equal(noWay.name, 'ConversionError');
    assert.match(
      noWay.message,
      /^ga\.transcription-session cannot become ga\.response-create\. It can become /,
    );
  });

  it('throws a TypeError for options that make no sense', () => {
    const refused = (options: object) => {
      const error = thrown('{}', options);
      assert.ok(error instanceof TypeError);
      return error.message;
    };
    assert.equal(refused({}), 'convert needs the kind to convert to: { to: "ga.session" }.');
    assert.equal(refused({ to: 'ga.sesion' }), 'There is no kind "ga.sesion". Did you mean "ga.session"?');
    assert.equal(refused({ to: 'ga.session', from: 'x' }), 'There is no kind "x".');
    assert.equal(
      refused({ to: 'ga.session', form: 'ga.session' }),
      'convert has no option "form". Did you mean "from"?',
    );
    assert.equal(
      refused({ to: 'ga.session', kind: 'ga.session' }).startsWith('convert has no option "kind".'),
      true,
    );
  });
});
