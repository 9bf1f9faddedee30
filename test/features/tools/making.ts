import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/document/edits';
import { parse } from '../../../server/document/parse';
import { planTools } from '../../../server/features/tools/insert-tools';
import { completeTool, makeTools } from '../../../server/features/tools/make-tools';
import { readTools } from '../../../server/features/tools/read-tools';
import { toolPlace } from '../../../server/features/tools/tool-place';
import { detectKind } from '../../../server/kinds/detect';

/** A text with one more tool, or why it cannot have it. */
export function inserted(text: string, tool: unknown, kind?: string): string {
  const doc = parse(text);
  const place = toolPlace(doc, kind ?? detectKind('', doc.root).kind);
  if ('refused' in place) return place.refused;
  const made = completeTool(place, tool);
  if ('refused' in made) return made.refused;
  const edit = planTools(doc, place, [made.tool]);
  return 'refused' in edit ? edit.refused : applyEdits(text, [edit]);
}

/** What a text becomes as tools of a document, and what is said about it; or why it becomes none. */
export function read(
  pasted: string | object,
  document = '{ "type": "realtime" }',
  name?: string,
): { tools: readonly unknown[]; notes: readonly string[] } | string {
  const text = typeof pasted === 'string' ? pasted : JSON.stringify(pasted);
  const made = pastedInto(document, text, name);
  if ('refused' in made) return made.refused;
  // As it is written into the document.
  const { tools, config } = JSON.parse(made.text) as { tools?: unknown[]; config?: { tools: unknown[] } };
  return {
    tools: made.count === 0 ? [] : (tools ?? config?.tools ?? []).slice(-made.count),
    notes: made.notes,
  };
}

/** A document with the tools of a text, how many these are, and what is said about them. */
export function pastedInto(document: string, text: string, name?: string) {
  const doc = parse(document);
  const place = toolPlace(doc, detectKind('', doc.root).kind);
  assert.ok(!('refused' in place));
  const found = readTools(text);
  if ('refused' in found) return found;
  const { tools, notes } = makeTools(place, found, name);
  if (tools.length === 0) return { text: document, count: 0, notes };
  const edit = planTools(doc, place, tools);
  assert.ok(!('refused' in edit));
  return { text: applyEdits(document, [edit]), count: tools.length, notes };
}
