import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { parse } from '../../../server/document/parse';
import { definitions, highlights, references } from '../../../server/features/navigation/places';
import { prepareRename, rename } from '../../../server/features/navigation/rename';
import { detectKind } from '../../../server/kinds/detect';
import { cursor } from '../../support/fixture';

/** A fixture as a document with its kind and the place of its `|`. */
export function asked(fixture: string, kind?: string) {
  const { text, offset } = cursor(fixture);
  const doc = parse(text, 'file:///a.realtime.json');
  return { doc, kind: kind ?? detectKind('', doc.root).kind, offset, text };
}

/** A text with ranges of it between `«` and `»`. */
export function marked(text: string, ranges: readonly Range[]): string {
  const document = TextDocument.create('', '', 0, text);
  const edits = ranges.map((range) => ({ range, newText: `«${document.getText(range)}»` }));
  return TextDocument.applyEdits(document, edits);
}

/** The places that define what is named at the cursor. */
export function definitionsIn(fixture: string): string {
  const { doc, kind, offset, text } = asked(fixture);
  return marked(
    text,
    definitions(doc, kind, offset).map(({ targetSelectionRange }) => targetSelectionRange),
  );
}

/** All uses of what is named at the cursor; highlights must mark the same. */
export function usesIn(fixture: string, kindId?: string): string {
  const { doc, kind, offset, text } = asked(fixture, kindId);
  const all = references(doc, kind, offset, true).map(({ range }) => range);
  const marks = highlights(doc, kind, offset).map(({ range }) => range);
  assert.deepEqual(marks, all);
  return marked(text, all);
}

/** The text once what is named at the cursor has another name, or why it cannot have it. */
export function renamedIn(fixture: string, newName: string, kindId?: string): string {
  const { doc, kind, offset, text } = asked(fixture, kindId);
  const prepared = prepareRename(doc, kind, offset);
  const edits = rename(doc, kind, offset, newName);
  if ('refused' in prepared) {
    assert.deepEqual(edits, prepared);
    return prepared.refused;
  }
  if ('refused' in edits) return edits.refused;
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}
