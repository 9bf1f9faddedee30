import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Converted, convert } from '../../server/conversions';
import type { Note } from '../../server/conversions/conversion';
import { parse, type RealtimeDocument } from '../../server/document/parse';
import { detectKind } from '../../server/kinds/detect';
import { inRepository, readRepository } from '../support/fixture';

/** Converts a text; a refusal fails the test. */
export function converted(text: string, from: string, to: string): Converted {
  const outcome = convert(parse(text), from, to);
  if ('refused' in outcome) assert.fail(`${from} → ${to}: ${outcome.refused}`);
  return outcome;
}

/** Converts a value; gives the value that comes out, and the notes on one line each: place and value. */
export function convertedValue(
  value: unknown,
  from: string,
  to: string,
): { value: unknown; notes: string[] } {
  const { text, notes } = converted(JSON.stringify(value), from, to);
  return { value: JSON.parse(text), notes: notes.map(({ pointer, value: was }) => `${pointer} ${was}`) };
}

export const noteLine = ({ pointer, value, message }: Note) => `  ${pointer} ${value}\n    ${message}`;

/** An example of the repository. */
export interface Example {
  readonly name: string;
  readonly kind: string;
  readonly doc: RealtimeDocument;
}

/** Every example, those of mistakes included. */
export function examples(): Example[] {
  return readdirSync(inRepository('examples'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.realtime.json'))
    .sort()
    .map((name) => {
      const doc = parse(readRepository(`examples/${name}`));
      return { name, doc, kind: detectKind(name, doc.root).kind };
    });
}

/** Compares with a file of `golden`, to the letter. `UPDATE=1` rewrites the file instead. */
export function assertGolden(name: string, actual: string): void {
  const path = join(__dirname, 'golden', name);
  if (process.env.UPDATE === '1') writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'));
}
