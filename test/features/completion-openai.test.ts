import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinds } from '../../server/kinds/catalogue';
import { templates } from '../../server/kinds/templates';
import { checkAccept, checkOffered, itemOf, offered } from './completing';

const SESSION = { kind: 'ga.session' };

/** What the right column says of each item, and whether it is struck through. */
const columns = (fixture: string, kind: string, extra?: { models: string[]; voices: string[] }) =>
  offered(fixture, { kind, extra }).items.map(({ label, labelDetails, tags }) => [
    label,
    labelDetails?.description ?? '',
    tags !== undefined,
  ]);

describe('completion decides by the deciding key', () => {
  const turns = (inner: string) =>
    `{ "type": "realtime", "audio": { "input": { "turn_detection": { ${inner} } } } }`;

  it('offers of turn detection what its type takes', () => {
    checkOffered(turns('|'), ['type'], SESSION);
    checkOffered(
      turns('"type": "semantic_vad", |'),
      ['eagerness', 'create_response', 'interrupt_response'],
      SESSION,
    );
    checkOffered(
      turns('"type": "server_vad", |'),
      [
        'threshold',
        'prefix_padding_ms',
        'silence_duration_ms',
        'create_response',
        'interrupt_response',
        'idle_timeout_ms',
      ],
      SESSION,
    );
    checkOffered(
      turns('|, "type": "semantic_vad", "eagerness": "low"'),
      ['create_response', 'interrupt_response'],
      SESSION,
    );
    checkOffered(turns('"type": "serv", |'), [], SESSION);
  });

  it('keeps the kinds of tools apart', () => {
    const tool = (inner: string) => `{ "type": "realtime", "tools": [{ ${inner} }] }`;
    const functionKeys = ['name', 'description', 'parameters'];
    checkOffered(tool('|'), ['type'], SESSION);
    checkOffered(tool('"type": "function", |'), functionKeys, SESSION);
    const { labels } = offered(tool('"type": "mcp", |'), SESSION);
    assert.ok(labels.includes('server_label') && labels.includes('tunnel_id'));
    assert.deepEqual(
      labels.filter((label) => functionKeys.includes(label)),
      [],
    );
    assert.equal(labels.at(-1), 'connector_id', 'What is deprecated comes last.');
    assert.ok(itemOf(offered(tool('"type": "mcp", |'), SESSION), 'connector_id').tags);
    assert.ok(!offered(tool('"server_url": "https://a.example", |'), SESSION).labels.includes('name'));
  });

  it('knows sessions, formats, items and their content by their type', () => {
    checkOffered('{ "session": { | } }', ['type'], { kind: 'ga.client-secret' });
    const { labels } = offered('{ "session": { "type": "transcription", | } }', {
      kind: 'ga.session-update',
    });
    assert.deepEqual(labels, ['audio', 'include']);
    checkOffered('{ "audio": { "input": { "format": { "type": "audio/pcm", | } } } }', ['rate'], SESSION);
    checkOffered('{ "audio": { "input": { "format": { "type": "audio/pcmu", | } } } }', [], SESSION);
    const input = (inner: string) => `{ "type": "response.create", "response": { "input": [{ ${inner} }] } }`;
    checkOffered(input('|'), ['type'], { kind: 'ga.response-create' });
    checkOffered(input('"type": "message", |'), ['role'], { kind: 'ga.response-create' });
    checkOffered(input('"type": "item_reference", |'), ['id'], { kind: 'ga.response-create' });
  });

  it('offers no $schema where the API would refuse it', () => {
    for (const { id, dialect } of kinds) {
      assert.equal(offered('{ | }', { kind: id }).labels.includes('$schema'), dialect === 'sdk', id);
    }
  });
});

describe('completion of values that are a word or an object', () => {
  it('writes tracing as "auto", or as an object to fill in', () => {
    checkAccept('{ "type": "realtime", | }', 'tracing', '{ "type": "realtime", "tracing": "auto" }', SESSION);
    checkOffered('{ "type": "realtime", "tracing": | }', ['auto', 'named trace', 'off', '{}'], SESSION);
    checkAccept(
      '{ "type": "realtime", "tracing": | }',
      'named trace',
      '{ "type": "realtime", "tracing": {\n  "workflow_name": "Support line",\n  "group_id": "call-42"\n} }',
      SESSION,
    );
  });

  it('says of a ready-made value what it is', () => {
    const found = columns('{ "type": "realtime", "truncation": | }', 'ga.session');
    assert.deepEqual(found.slice(0, 3), [
      ['auto', 'default', false],
      ['disabled', '', false],
      ['retention ratio', 'object', false],
    ]);
  });
});

