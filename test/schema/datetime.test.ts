import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDateTime } from '../../server/schema/datetime';

const strict = [
  '2024-02-29T00:00:00Z',
  '2024-01-01T00:00:00+23:59',
  '2024-01-01T00:00:00-00:00',
  '2024-01-01T00:00:00.123456789012Z',
  '2024-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
];

const lenient: readonly (readonly [text: string, reason: string])[] = [
  ['2024-01-01t00:00:00Z', 'a small "t" is read by newer versions only'],
  ['2024-01-01 00:00:00Z', 'a blank stands in place of the "T"'],
  ['2024-01-01T00:00:00 Z', 'it has blanks inside'],
  ['2024-01-01T00:00:00\u0085Z', 'it has blanks inside'],
  ['2024-01-01T00:00:00UTC', 'the zone is written as a word'],
  ['2024-01-01T00:00:00z', 'the "z" is small'],
  ['2024-01-01T00:00:00+0200', 'the offset has no colon'],
  ['2024-1-1T0:0:0Z', 'a field has too few or too many digits'],
  ['+12024-01-01T00:00:00Z', 'a field has too few or too many digits'],
  ['2024-01-01T12:00:60Z', 'second 60 only exists as a leap second'],
];

const refused: readonly (readonly [text: string, reason: string])[] = [
  ['', 'it is empty'],
  ['  ', 'it is empty'],
  ['1700000000', 'it is a Unix time'],
  ['2024-01-01', 'the time of day is missing'],
  ['2024-01-01T00:00Z', 'the seconds are missing'],
  ['2024-01-01T00:00:00', 'the time zone is missing'],
  ['2024-01-01T00:00:00.5', 'the time zone is missing'],
  ['2024-13-01T00:00:00Z', 'there is no month 13'],
  ['2024-00-01T00:00:00Z', 'there is no month 0'],
  ['2023-02-29T00:00:00Z', 'that month has no day 29'],
  ['1900-02-29T00:00:00Z', 'that month has no day 29'],
  ['2024-01-00T00:00:00Z', 'that month has no day 0'],
  ['2024-01-01T24:00:00Z', 'there is no hour 24'],
  ['2024-01-01T00:60:00Z', 'there is no minute 60'],
  ['2024-01-01T00:00:61Z', 'there is no second 61'],
  ['2024-01-01T00:00:00+24:00', 'an offset stays below 24 hours'],
  ['2024-01-01T00:00:00+00:60', 'an offset has no 60 minutes'],
  ['+262144-01-01T00:00:00Z', 'the year is out of range'],
  ['-262144-01-01T00:00:00+00:01', 'the year is out of range'],
  ['+262143-12-31T23:59:59-00:01', 'the year is out of range'],
  ['tomorrow', 'its form is unknown'],
  ['2024-01-01T00:00:00Z\uFEFF', 'its form is unknown'],
  ['2024-01-01T00:00:00 EST', 'its form is unknown'],
];

test('RFC 3339 is read without a word', () => {
  for (const text of strict) assert.deepEqual(readDateTime(text), { verdict: 'strict' }, text);
});

for (const [text, reason] of lenient) {
  test(`${JSON.stringify(text)} is read, but ${reason}`, () => {
    assert.deepEqual(readDateTime(text), { verdict: 'lenient', reason });
  });
}

for (const [text, reason] of refused) {
  test(`${JSON.stringify(text)} is refused: ${reason}`, () => {
    assert.deepEqual(readDateTime(text), { verdict: 'refused', reason });
  });
}
