import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { layoutOf } from '../../server/document/edits';
import { parse, type RealtimeDocument } from '../../server/document/parse';
import { type CompletionOptions, complete } from '../../server/features/completion';
import { plainText } from '../../server/features/completion/snippet';
import { detectKind } from '../../server/kinds/detect';
import { cursor, problemsOf } from '../support/fixture';

/** What is offered at the cursor of a document, and what comes of it. */
export interface Offered {
  readonly doc: RealtimeDocument;
  readonly kind: string;
  readonly offset: number;
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
}

export interface Asking extends Partial<CompletionOptions> {
  readonly kind?: string;
}

/** Completes at the `|` of a fixture. The kind is what the content says, unless it is given. */
export function offered(fixture: string, asking: Asking = {}): Offered {
  const { text, offset } = cursor(fixture);
  return offeredAt(text, offset, asking);
}

/** Completes at an offset. */
export function offeredAt(text: string, offset: number, { kind, ...options }: Asking = {}): Offered {
  const doc = parse(text);
  const ofKind = kind ?? detectKind('', doc.root).kind;
  const items = complete(doc, ofKind, offset, { snippets: true, ...options });
  return { doc, kind: ofKind, offset, items, labels: items.map(({ label }) => label) };
}

/** The item with this label. */
export function itemOf({ items, labels }: Offered, label: string): CompletionItem {
  const item = items.find((one) => one.label === label);
  assert.ok(item, `"${label}" is not offered, but: ${labels.join(', ') || 'nothing'}`);
  return item;
}

/**
 * The text after an item was accepted and left as it came, as an editor makes it: tabs of a snippet become the
 * document's indentation, later lines start where the first one does, line ends are the document's.
 */
export function textAfter({ doc, offset }: Offered, item: CompletionItem): string {
  const main = item.textEdit as TextEdit;
  const start = doc.positions.offsetAt(main.range.start);
  const end = doc.positions.offsetAt(main.range.end);
  assert.equal(main.range.start.line, main.range.end.line, 'The edit spans lines.');
  assert.ok(start <= offset && offset <= end, 'The edit does not hold the cursor.');
  const { insertSpaces, tabSize, eol } = layoutOf(doc.text);
  const step = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const inserted = item.insertTextFormat === 2 ? plainText(main.newText, step) : main.newText;
  const line = doc.text.slice(doc.text.lastIndexOf('\n', start - 1) + 1, start);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const lines = inserted.split(/\r?\n/).join(eol + margin);
  const edits = [{ start, end, text: lines }];
  for (const { range, newText } of item.additionalTextEdits ?? []) {
    const at = [doc.positions.offsetAt(range.start), doc.positions.offsetAt(range.end)] as const;
    assert.ok(at[1] < start || at[0] > end, 'An additional edit touches the main one.');
    edits.push({ start: at[0], end: at[1], text: newText });
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), doc.text);
}

/** The errors and warnings of a text, but that the API it is for is gone. */
export function troubles(text: string, kind: string): string[] {
  return problemsOf(kind, text)
    .filter(
      ({ severity, code }) => (severity === 'error' || severity === 'warning') && code !== 'removed-api',
    )
    .map(({ code, message }) => `${code}: ${message}`);
}

/**
 * Accepts the item with this label and compares the text. The outcome has to be JSON and to have no more
 * problems than before.
 */
export function checkAccept(fixture: string, label: string, expected: string, asking: Asking = {}): void {
  const found = offered(fixture, asking);
  const after = textAfter(found, itemOf(found, label));
  assert.equal(after, expected);
  assert.doesNotThrow(() => JSON.parse(after), `This is no JSON: ${after}`);
  checkNoWorse(found, after);
}

/** `checkAccept` for documents that are broken elsewhere: the outcome need not be JSON. */
export function checkAcceptInBroken(
  fixture: string,
  label: string,
  expected: string,
  asking: Asking = {},
): void {
  const found = offered(fixture, asking);
  const after = textAfter(found, itemOf(found, label));
  assert.equal(after, expected);
  assert.throws(() => JSON.parse(after), 'This is JSON: use checkAccept.');
  checkNoWorse(found, after);
}

function checkNoWorse({ doc, kind }: Offered, after: string): void {
  const isSyntax = (one: string) => one.startsWith('syntax');
  const [before, now] = [troubles(doc.text, kind), troubles(after, kind)];
  // As long as the text does not parse, the other problems stay unsaid.
  const comparable = before.some(isSyntax) ? before.filter(isSyntax).length : before.length;
  const remaining = before.some(isSyntax) ? now.filter(isSyntax).length : now.length;
  assert.ok(
    remaining <= comparable,
    `More problems than before:\n${now.join('\n')}\nBefore:\n${before.join('\n')}`,
  );
}

/** Compares the labels, in the order on the screen. */
export function checkOffered(fixture: string, labels: readonly string[], asking: Asking = {}): void {
  const { items } = offered(fixture, asking);
  const inOrder = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  assert.deepEqual(
    inOrder.map(({ label }) => label),
    labels,
  );
}
