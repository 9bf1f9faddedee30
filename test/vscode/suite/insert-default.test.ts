import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SuiteOptions } from '../result';
import { clearNotifications, runAnswering } from './answers';
import {
  activeEditor,
  closeAll,
  diagnosticsOf,
  isClean,
  openFixture,
  openText,
  textOf,
  waitFor,
} from './support';

// Replaced by the bundler.
declare const SUITE_OPTIONS: SuiteOptions;

const command = (what: string) => `realtimeConfig.insertDefault${what}`;
const run = (what: string) => vscode.commands.executeCommand(command(what));
const undo = () => vscode.commands.executeCommand('undo');

const detection = { type: 'server_vad', threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 200 };
const activity = { threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 200 };
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const wholes: [string, string][] = [
  ['SessionConfig', SUITE_OPTIONS.defaults['sdk.session-config'] ?? 'the command line printed nothing'],
  ['SessionRequest', SUITE_OPTIONS.defaults['sdk.session-request'] ?? 'the command line printed nothing'],
  ['VoiceActivityDetection', pretty({ voice_activity_detection: activity })],
  ['TurnDetection', pretty({ turn_detection: detection })],
];

describe('insert default', () => {
  beforeEach(clearNotifications);
  afterEach(closeAll);

  for (const [what, expected] of wholes) {
    it(`${what} fills an empty document; one undo empties it`, async () => {
      const editor = await openText('');
      await run(what);
      assert.equal(textOf(editor), expected);
      await diagnosticsOf(editor.document.uri, isClean);
      await undo();
      assert.equal(textOf(editor), '');
    });
  }

  it('SessionRequest fills an object without keys', async () => {
    const editor = await openText('{}');
    await run('SessionRequest');
    assert.deepEqual(JSON.parse(textOf(editor)), JSON.parse(wholes[1]?.[1] ?? ''));
    await undo();
    assert.equal(textOf(editor), '{}');
  });

  it('SessionConfig goes into {} as "config" of the default kind', async () => {
    const editor = await openText('{}');
    await run('SessionConfig');
    assert.deepEqual(JSON.parse(textOf(editor)), { config: JSON.parse(wholes[0]?.[1] ?? '') });
  });

  it('SessionConfig fills {} where the name says that it is one', async () => {
    const editor = await openFixture('empty.sdk.session-config.realtime.json');
    await run('SessionConfig');
    assert.deepEqual(JSON.parse(textOf(editor)), JSON.parse(wholes[0]?.[1] ?? ''));
  });

  it('puts a property in schema order, with the tabs and line ends of the document', async () => {
    const lines = ['{', '\t"input_audio_format": "pcm16",', '\t"modalities": ["text"]', '}', ''];
    const editor = await openText(lines.join('\r\n'));
    await run('VoiceActivityDetection');
    await run('TurnDetection');
    const text = textOf(editor);
    assert.deepEqual(Object.keys(JSON.parse(text)), [
      'input_audio_format',
      'voice_activity_detection',
      'turn_detection',
      'modalities',
    ]);
    assert.match(text, /\r\n\t"turn_detection": \{\r\n\t\t"type": "server_vad",\r\n/);
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(/ {2}/.test(text), false);
    await undo();
    await undo();
    assert.equal(textOf(editor), lines.join('\r\n'));
  });

  it('makes the objects on the way', async () => {
    const editor = await openText('{ "model": "gpt-4o-realtime-preview", "voice": "alloy" }');
    await run('TurnDetection');
    assert.deepEqual(JSON.parse(textOf(editor)), {
      model: 'gpt-4o-realtime-preview',
      config: { turn_detection: detection },
      voice: 'alloy',
    });
  });

  it('shows what it has inserted', async () => {
    const filler = Array.from({ length: 200 }, () => '').join('\n');
    const editor = await openText(`|{\n"model": "m",${filler}\n"voice": "alloy"\n}`);
    await run('TurnDetection');
    const at = editor.document.positionAt(textOf(editor).indexOf('turn_detection'));
    await waitFor(
      () => editor.visibleRanges.some((range) => range.contains(at)),
      (visible) => visible,
      'the inserted text is visible',
    );
  });

  it('keeps what is there when the question is waved away', async () => {
    const text = '{ "turn_detection": { "type": "server_vad", "threshold": 0.9 } }';
    const editor = await openText(text);
    await runAnswering(command('TurnDetection'), 'dismiss');
    assert.equal(textOf(editor), text);
  });

  it('replaces what is there when told to; one undo brings it back', async () => {
    const text = '{ "turn_detection": { "type": "server_vad", "threshold": 0.9 } }';
    const editor = await openText(text);
    await runAnswering(command('TurnDetection'), 'accept');
    assert.deepEqual(JSON.parse(textOf(editor)), { turn_detection: detection });
    await undo();
    assert.equal(textOf(editor), text);
  });

  it('changes nothing where the default is already, and does not ask', async () => {
    const text = pretty({ turn_detection: detection });
    const editor = await openText(text);
    await run('TurnDetection');
    assert.equal(textOf(editor), text);
  });

  it('offers a new document where it cannot go', async () => {
    const editor = await openText('{ "enabled": true, "model": "whisper-1" }');
    await runAnswering(command('TurnDetection'), 'accept');
    assert.notEqual(activeEditor().document.uri.toString(), editor.document.uri.toString());
    assert.equal(activeEditor().document.languageId, 'realtime-json');
    assert.deepEqual(JSON.parse(textOf()), { turn_detection: detection });
    assert.equal(textOf(editor), '{ "enabled": true, "model": "whisper-1" }');
  });

  it('offers a new document where nothing of ours is open', async () => {
    await runAnswering(command('SessionConfig'), 'accept');
    assert.equal(activeEditor().document.languageId, 'realtime-json');
    assert.equal(textOf(), wholes[0]?.[1]);
  });

  it('adopts the JSON document in front when told to', async () => {
    const editor = await openText('{}', 'json');
    await runAnswering(command('TurnDetection'), 'accept');
    assert.equal(activeEditor().document.languageId, 'realtime-json');
    assert.deepEqual(JSON.parse(textOf(editor)), { config: { turn_detection: detection } });
  });
});
