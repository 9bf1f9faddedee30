import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { typeKeys, waitForSuggest } from '../page';
import { type EditorSession, holds, startSession } from './session';

let editor: EditorSession;

describe('typing', () => {
  before(async () => {
    editor = await startSession();
  });
  after(() => editor?.close());

  it('inside the quotes of "voice" opens the voices by itself', async () => {
    await editor.open('voice.realtime.json', '{\n  "model": "gpt-4o-realtime-preview",\n  "voice": ""\n}\n');
    await typeKeys(editor.page, 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft', 'text:s');
    const labels = await waitForSuggest(editor.page, (found) => found.includes('shimmer'));
    assert.ok(
      labels.every((label) => label.includes('s')),
      labels.join(),
    );
    await typeKeys(editor.page, 'text:him', 'Enter');
    const text = await editor.saved('voice.realtime.json', (now) =>
      holds(now, ({ voice }) => voice === 'shimmer'),
    );
    assert.deepEqual(JSON.parse(text), { model: 'gpt-4o-realtime-preview', voice: 'shimmer' });
  });

  it('the quote of a value opens the values by itself', async () => {
    await editor.open('quote.realtime.json', '{\n  "model": "gpt-4o-realtime-preview",\n  "voice": \n}\n');
    await typeKeys(editor.page, 'ArrowDown', 'ArrowDown', 'End', 'text:"');
    const labels = await waitForSuggest(editor.page, (found) => found.includes('alloy'));
    assert.equal(labels[0], 'alloy');
    await typeKeys(editor.page, 'Tab');
    await editor.saved('quote.realtime.json', (now) => holds(now, ({ voice }) => voice === 'alloy'));
  });

  it('inside the quotes of "type" in turn detection opens the types by itself', async () => {
    const text = '{\n  "config": {\n    "turn_detection": {\n      "type": ""\n    }\n  }\n}\n';
    await editor.open('detection.realtime.json', text);
    const down = ['ArrowDown', 'ArrowDown', 'ArrowDown'];
    await typeKeys(editor.page, ...down, 'End', 'ArrowLeft', 'text:s');
    const labels = await waitForSuggest(editor.page, (found) => found.includes('server_vad'));
    assert.ok(!labels.includes('alloy'), labels.join());
    await typeKeys(editor.page, 'Enter');
    const saved = await editor.saved('detection.realtime.json', (now) => now.includes('"server_vad"'));
    assert.deepEqual(JSON.parse(saved), { config: { turn_detection: { type: 'server_vad' } } });
  });

  it('a half-typed key opens the keys by itself', async () => {
    await editor.open('key.realtime.json', '{\n  "model": "gpt-4o-realtime-preview"\n}\n');
    await typeKeys(editor.page, 'ArrowDown', 'End', 'Enter', 'text:"tem');
    const labels = await waitForSuggest(editor.page, (found) => found.includes('temperature'));
    assert.ok(!labels.includes('model'), labels.join());
    await typeKeys(editor.page, 'Enter', 'Escape');
    const text = await editor.saved('key.realtime.json', (now) => now.includes('"temperature"'));
    assert.deepEqual(JSON.parse(text), { model: 'gpt-4o-realtime-preview', temperature: 0.8 });
  });

  it('a key without quotes opens the keys, and Tab writes them whole', async () => {
    await editor.open('bare.realtime.json', '{\n  \n  "voice": "alloy"\n}\n');
    await typeKeys(editor.page, 'ArrowDown', 'End', 'text:ins');
    await waitForSuggest(editor.page, (found) => found[0] === 'instructions');
    await typeKeys(editor.page, 'Tab', 'text:Be kind.', 'Escape');
    const text = await editor.saved('bare.realtime.json', (now) => now.includes('Be kind.'));
    assert.deepEqual(JSON.parse(text), { instructions: 'Be kind.', voice: 'alloy' });
  });

  it('makes a whole document by hand, from nothing', async () => {
    await editor.open('hand.realtime.json', '');
    const lines = [
      ...['{', '"model": "gpt-4o-realtime-preview",', '"config": {', '"input_audio_format": "g711_ulaw",'],
      ...['"turn_detection": {', '"type": "server_vad",', '"threshold": 0.6', undefined],
      ...['"modalities": ["text", "audio"]', undefined, '"voice": "alloy",', '"temperature": 0.7'],
    ];
    for (const [index, line] of lines.entries()) {
      // The closing brace is there already: the next line goes below it.
      if (line === undefined) await typeKeys(editor.page, 'ArrowDown', 'End', 'text:,');
      else await typeKeys(editor.page, `text:${line}`);
      if (index < lines.length - 1 && lines[index + 1] !== undefined) await typeKeys(editor.page, 'Enter');
    }
    const expected = {
      model: 'gpt-4o-realtime-preview',
      config: {
        input_audio_format: 'g711_ulaw',
        turn_detection: { type: 'server_vad', threshold: 0.6 },
        modalities: ['text', 'audio'],
      },
      voice: 'alloy',
      temperature: 0.7,
    };
    const text = await editor.saved('hand.realtime.json', (now) =>
      holds(now, (value) => value.temperature === 0.7),
    );
    assert.equal(
      text,
      JSON.stringify(expected, null, 2).replace(
        '[\n      "text",\n      "audio"\n    ]',
        '["text", "audio"]',
      ),
    );
  });

  it('loses no comma and no line end to a list, however fast somebody types', async () => {
    const lines = [
      '"voice": "alloy",',
      '"input_audio_format": "g711_ulaw",',
      '"temperature": 0.7,',
      '"tool_choice": "auto",',
    ];
    for (const delay of [0, 15, 40, 90]) {
      const name = `fast-${delay}.realtime.json`;
      await editor.open(name, '{\n}\n');
      await typeKeys(editor.page, 'End', 'Enter');
      for (const line of lines) {
        await editor.page.keyboard.type(line, { delay });
        await typeKeys(editor.page, 'Enter');
      }
      const typed = lines.map((line) => `  ${line}`).join('\n');
      const text = await editor.saved(name, (now) => now.includes('"auto",\n'));
      assert.equal(text.replace(/ +\n/g, '\n').replace(/\n+}/, '\n}'), `{\n${typed}\n}\n`);
    }
  });

  it('loses no character of a burst', async () => {
    await editor.open('burst.realtime.json', '{\n  "instructions": ""\n}\n');
    const words = Array.from({ length: 125 }, (_, index) => `w${String(index).padStart(3, '0')} s, `).join(
      '',
    );
    const burst = words.slice(0, 1000);
    await typeKeys(editor.page, 'ArrowDown', 'End', 'ArrowLeft');
    await editor.page.keyboard.type(burst, { delay: 0 });
    const text = await editor.saved('burst.realtime.json', (now) => now.length >= burst.length);
    assert.equal(text, `{\n  "instructions": "${burst}"\n}\n`);
  });
});
