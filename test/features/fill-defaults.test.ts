import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { toValue } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { type DefaultsPlan, planFill, planRemove } from '../../server/features/fill-defaults';
import { detectKind } from '../../server/kinds/detect';
import { diagnose } from '../../server/problems/diagnose';
import { DEFAULT_RULE_SETTINGS } from '../../server/rules/settings';

const settings = DEFAULT_RULE_SETTINGS;

function made(text: string, kind: string, plan: typeof planFill, offset?: number): string {
  const planned: DefaultsPlan = plan(parse(text), { kind, settings, offset });
  return 'refused' in planned ? planned.refused : applyEdits(text, planned.edits);
}

/** Every clean example of the project, with its kind. */
function examples(): { name: string; text: string; kind: string }[] {
  const folder = join(__dirname, '..', '..', 'examples');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.realtime.json') && !name.startsWith('mistakes'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, kind: detectKind(name, parse(text).root).kind };
    });
}

describe('writing out defaults', () => {
  it('gives a session every sure default, in schema order and its own layout', () => {
    const text =
      '{\n    "type": "realtime",\n    "model": "gpt-realtime-2.1",\n    "instructions": "Hi."\n}\n';
    assert.equal(
      made(text, 'ga.session', planFill),
      `{
    "type": "realtime",
    "model": "gpt-realtime-2.1",
    "instructions": "Hi.",
    "output_modalities": [
        "audio"
    ],
    "tools": [],
    "tool_choice": "auto",
    "max_output_tokens": "inf",
    "reasoning": {
        "effort": "low"
    },
    "truncation": "auto",
    "tracing": null
}
`,
    );
  });

  it('leaves out what the model does not take', () => {
    const filled = made('{ "type": "realtime", "model": "gpt-realtime" }', 'ga.session', planFill);
    assert.equal(
      filled,
      '{ "type": "realtime", "model": "gpt-realtime", "output_modalities": ["audio"], "tools": [], "tool_choice": "auto", "max_output_tokens": "inf", "truncation": "auto", "tracing": null }',
    );
  });

  it('fills only the object at the cursor when there is one', () => {
    const text =
      '{ "audio": { "input": { "turn_detection": { "type": "server_vad" } } }, "type": "realtime" }';
    assert.equal(
      made(text, 'ga.session', planFill, text.indexOf('server_vad')),
      '{ "audio": { "input": { "turn_detection": { "type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 200, "idle_timeout_ms": null, "create_response": true, "interrupt_response": true } } }, "type": "realtime" }',
    );
  });

  it('does nothing to an update, to broken text, and where nothing is missing', () => {
    const update = '{ "type": "session.update", "session": { "type": "realtime" } }';
    assert.equal(
      made(update, 'ga.session-update', planFill),
      'In an update a key that is left out keeps its value, so a default would change something. Nothing was done.',
    );
    assert.equal(made(update, 'ga.session-update', planRemove), made(update, 'ga.session-update', planFill));
    assert.equal(
      made('{ "type": ', 'ga.session', planFill),
      'The text is broken, so what it lacks is not known. Repair it first.',
    );
    const once = made('{"type":"realtime"}', 'ga.session', planFill);
    assert.equal(
      made(once, 'ga.session', planFill),
      'Every key that has a sure default is written out already.',
    );
  });

  it('brings no problem to any example, and what it wrote can be taken out again', () => {
    for (const { name, text, kind } of examples()) {
      const planned = planFill(parse(text), { kind, settings });
      if ('refused' in planned) continue;
      const filled = applyEdits(text, planned.edits);
      const before = diagnose(parse(text), kind, settings).map(({ code }) => code);
      assert.deepEqual(
        diagnose(parse(filled), kind, settings).map(({ code }) => code),
        before,
        name,
      );
      const removed = (of: string) => made(of, kind, planRemove);
      // An example may have defaults of its own, which go as well.
      const bare = removed(text);
      const sparse = planRemove(parse(text), { kind, settings });
      assert.deepEqual(
        toValue(parse(removed(filled)).root),
        toValue(parse('refused' in sparse ? text : bare).root),
        name,
      );
    }
  });
});

describe('removing values equal to the default', () => {
  it('takes them out, with their commas, and keeps what is required or decides', () => {
    const text = `{
  "type": "realtime",
  "output_modalities": ["audio"],
  "audio": {
    "input": { "turn_detection": { "type": "server_vad", "silence_duration_ms": 200, "threshold": 0.6 } },
    "output": { "voice": "marin", "speed": 1.0 }
  },
  "truncation": "auto"
}
`;
    assert.equal(
      made(text, 'ga.session', planRemove),
      `{
  "type": "realtime",
  "audio": {
    "input": { "turn_detection": { "type": "server_vad", "threshold": 0.6 } },
    "output": { "voice": "marin" }
  }
}
`,
    );
  });

  it('says so where there is none', () => {
    assert.equal(
      made('{ "type": "realtime" }', 'ga.session', planRemove),
      'Nothing here says what would hold without it.',
    );
  });
});
