import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pastedInto, read } from './making';

const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const weather = {
  type: 'function',
  name: 'get_weather',
  description: 'Tells the weather.',
  parameters: schema,
};
const LEFT_OUT = 'Left out, because a tool has no place for it here';

/** What a text becomes in a document that takes every sort of tool. */
const becomes = (pasted: string | object, tools: readonly object[], ...notes: string[]) =>
  assert.deepEqual(read(pasted), { tools, notes });

describe('a tool from the clipboard', () => {
  it('may be one of Chat Completions', () => {
    const { type, ...inner } = weather;
    becomes({ type, function: inner }, [weather]);
    becomes({ type, function: { ...inner, strict: true } }, [weather], `${LEFT_OUT}: "strict".`);
    becomes({ type, function: inner, cache: 1 }, [weather], `${LEFT_OUT}: "cache".`);
    becomes({ type, function: { name: 'end_call' } }, [
      { type: 'function', name: 'end_call', parameters: { type: 'object', properties: {} } },
    ]);
  });

  it('may be one of the Responses API, or a Realtime tool already', () => {
    becomes(weather, [weather]);
    becomes({ ...weather, strict: null }, [weather], `${LEFT_OUT}: "strict".`);
    const server = { type: 'mcp', server_label: 's', server_url: 'https://s', allowed_tools: ['a'] };
    becomes({ ...server, server_description: 'd' }, [
      {
        type: 'mcp',
        server_label: 's',
        server_url: 'https://s',
        server_description: 'd',
        allowed_tools: ['a'],
      },
    ]);
    becomes({ ...server, allow: 1 }, [server], `${LEFT_OUT}: "allow".`);
  });

  it('may be an entry of an MCP server’s list, or the whole answer', () => {
    const entry = { name: 'get_weather', description: 'Tells the weather.', inputSchema: schema };
    becomes(entry, [weather]);
    const full = {
      ...entry,
      title: 'Weather',
      annotations: { readOnlyHint: true },
      outputSchema: {},
      _meta: {},
    };
    becomes(full, [weather], `${LEFT_OUT}: "title", "annotations", "outputSchema", "_meta".`);
    for (const list of [{ tools: [entry] }, { jsonrpc: '2.0', id: 1, result: { tools: [entry] } }])
      becomes(list, [weather]);
    becomes(
      { tools: [entry], nextCursor: 'abc' },
      [weather],
      'The list goes on: it has a "nextCursor", so the server has more tools than these.',
    );
  });

  it('takes the title for a description that is missing', () => {
    const { description: _, ...nameless } = weather;
    const entry = { name: 'get_weather', inputSchema: schema };
    becomes({ ...entry, title: 'Weather' }, [{ ...weather, description: 'Weather' }]);
    becomes(
      { ...entry, annotations: { title: 'Weather' } },
      [{ ...weather, description: 'Weather' }],
      `${LEFT_OUT}: "annotations".`,
    );
    becomes(entry, [nameless]);
  });

  it('may be one of Anthropic’s, or a declaration of a function', () => {
    const { description, parameters, name } = weather;
    becomes({ name, description, input_schema: parameters }, [weather]);
    becomes(
      { type: 'custom', name, description, input_schema: parameters, cache_control: {} },
      [weather],
      `${LEFT_OUT}: "cache_control".`,
    );
    becomes({ name, description, parameters }, [weather]);
    becomes([{ functionDeclarations: [{ name, description, parametersJsonSchema: parameters }] }], [weather]);
  });

  it('may be a JSON Schema, whose title is the name', () => {
    const described = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Get Weather',
      description: 'Tells the weather.',
      ...schema,
    };
    becomes(described, [weather], `${LEFT_OUT}: "$schema".`);
    assert.deepEqual(read(schema), {
      tools: [{ type: 'function', name: 'new_tool', parameters: schema }],
      notes: [],
    });
    assert.deepEqual(read(schema, '{ "type": "realtime" }', 'find'), {
      tools: [{ type: 'function', name: 'find', parameters: schema }],
      notes: [],
    });
    becomes({ properties: { a: {} } }, [
      { type: 'function', name: 'new_tool', parameters: { type: 'object', properties: { a: {} } } },
    ]);
  });

  it('may be many, of different sorts, and in a document', () => {
    const { type, ...inner } = weather;
    const second = { ...inner, name: 'b', strict: true, x: 1 };
    const [first, other] = [
      { type, function: { ...inner, strict: true } },
      { type, function: second },
    ];
    const notes = [`${LEFT_OUT}: "strict" (get_weather, b), "x" (b).`];
    becomes([first, other], [weather, { ...weather, name: 'b' }], ...notes);
    becomes(
      { model: 'm', messages: [], tools: [first, other] },
      [weather, { ...weather, name: 'b' }],
      ...notes,
    );
    becomes({ type: 'session.update', session: { type: 'realtime', tools: [weather] } }, [weather]);
    becomes(
      [weather, { type: 'web_search' }, 'a', { name: 'package' }],
      [weather],
      ...['"web_search"', 'an entry', '"package"'].map(
        (one) => `Skipped ${one}: it is no function and no MCP server.`,
      ),
    );
  });

  it('may stand in a Markdown fence, with comments and a comma too many', () => {
    const text = `{ // a tool\n  "name": "f", "input_schema": { "type": "object", "properties": {}, }, }`;
    const tool = { type: 'function', name: 'f', parameters: { type: 'object', properties: {} } };
    becomes(text, [tool]);
    becomes(`\`\`\`json\n${text}\n\`\`\`\n`, [tool]);
  });

  it('keeps numbers and texts as they are written', () => {
    const pasted =
      '{"name":"f","input_schema":{"type":"object","properties":{"a":{"maximum":1.50,"default":12345678901234567890,"enum":["\\u00e4\\n",1e3]}}}}';
    const made = pastedInto('{ "type": "realtime", "tools": [] }', pasted);
    assert.ok('text' in made);
    assert.equal(
      made.text,
      '{ "type": "realtime", "tools": [{"type": "function", "name": "f", "parameters": {"type": "object", "properties": {"a": {"maximum": 1.50, "default": 12345678901234567890, "enum": ["ä\\n", 1e3]}}}}] }',
    );
  });
});

