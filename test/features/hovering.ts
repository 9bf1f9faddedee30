import assert from 'node:assert/strict';
import { parse } from '../../server/document/parse';
import { hover } from '../../server/features/hover';
import { detectKind } from '../../server/kinds/detect';
import { cursor } from '../support/fixture';

/** The text of the hover at an offset. */
export function hoverAt(text: string, offset: number, kind?: string): string | undefined {
  const doc = parse(text);
  const found = hover(doc, kind ?? detectKind('', doc.root).kind, offset);
  return found && (found.contents as { value: string }).value;
}

/** The hover at the `|` of a fixture: the character to its right is the one that is pointed at. */
export function hoverOf(fixture: string, kind?: string): string {
  const { text, offset } = cursor(fixture);
  const value = hoverAt(text, offset, kind);
  assert.ok(value, `No hover: ${fixture}`);
  return value;
}

/** Holds when nothing is said at the `|` of each fixture. */
export function noHover(...fixtures: string[]): void {
  for (const fixture of fixtures) {
    const { text, offset } = cursor(fixture);
    assert.equal(hoverAt(text, offset, 'sdk.session-request'), undefined, fixture);
  }
}

/** The lines of a hover, without the empty ones between. */
export const linesOf = (hover: string) => hover.split('\n').filter((line) => line !== '');
