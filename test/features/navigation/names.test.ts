import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitions, highlights, references } from '../../../server/features/navigation/places';
import { asked, definitionsIn, marked, usesIn } from './asking';

const fn = (name: string) => `{ "type": "function", "name": "${name}" }`;
const ga = (...rest: string[]) => `{ "type": "realtime", ${rest.join(', ')} }`;
const answer = (...rest: string[]) => `{ "type": "response.create", "response": { ${rest.join(', ')} } }`;

/** Whichever of the marked names the cursor is in, the same ones are found. */
function checkUses(expected: string, kind?: string): void {
  const parts = expected.split(/[«»]/);
  for (let index = 1; index < parts.length; index += 2) {
    for (const at of [0, parts[index]?.length ?? 0]) {
      const fixture = parts
        .map((part, place) => (place === index ? `${part.slice(0, at)}|${part.slice(at)}` : part))
        .join('');
      assert.equal(usesIn(fixture, kind), expected);
    }
  }
}

describe('the uses of a function', () => {
  it('are its tool and the choice of it, as the SDK has it', () =>
    checkUses(
      '{ "model": "m", "config": { "tools": [{ "type": "function", "name": "«a»", "description": "a", "parameters": { "a": "a" } }, { "type": "function", "name": "ab", "description": "", "parameters": null }], "tool_choice": "«a»" }, "instructions": "a" }',
    ));

  it('are its tool and the choice of it, as today’s API has it', () =>
    checkUses(
      ga(
        `"instructions": "a"`,
        `"tools": [${fn('«a»')}, ${fn('b')}, { "type": "mcp", "server_label": "a", "server_url": "https://a", "allowed_tools": ["a"] }]`,
        '"tool_choice": { "type": "function", "name": "«a»" }',
      ),
    ));

  it('are its tool and the choice of it, as the preview had it, by word and by object', () => {
    checkUses(`{ "voice": "alloy", "tools": [${fn('«a»')}], "tool_choice": "«a»", "speed": 1 }`);
    checkUses(`{ "voice": "alloy", "tools": [${fn('«a»')}], "tool_choice": ${fn('«a»')}, "speed": 1 }`);
  });

  it('are its calls in the input of an answer, inside of every envelope', () => {
    checkUses(
      answer(
        `"tools": [${fn('«a»')}]`,
        `"tool_choice": ${fn('«a»')}`,
        '"input": [{ "type": "function_call", "name": "«a»", "call_id": "a", "arguments": "{}" }, { "type": "function_call_output", "call_id": "a", "output": "a" }, { "type": "message", "role": "user", "content": [{ "type": "input_text", "text": "a" }] }]',
      ),
    );
    for (const head of ['"type": "session.update"', '"expires_after": { "seconds": 60 }'])
      checkUses(`{ ${head}, "session": ${ga(`"tools": [${fn('«a»')}]`, `"tool_choice": ${fn('«a»')}`)} }`);
  });

  it('are found where it is nested as for Chat Completions, and in a list of choices', () => {
    checkUses(
      ga(
        '"tools": [{ "type": "function", "function": { "name": "«a»" } }]',
        '"tool_choice": { "type": "function", "function": { "name": "«a»" } }',
      ),
    );
    checkUses(
      ga(
        `"tools": [${fn('«a»')}]`,
        `"tool_choice": { "type": "allowed_tools", "mode": "auto", "tools": [${fn('«a»')}, { "type": "mcp", "server_label": "a" }] }`,
      ),
    );
  });

  it('are found without a tool of that name', () =>
    checkUses(
      answer(`"tool_choice": ${fn('«a»')}`, '"input": [{ "type": "function_call", "name": "«a»" }]'),
    ));

  it('are found with escapes, and in text that is broken', () => {
    checkUses(ga(`"tools": [${fn('«\\u0061»')}]`, `"tool_choice": ${fn('«a»')}`));
    checkUses(
      `{ "type": "realtime", "tools": [${fn('«a»')}, ], "tool_choice": { "type": "function", "name": "«a»" `,
    );
  });

  it('are not the words for all tools', () => {
    for (const word of ['auto', 'none', 'required']) {
      const text = `{ "model": "m", "config": { "tools": [{ "type": "function", "name": "«${word}»", "description": "", "parameters": null }], "tool_choice": "${word}" } }`;
      checkUses(text);
    }
  });
});

describe('the uses of an MCP server', () => {
  it('are its tool, choices and items', () => {
    const server =
      '{ "type": "mcp", "server_label": "«s»", "server_url": "https://s", "server_description": "s" }';
    checkUses(
      answer(
        `"tools": [${fn('s')}, ${server}]`,
        '"tool_choice": { "type": "mcp", "server_label": "«s»", "name": "s" }',
        '"input": [{ "type": "mcp_call", "id": "s", "server_label": "«s»", "name": "s", "arguments": "{}" }, { "type": "mcp_approval_request", "id": "i", "server_label": "«s»", "name": "t", "arguments": "{}" }, { "type": "mcp_list_tools", "server_label": "«s»", "tools": [{ "name": "s", "input_schema": {} }] }]',
      ),
    );
  });
});