describe('names from the clipboard', () => {
  it('are changed where they cannot be or are taken, and that is said', () => {
    const document =
      '{ "type": "realtime", "tools": [{ "type": "function", "name": "a" }, { "type": "mcp", "server_label": "s", "server_url": "https://s" }] }';
    const tool = (name: string) => ({
      type: 'function',
      name,
      parameters: { type: 'object', properties: {} },
    });
    const server = { type: 'mcp', server_label: 's', server_url: 'https://t' };
    assert.deepEqual(read([tool('a'), tool('files.read all'), tool('a'), server], document), {
      tools: [tool('a_2'), tool('files_read_all'), tool('a_3'), { ...server, server_label: 's_2' }],
      notes: [
        '"a" is called "a_2" here: the name is taken.',
        '"files.read all" is called "files_read_all" here: a name takes letters, digits, "_" and "-" alone.',
        '"a" is called "a_3" here: the name is taken.',
        '"s" is called "s_2" here: the name is taken.',
      ],
    });
  });

  it('stay as they are where the kind takes any, with the texts that it wants', () => {
    const document = '{ "model": "m", "config": { "tools": [] } }';
    assert.deepEqual(read({ name: 'a.b', inputSchema: { type: 'object' } }, document), {
      tools: [{ type: 'function', name: 'a.b', description: '', parameters: { type: 'object' } }],
      notes: [],
    });
    assert.deepEqual(read({ type: 'mcp', server_label: 's' }, document), {
      tools: [],
      notes: ['Skipped the MCP server "s": sdk.session-request takes functions alone.'],
    });
  });
});

describe('what is no tool', () => {
  it('is refused with what it could be', () => {
    const noTool =
      'The text has no tool in it. It can be one of Chat Completions, an entry of an MCP server’s "tools/list", a JSON Schema of an object, or a list of these.';
    const noJson =
      'The text is no JSON, so no tool can be read from it. Copy the whole object, from brace to brace.';
    const empty = 'There is no text to read a tool from. Copy a tool first.';
    assert.deepEqual(
      [
        '',
        ' \n',
        'def f(): pass',
        '{ "name": "f", "inputSchema": {',
        '{}',
        '[]',
        '1',
        '"a"',
        '{ "type": "string" }',
        '{ "tools": [] }',
        '{ "name": "a", "version": "1" }',
      ].map((text) => read(text)),
      [empty, empty, noJson, noJson, noTool, noTool, noTool, noTool, noTool, noTool, noTool],
    );
  });
});
