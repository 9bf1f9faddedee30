import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { parse } from '../../../server/document/parse';
import { symbols } from '../../../server/features/structure';
import { detectKind } from '../../../server/kinds/detect';

/** The outline as text, a line a symbol: its name, then what else is shown; functions and servers are marked. */
function outline(text: string): string {
  const doc = parse(text);
  const line = ({ name, detail, kind, children }: DocumentSymbol, indent: string): string[] => {
    const icon = kind === 12 ? 'ƒ ' : kind === 11 ? '⚬ ' : '';
    const own = `${indent}${icon}${name}${detail ? `: ${detail}` : ''}`;
    return [own, ...(children ?? []).flatMap((child) => line(child, `${indent}  `))];
  };
  return symbols(doc, detectKind('', doc.root).kind)
    .flatMap((symbol) => line(symbol, ''))
    .join('\n');
}

describe('the outline', () => {
  it('has tools by name, and says which turn detection, audio, voice and models there are', () =>
    assert.equal(
      outline(
        `{ "type": "session.update", "session": { "type": "realtime", "model": "gpt-realtime-2.1", "output_modalities": ["audio"],
          "audio": { "input": { "format": { "type": "audio/pcm", "rate": 24000 }, "transcription": { "model": "whisper-1" }, "turn_detection": { "type": "semantic_vad" } }, "output": { "voice": "marin" } },
          "tools": [{ "type": "function", "name": "look_up", "parameters": { "type": "object", "properties": { "q": { "type": "string" } }, "required": ["q"] } }, { "type": "mcp", "server_label": "orders" }],
          "tool_choice": { "type": "mcp", "server_label": "orders", "name": "find" } } }`,
      ),
      `type: session.update
session: realtime · gpt-realtime-2.1
  type: realtime
  model: gpt-realtime-2.1
  output_modalities: audio
    0
  audio
    input: audio/pcm · semantic_vad
      format: audio/pcm
        type: audio/pcm
        rate: 24000
      transcription: whisper-1
        model: whisper-1
      turn_detection: semantic_vad
        type: semantic_vad
    output: marin
      voice: marin
  tools
    ƒ look_up: function
      type: function
      name: look_up
      parameters: object
        type: object
        properties
          q: string
            type: string
        required: q
          0
    ⚬ orders: mcp
      type: mcp
      server_label: orders
  tool_choice: mcp · orders · find
    type: mcp
    server_label: orders
    name: find`,
    ));

  it('tells the items of a conversation apart, and tools without names by what they are', () =>
    assert.equal(
      outline(
        '{ "type": "response.create", "response": { "audio": { "output": { "voice": { "id": "voice_1" } } }, "input": [{ "type": "message", "role": "user", "content": [] }, { "type": "function_call", "name": "f" }, { "type": "item_reference", "id": "item_1" }], "tools": [{ "type": "function" }, { "function": { "name": "g" } }, 1] } }',
      ),
      `type: response.create
response
  audio
    output: voice_1
      voice: voice_1
        id: voice_1
  input
    0: message · user
      type: message
      role: user
      content: []
    1: function_call · f
      type: function_call
      name: f
    2: item_reference
      type: item_reference
      id: item_1
  tools
    ƒ 0: function
      type: function
    ƒ g: function
      function: g
        name: g
    2`,
    ));

  it('has flat sessions, and is that of any JSON for other documents', () => {
    assert.equal(
      outline(
        '{ "model": "m", "config": { "turn_detection": { "type": "server_vad" }, "tools": [{ "type": "function", "name": "f", "description": "", "parameters": null }] } }',
      ),
      `model: m
config
  turn_detection: server_vad
    type: server_vad
  tools
    ƒ f: function
      type: function
      name: f
      description
      parameters: null`,
    );
    assert.equal(
      outline('{ "type": "session.start", "tools": [{ "name": "a" }] }'),
      'type: session.start\ntools\n  0\n    name: a',
    );
  });

  it('bears text that is being typed', () =>
    assert.equal(
      outline(
        '{ "type": "realtime", "tools": [{ "type": "function", "name": "f" }, {, "audio": { "input": 1',
      ),
      `type: realtime
tools
  ƒ f: function
    type: function
    name: f
  ƒ 1: function
    audio
      input: 1`,
    ));
});
