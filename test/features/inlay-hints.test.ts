import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../server/document/parse';
import { inlayHints } from '../../server/features/inlay-hints';

/** The document with each hint in brackets where it is shown. */
function hinted(kind: string, text: string, lines: [number, number] = [0, 999]): string {
  const doc = parse(text);
  const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  return inlayHints(doc, kind, range)
    .map(({ position, label }) => ({ offset: doc.positions.offsetAt(position), label }))
    .sort((a, b) => b.offset - a.offset)
    .reduce((shown, { offset, label }) => `${shown.slice(0, offset)}[${label}]${shown.slice(offset)}`, text);
}

describe('inlay hints', () => {
  it('show what holds for important keys that are absent', () => {
    const text = `{
  "type": "realtime",
  "audio": {
    "input": { "turn_detection": { "type": "server_vad", "threshold": 0.6 } },
    "output": {}
  }
}`;
    assert.equal(
      hinted('ga.session', text),
      `{
  "type": "realtime",
  "audio": {
    "input": { "turn_detection": { "type": "server_vad", "threshold": 0.6[prefix_padding_ms 300 · silence_duration_ms 200] } },
    "output": {[voice (the server picks a voice) · speed 1]}
  }[max_output_tokens "inf"]
}`,
    );
  });

  it('show turn detection as a whole where it is absent, but not to a model that takes none', () => {
    assert.equal(
      hinted('sdk.session-config', '{ "tools": [] }'),
      '{ "tools": [][turn_detection server_vad (threshold 0.5, prefix_padding_ms 300, silence_duration_ms 200)] }',
    );
    const transcription = (model: string) =>
      `{ "type": "transcription", "audio": { "input": { "transcription": { "model": "${model}" } } } }`;
    assert.match(hinted('ga.transcription-session', transcription('gpt-4o-transcribe')), /turn_detection/);
    const without = transcription('gpt-realtime-whisper');
    assert.equal(hinted('ga.transcription-session', without), without);
  });

  it('say nothing in updates, in broken text, and outside the lines that are asked for', () => {
    const update = '{ "type": "session.update", "session": { "type": "realtime" } }';
    assert.equal(hinted('ga.session-update', update), update);
    assert.equal(hinted('ga.session', '{ "type": "realtime", }'), '{ "type": "realtime", }');
    const lines = '{\n  "type": "realtime",\n  "audio": {\n    "output": {}\n  }\n}';
    assert.equal(
      hinted('ga.session', lines, [3, 3]),
      '{\n  "type": "realtime",\n  "audio": {\n    "output": {}\n  }[max_output_tokens "inf"]\n}',
    );
  });
});
