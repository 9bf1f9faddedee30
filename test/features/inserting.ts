import assert from 'node:assert/strict';
import { applyEdits } from '../../server/document/edits';
import { parse } from '../../server/document/parse';
import { type InsertPlan, planInsert } from '../../server/features/insert-default';
import { detectKind } from '../../server/kinds/detect';
import type { Insertable } from '../../server/protocol';
import { troubles } from './completing';

/** What an insertion into a text would do. */
export const plan = (text: string, what: Insertable, kind?: string): InsertPlan => {
  const doc = parse(text);
  return planInsert(doc, kind ?? detectKind('', doc.root).kind, what);
};

/** Compares the text after a plan that edits; with `ask`, after the user has agreed. */
export function checkInsert(
  before: string,
  what: Insertable,
  after: string,
  type: 'edit' | 'ask' = 'edit',
): void {
  const found = plan(before, what);
  assert.equal(found.type, type, JSON.stringify(found));
  assert.ok('edit' in found);
  const text = applyEdits(before, [found.edit]);
  assert.equal(text, after);
  assert.doesNotThrow(() => JSON.parse(text), text);
  assert.deepEqual(troubles(text, detectKind('', parse(text).root).kind), []);
}

/** Compares why an insertion is refused; the document that is offered instead has to be fine by itself. */
export function checkRefused(text: string, what: Insertable, message: string, kind?: string): void {
  const found = plan(text, what, kind);
  assert.equal(found.type, 'refuse');
  assert.ok('text' in found);
  assert.equal(found.message, message);
  assert.deepEqual(troubles(found.text, detectKind('', parse(found.text).root).kind), []);
}

/** The contracts' default session config, line by line. */
export const config = [
  '{',
  '  "input_audio_format": "pcm16",',
  '  "output_audio_format": "pcm16",',
  '  "voice_activity_detection": {',
  '    "threshold": 0.5,',
  '    "prefix_padding_ms": 300,',
  '    "silence_duration_ms": 200',
  '  },',
  '  "turn_detection": {',
  '    "type": "server_vad",',
  '    "threshold": 0.5,',
  '    "prefix_padding_ms": 300,',
  '    "silence_duration_ms": 200',
  '  },',
  '  "tool_choice": "auto",',
  '  "modalities": [',
  '    "text",',
  '    "audio"',
  '  ]',
  '}',
];

/** Its members and closing brace, one level deeper. */
export const indented = config.slice(1).map((line) => `  ${line}`);

/** The contracts' default session request, line by line. */
export const request = [
  '{',
  '  "model": "gpt-4o-realtime-preview",',
  '  "config": {',
  ...indented.slice(0, -1),
  '  },',
  '  "instructions": "You are a helpful assistant.",',
  '  "voice": "alloy",',
  '  "temperature": 0.8,',
  '  "max_response_output_tokens": 4096',
  '}',
];

export const text = (lines: readonly string[], eol = '\n') => lines.join(eol) + eol;
/** The default `turn_detection` on one line. */
export const turns =
  '{"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 200}';
/** The default `voice_activity_detection` on one line. */
export const detection = '{"threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 200}';
