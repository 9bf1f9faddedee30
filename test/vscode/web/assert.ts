/**
 * What the suites use of `node:assert/strict`, for a host without Node.js. The failures carry what Node's do:
 * a message, `actual` and `expected`.
 */

class AssertionError extends Error {
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string | undefined, actual: unknown, expected: unknown, fallback: string) {
    super(message ?? fallback);
    this.name = 'AssertionError';
    this.actual = actual;
    this.expected = expected;
  }
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message, value, true, 'a value that holds was expected');
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected, 'not the same');
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, actual, expected, 'the same');
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) throw new AssertionError(message, text, String(pattern), 'does not match');
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!same(actual, expected)) throw new AssertionError(message, actual, expected, 'not deeply equal');
}

/** Compares what JSON can hold, and `undefined` as a value. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]));
}

export default { ok, equal, notEqual, match, deepEqual };
