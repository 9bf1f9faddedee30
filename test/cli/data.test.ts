import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinds } from '../../server/kinds/catalogue';
import { schemaOfKind } from '../../server/schema/bundle';
import { AGREED } from '../support/fixture';
import { run } from './support';

const sessionConfig = {
  input_audio_format: 'pcm16',
  output_audio_format: 'pcm16',
  voice_activity_detection: { threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 200 },
  turn_detection: { type: 'server_vad', threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 200 },
  tool_choice: 'auto',
  modalities: ['text', 'audio'],
};

const sessionRequest = {
  model: 'gpt-4o-realtime-preview',
  config: sessionConfig,
  instructions: 'You are a helpful assistant.',
  voice: 'alloy',
  temperature: 0.8,
  max_response_output_tokens: 4096,
};

describe('defaults', () => {
  it("prints what serde writes for the SDK's Default, key for key", async () => {
    for (const [kind, value] of [
      ['sdk.session-config', sessionConfig],
      ['sdk.session-request', sessionRequest],
    ] as const) {
      const stdout = `${JSON.stringify(value, null, 2)}\n`;
      assert.deepEqual(await run(['defaults', kind]), { code: 0, stdout, stderr: '' });
    }
  });

  it('prints a clean, formatted document of every kind', async () => {
    for (const { id } of kinds) {
      const { stdout, code } = await run(['defaults', id]);
      assert.equal(code, 0, id);
      const check = await run(['check', '-', '--kind', id, '--format', 'json'], { stdin: stdout });
      // The SDK’s own defaults say timings twice, and have a switch that the API does not know.
      const told = id.startsWith('sdk.') ? ['voice-activity-detection', 'transcription-enabled'] : [];
      const found = JSON.parse(check.stdout).files[0].diagnostics as { code: string; severity: string }[];
      const codes = found.filter(
        ({ code, severity }) => /error|warning/.test(severity) && !AGREED.has(code) && !told.includes(code),
      );
      assert.deepEqual(codes, [], id);
      assert.equal((await run(['format', '-'], { stdin: stdout })).stdout, stdout, id);
    }
  });
});

describe('schema', () => {
  it('prints the bundled schema of every kind', async () => {
    for (const { id } of kinds) {
      const { stdout, code } = await run(['schema', id]);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith('{\n  "') && stdout.endsWith('}\n'));
      assert.deepEqual(JSON.parse(stdout), schemaOfKind(id));
      assert.equal(JSON.parse(stdout).$id, `urn:realtime-config:${id}`);
    }
  });
});

describe('kinds', () => {
  it('lists every kind on a line', async () => {
    const { stdout } = await run(['kinds']);
    const ids = stdout.trimEnd().split('\n');
    assert.deepEqual(
      ids.map((line) => line.split(' ')[0]),
      kinds.map(({ id }) => id),
    );
  });

  it('lists them as JSON', async () => {
    const listed = JSON.parse((await run(['kinds', '--format', 'json'])).stdout);
    assert.equal(listed.version, 1);
    assert.deepEqual(
      listed.kinds.map((kind: { id: string }) => kind.id),
      kinds.map(({ id }) => id),
    );
    assert.deepEqual(Object.keys(listed.kinds[0]), ['id', 'dialect', 'type', 'title', 'description']);
  });
});