describe('completion from the catalogues', () => {
  it('offers the models of a family, with their end; those that are gone come last, struck through', () => {
    const models = columns('{ "type": "realtime", "model": | }', 'ga.session');
    assert.deepEqual(models.slice(0, 5), [
      ['gpt-realtime-2.1', 'default', false],
      ['gpt-realtime-2.1-mini', 'active', false],
      ['gpt-realtime-2', 'active', false],
      ['gpt-realtime-1.5', 'active', false],
      ['gpt-realtime', 'shuts down 2027-01-20', false],
    ]);
    const firstGone = models.findIndex(([, , gone]) => gone);
    assert.ok(firstGone > 5);
    assert.ok(models.slice(firstGone).every(([, detail, gone]) => gone && /^shut down/.test(String(detail))));
    assert.deepEqual(models.at(-3), ['gpt-4o-realtime-preview-2024-10-01', 'shut down', true]);
    assert.deepEqual(columns('{ "model": | }', 'ga.translation-session'), [
      ['gpt-realtime-translate', 'default', false],
    ]);
    const { labels } = offered('{ "audio": { "input": { "transcription": { "model": | } } } }', {
      kind: 'ga.transcription-session',
    });
    assert.deepEqual(labels.slice(0, 3), ['gpt-transcribe', 'gpt-live-transcribe', 'gpt-realtime-whisper']);
  });

  it('offers the ten voices of the API, the recommended ones first, and a voice of one’s own', () => {
    const voices = columns('{ "type": "realtime", "audio": { "output": { "voice": | } } }', 'ga.session');
    assert.deepEqual(
      voices.map(([label]) => label),
      [
        'marin',
        'cedar',
        'alloy',
        'ash',
        'ballad',
        'coral',
        'echo',
        'sage',
        'shimmer',
        'verse',
        'custom voice',
        '{}',
      ],
    );
    assert.deepEqual(voices[1], ['cedar', 'recommended', false]);
    assert.ok(!offered('{ "voice": | }', { kind: 'beta.session' }).labels.includes('fable'));
  });

  it('offers languages by code and name, each once in a list', () => {
    const language = (value: string) =>
      `{ "type": "transcription", "audio": { "input": { "transcription": { ${value} } } } }`;
    const found = columns(language('"language": |'), 'ga.transcription-session');
    assert.ok(found.length > 180);
    assert.deepEqual(
      found.find(([label]) => label === 'de'),
      ['de', 'German', false],
    );
    const item = itemOf(offered(language('"language": |'), { kind: 'ga.transcription-session' }), 'de');
    assert.equal(item.filterText, '"de German');
    const { labels } = offered(language('"languages": ["de", |]'), { kind: 'ga.transcription-session' });
    assert.ok(labels.includes('fr') && !labels.includes('de'));
  });

  it('offers connectors by the name of their service', () => {
    const found = columns('{ "tools": [{ "type": "mcp", "connector_id": | }] }', 'ga.session');
    assert.deepEqual(found[1], ['connector_gmail', 'Gmail', false]);
    assert.equal(found.length, 8);
  });

  it('adds the models and voices of the settings, before what is gone', () => {
    const extra = { models: ['my-deployment', 'gpt-realtime'], voices: ['voice_of_mine'] };
    const models = columns('{ "type": "realtime", "model": | }', 'ga.session', extra);
    const own = models.findIndex(([label]) => label === 'my-deployment');
    assert.deepEqual(models[own], ['my-deployment', 'from your settings', false]);
    assert.equal(models.filter(([label]) => label === 'gpt-realtime').length, 1);
    assert.ok(models.slice(own + 1).every(([, , gone]) => gone));
    const voices = columns('{ "voice": | }', 'beta.session', extra);
    assert.deepEqual(voices.at(-1), ['voice_of_mine', 'from your settings', false]);
    const inSdk = columns('{ "voice": |, "model": "m" }', 'sdk.session-request', extra);
    assert.ok(!inSdk.some(([label]) => label === 'voice_of_mine'), 'The SDK takes six names and no other.');
  });
});

it('there is a template for every kind', () => {
  const without = kinds.filter(({ id }) => !templates.some(({ kind }) => kind === id));
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  );
});