describe('the uses of a tool that an MCP server has', () => {
  it('are its places in the lists and choices of that server alone', () =>
    checkUses(
      answer(
        '"tools": [{ "type": "mcp", "server_label": "s", "server_url": "https://s", "allowed_tools": ["«t»", "u"], "require_approval": { "always": { "tool_names": ["«t»"] }, "never": { "tool_names": ["u", "«t»"] } } }, { "type": "mcp", "server_label": "other", "server_url": "https://o", "allowed_tools": { "tool_names": ["t"] } }, { "type": "function", "name": "t" }]',
        '"tool_choice": { "type": "mcp", "server_label": "s", "name": "«t»" }',
        '"input": [{ "type": "mcp_call", "id": "i", "server_label": "s", "name": "«t»", "arguments": "{}" }, { "type": "mcp_list_tools", "server_label": "s", "tools": [{ "name": "«t»", "input_schema": {} }] }]',
      ),
    ));
});

describe('nothing is found', () => {
  const text = ga(`"tools": [${fn('a')}]`, `"tool_choice": ${fn('a')}`, '"instructions": "a"');
  const none = (fixture: string, kind?: string) => {
    const { doc, offset, kind: own } = asked(fixture, kind);
    assert.deepEqual(
      [definitions(doc, own, offset), references(doc, own, offset, true), highlights(doc, own, offset)],
      [[], [], []],
    );
  };

  it('elsewhere than at a name', () => {
    for (const place of [
      '|"tools"',
      '"type"|: "function"',
      '"function|"',
      '"instructions": "|a"',
      '{| "type": "realtime"',
    ])
      none(text.replace(place.replace('|', ''), place));
    none('|');
  });

  it('in sessions without tools, documents of other APIs, and for names that are empty or no texts', () => {
    none('{ "type": "transcription", "tool_choice": "|a" }', 'ga.translation-session');
    none('{ "type": "session.start", "tools": [{ "type": "function", "name": "|a" }] }');
    none(ga('"tools": [{ "type": "function", "name": "|" }]'));
    none(ga('"tools": [{ "type": "function", "name": 1|1 }, "a", null]', '"tool_choice": { "name": null }'));
  });
});

describe('the definition', () => {
  it('of a function or server is where its tool names it, also from there', () => {
    assert.equal(
      definitionsIn(ga(`"tools": [${fn('a')}]`, `"tool_choice": ${fn('|a')}`)),
      ga(`"tools": [${fn('«a»')}]`, `"tool_choice": ${fn('a')}`),
    );
    assert.equal(definitionsIn(ga(`"tools": [${fn('|a')}]`)), ga(`"tools": [${fn('«a»')}]`));
    assert.equal(definitionsIn(ga(`"tool_choice": ${fn('|a')}`)), ga(`"tool_choice": ${fn('a')}`));
    assert.equal(
      definitionsIn(ga(`"tools": [${fn('a')}, ${fn('a')}]`, `"tool_choice": ${fn('|a')}`)),
      ga(`"tools": [${fn('«a»')}, ${fn('«a»')}]`, `"tool_choice": ${fn('a')}`),
    );
  });

  it('of a server’s tool is the list that the server gave, else the server', () => {
    const server = (label: string, name: string) =>
      `"tools": [{ "type": "mcp", "server_label": "${label}", "server_url": "https://s", "allowed_tools": ["${name}"] }]`;
    const list = (name: string) =>
      `"input": [{ "type": "mcp_list_tools", "server_label": "s", "tools": [{ "name": "${name}", "input_schema": {} }] }]`;
    assert.equal(definitionsIn(ga(server('s', '|t'))), ga(server('«s»', 't')));
    assert.equal(definitionsIn(answer(server('s', '|t'), list('t'))), answer(server('s', 't'), list('«t»')));
  });

  it('leads to the whole tool', () => {
    const { doc, kind, offset, text } = asked(ga(`"tools": [${fn('a')}]`, `"tool_choice": ${fn('|a')}`));
    const [link] = definitions(doc, kind, offset);
    assert.ok(link?.originSelectionRange);
    assert.equal(
      marked(text, [link.targetRange]),
      ga(`"tools": [«${fn('a')}»]`, `"tool_choice": ${fn('a')}`),
    );
    assert.equal(
      marked(text, [link.originSelectionRange]),
      ga(`"tools": [${fn('a')}]`, `"tool_choice": ${fn('«a»')}`),
    );
  });

  it('can be left out of the references, and is marked as the place that writes', () => {
    const { doc, kind, offset, text } = asked(ga(`"tools": [${fn('|a')}]`, `"tool_choice": ${fn('a')}`));
    assert.equal(
      marked(
        text,
        references(doc, kind, offset, false).map(({ range }) => range),
      ),
      ga(`"tools": [${fn('a')}]`, `"tool_choice": ${fn('«a»')}`),
    );
    assert.deepEqual(
      highlights(doc, kind, offset).map((one) => one.kind),
      [3, 2],
    );
  });
});
