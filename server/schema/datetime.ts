/** How chrono, which reads dates for the SDK, takes a text. */
export type DateVerdict =
  | { verdict: 'strict' }
  /** Read by some or all versions, but not RFC 3339. */
  | { verdict: 'lenient'; reason: string }
  | { verdict: 'refused'; reason: string };

const STRICT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * What chrono 0.4.23 was seen to read into a `DateTime<Utc>`: blanks nearly everywhere, fields of one digit,
 * years of up to four digits or any number with a sign, `UTC` as a zone, offsets with or without a colon.
 * Blanks are what Rust calls white space (a byte order mark is none). A small `t` is read only by later versions.
 */
const LENIENT = new RegExp(
  String.raw`^ ([+-]\d+|\d{1,4}) - (\d{1,2}) - (\d{1,2})([Tt\x20]) (\d{1,2}) : (\d{1,2}) : (\d{1,2})(?:\.\d+)? (Z|UTC|([+-])(\d\d)[:\p{White_Space}]*(\d\d)) $`.replaceAll(
    ' ',
    String.raw`\p{White_Space}*`,
  ),
  'iu',
);

/** chrono's own limits for the year. */
const MAX_YEAR = 262143;
const MIN_YEAR = -262144;

/**
 * Judges a date-time text the way the SDK's `DateTime<Utc>` fields do.
 * @param text the string's value
 */
export function readDateTime(text: string): DateVerdict {
  const match = LENIENT.exec(text);
  if (!match) return { verdict: 'refused', reason: whyUnreadable(text) };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [1, 2, 3, 5, 6, 7].map((group) =>
    Number(match[group]),
  );
  const shift = Number(`${match[9] ?? '+'}1`) * (Number(match[10] ?? 0) * 60 + Number(match[11] ?? 0));
  const reason =
    outOfCalendar(year, month, day) ??
    outOfClock(hour, minute, second) ??
    outOfZone(match[10], match[11]) ??
    outOfRange([year, month, day], hour * 60 + minute - shift);
  if (reason) return { verdict: 'refused', reason };
  if (!STRICT.test(text)) return { verdict: 'lenient', reason: whyLenient(text, match[4]) };
  // RFC 3339 knows second 60 only as a leap second at the end of a day.
  return second === 60 && !(hour === 23 && minute === 59)
    ? { verdict: 'lenient', reason: 'second 60 only exists as a leap second' }
    : { verdict: 'strict' };
}

function outOfCalendar(year: number, month: number, day: number): string | undefined {
  if (year > MAX_YEAR || year < MIN_YEAR) return 'the year is out of range';
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day < 1 || day > days ? `that month has no day ${day}` : undefined;
}

function outOfClock(hour: number, minute: number, second: number): string | undefined {
  if (hour > 23) return `there is no hour ${hour}`;
  if (minute > 59) return `there is no minute ${minute}`;
  return second > 60 ? `there is no second ${second}` : undefined;
}

function outOfZone(hours: string | undefined, minutes: string | undefined): string | undefined {
  if (hours === undefined) return undefined;
  if (Number(minutes) > 59) return `an offset has no ${minutes} minutes`;
  return Number(hours) > 23 ? 'an offset stays below 24 hours' : undefined;
}

/** The moment in UTC must lie within the years that chrono has, too. */
function outOfRange(day: readonly number[], minutes: number): string | undefined {
  const tooEarly = minutes < 0 && day.join() === `${MIN_YEAR},1,1`;
  const tooLate = minutes >= 24 * 60 && day.join() === `${MAX_YEAR},12,31`;
  return tooEarly || tooLate ? 'the year is out of range' : undefined;
}

function whyUnreadable(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (/^\d+$/.test(text)) return 'it is a Unix time';
  if (/^\s*\d{1,4}-\d{1,2}-\d{1,2}\s*$/.test(text)) return 'the time of day is missing';
  if (/^[^:]*\d:\d{1,2}\s*(?:Z|[+-].*)?$/i.test(text)) return 'the seconds are missing';
  if (/\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?$/.test(text)) return 'the time zone is missing';
  return 'its form is unknown';
}

function whyLenient(text: string, separator: string | undefined): string {
  if (separator === 't') return 'a small "t" is read by newer versions only';
  if (separator === ' ') return 'a blank stands in place of the "T"';
  if (/\p{White_Space}/u.test(text)) return 'it has blanks inside';
  if (/utc$/i.test(text)) return 'the zone is written as a word';
  if (/z$/.test(text)) return 'the "z" is small';
  if (/[+-]\d{4}$/.test(text)) return 'the offset has no colon';
  return 'a field has too few or too many digits';
}

/** Whether a text is a date of the calendar, written as YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Some engines roll 31 June over to 1 July instead of refusing it.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
