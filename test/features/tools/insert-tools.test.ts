import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../server/document/parse';
import { toolPlace } from '../../../server/features/tools/tool-place';
import { kinds } from '../../../server/kinds/catalogue';
import { checkClean } from '../../support/fixture';
import { inserted } from './making';

const f = { name: 'f' };
const written = (indent: string, name = 'f') =>
  `{
  "type": "function",
  "name": "${name}",
  "parameters": {
    "type": "object",
    "properties": {}
  }
}`.replaceAll('\n', `\n${indent}`);
const onOneLine = (name = 'f') =>
  `{"type": "function", "name": "${name}", "parameters": {"type": "object", "properties": {}}}`;

describe('a tool goes to the end of the list', () => {
  it('on lines of its own, as the last one is', () => {
    const text = (more: string) =>
      `{\n  "type": "realtime",\n  "tools": [\n    { "type": "function", "name": "a" }${more}\n  ],\n  "tool_choice": "auto"\n}\n`;
    assert.equal(inserted(text(''), f), text(`,\n    ${written('    ')}`));
  });

  it('behind the bracket of the last one, where that begins beside the list’s', () => {
    const text = (more: string) =>
      `{\n  "type": "realtime",\n  "tools": [{\n    "type": "function",\n    "name": "a"\n  }${more}]\n}\n`;
    assert.equal(inserted(text(''), f), text(`, ${written('  ')}`));
  });

  it('on the same line, where everything is', () => {
    const text = (more: string) =>
      `{ "type": "realtime", "tools": [{ "type": "function", "name": "a" }${more}] }`;
    assert.equal(inserted(text(''), f), text(`, ${onOneLine()}`));
    const empty = (list: string) => `{ "type": "realtime", "tools": [${list}] }`;
    assert.equal(inserted(empty(''), f), empty(onOneLine()));
  });

  it('with the document’s indentation and line ends', () => {
    const text = (list: string) => `{\r\n\t"type": "realtime",\r\n\t"tools": ${list}\r\n}\r\n`;
    const expected = `[\n${written('').replaceAll('  ', '\t')}\n]`;
    const lines = expected.split('\n');
    const list = lines.map((line, index) =>
      index === 0 ? line : index === lines.length - 1 ? `\t${line}` : `\t\t${line}`,
    );
    assert.equal(inserted(text('[]'), f), text(list.join('\r\n')));
  });

  it('in place of null, where the kind takes that', () => {
    const text = (list: string) => `{ "model": "m", "config": { "tools": ${list} } }`;
    const tool = `[{"type": "function", "name": "f", "description": "", "parameters": {"type": "object", "properties": {}}}]`;
    assert.equal(inserted(text('null'), f), text(tool));
  });

  it('using the comma that is there already', () => {
    const text = (more: string) => `{ "type": "realtime", "tools": [{ "name": "a" },${more}] }`;
    assert.equal(inserted(text(''), f), text(` ${onOneLine()}`));
  });
});

describe('the list is made', () => {
  it('in schema order', () => {
    const text = (more: string) =>
      `{\n  "type": "realtime",\n  "audio": {},${more}\n  "tool_choice": "auto"\n}\n`;
    assert.equal(inserted(text(''), f), text(`\n  "tools": [\n    ${written('    ')}\n  ],`));
  });

  it('with the objects that lead to it, in every kind that has tools, which are clean then', () => {
    const refused = kinds.flatMap(({ id, dialect }) => {
      const text = inserted('', { name: 'f', description: 'd' }, id);
      if (!text.startsWith('{')) return [`${id}: ${text}`];
      if (dialect === 'ga') checkClean(id, text);
      assert.equal(
        JSON.stringify(JSON.parse(text)).match(/"tools":\[\{"type":"function","name":"f","description":"d"/g)
          ?.length,
        1,
        id,
      );
      return [];
    });
    const none = (verb: string, id: string) =>
      `${id}: A session that ${verb} (${id}) has no tools: only a conversation, or an answer in one, can call any.`;
    assert.deepEqual(refused, [
      none('transcribes', 'sdk.input-audio-transcription'),
      none('transcribes', 'ga.transcription-session'),
      none('translates', 'ga.translation-session'),
      none('translates', 'ga.translation-update'),
      none('translates', 'ga.translation-client-secret'),
      none('transcribes', 'beta.transcription-session'),
      none('transcribes', 'beta.transcription-session-update'),
    ]);
  });

  it('in an envelope whose session is absent, with the type that the API wants', () =>
    assert.equal(
      inserted('{ "expires_after": { "seconds": 60 } }', f, 'ga.client-secret'),
      `{ "expires_after": { "seconds": 60 }, "session": {"type": "realtime", "tools": [${onOneLine()}]} }`,
    ));

  it('for a key that stands there without a value', () => {
    assert.equal(
      inserted('{ "type": "realtime", "tools": }', f),
      `{ "type": "realtime", "tools": [\n    ${written('    ')}\n  ] }`,
    );
  });
});

describe('a new tool', () => {
  it('has its keys in schema order, and what it lacks', () => {
    const text = inserted('{ "type": "realtime", "tools": [] }', {
      parameters: { type: 'object', properties: { a: {} } },
      description: 'd',
      name: 'f',
    });
    assert.equal(
      text,
      '{ "type": "realtime", "tools": [{"type": "function", "name": "f", "description": "d", "parameters": {"type": "object", "properties": {"a": {}}}}] }',
    );
    const server = { server_url: 'https://s', type: 'mcp', server_label: 's', allowed_tools: ['a'] };
    assert.equal(
      inserted('{ "type": "realtime", "tools": [] }', server),
      '{ "type": "realtime", "tools": [{"type": "mcp", "server_label": "s", "server_url": "https://s", "allowed_tools": ["a"]}] }',
    );
  });

  it('is refused where it has no name that can be', () => {
    const text =
      '{ "type": "realtime", "tools": [{ "type": "function", "name": "a" }, { "type": "mcp", "server_label": "s", "server_url": "https://s" }] }';
    const said = (tool: unknown, kind?: string) => inserted(text, tool, kind);
    assert.deepEqual(
      [
        said({ name: 'a' }),
        said({ name: 'b.c' }),
        said({ name: ' ' }),
        said({ description: 'a' }),
        said('a'),
        said({ type: 'mcp', server_label: 's' }),
        said({ type: 'mcp', server_label: '' }),
        said({ type: 'mcp', name: 's' }),
        said({ type: 'mcp', server_label: 't' }, 'beta.session'),
      ],
      [
        'There is a function called "a" already. Choose a name that is free.',
        '"b.c" cannot be the name of a function. It takes letters, digits, "_" and "-", at least one of them.',
        'The function needs a name. Type at least one letter.',
        'A tool needs a "name". Give it one.',
        'This command needs { uri, tool } with an object for the tool.',
        'There is an MCP server with the label "s" already. Choose a name that is free.',
        'The MCP server needs a label. Type at least one letter.',
        'A tool needs a "server_label". Give it one.',
        'beta.session takes no MCP servers, only functions.',
      ],
    );
  });
});

describe('a tool is refused', () => {
  it('in documents of other APIs, and of other sorts of session', () => {
    assert.equal(
      inserted('{ "type": "session.start" }', f),
      'This is a document of another API, whose tools are not known here.',
    );
    assert.match(
      inserted('{ "session": { "type": "transcription" }, "expires_after": {} }', f),
      /^A session that transcribes \(ga\.client-secret\) has no tools/,
    );
  });

  it('where there is no object or list to put it into', () => {
    const list = '"tools" is no list, so a tool cannot go into it. Make it one first.';
    assert.deepEqual(
      [
        inserted('[]', f),
        inserted('{ "type": "realtime", "tools": {} }', f),
        inserted('{ "type": "realtime", "tools": "a" }', f),
        inserted('{ "model": "m", "config": 1 }', f),
        inserted('{ "type": "session.update", "session": 1 }', f),
      ],
      [
        'This document is no JSON object, so there is nothing to insert a tool into.',
        list,
        list,
        '"config" is no object, so a tool cannot go into it. Make it one first.',
        '"session" is no object, so there is nothing to insert a tool into. Make it an object first.',
      ],
    );
  });

  it('where broken text would take it up in a wrong place, and goes into other broken text', () => {
    assert.equal(
      inserted('{ "type": "realtime", "tools": [{ "name": "a" } { "name": "b', f),
      'The text around "tools" cannot be read, so a tool would end up in a wrong place. Repair it first.',
    );
    const text = (more: string) => `{ "type": "realtime", "voice" "a", "tools": [{ "name": "a" }${more}] }`;
    assert.equal(inserted(text(''), f), text(`, ${onOneLine()}`));
  });
});

describe('what a document takes', () => {
  const room = (text: string, kind: string) => {
    const place = toolPlace(parse(text), kind);
    return 'refused' in place
      ? place.refused
      : [place.path.join('.'), place.sorts, place.taken, place.nameRule?.pattern];
  };

  it('is where its tools stand, which there can be, which names are in use, and how they may look', () => {
    assert.deepEqual(room('', 'ga.session-update'), [
      'session.tools',
      ['function', 'mcp'],
      { function: [], mcp: [] },
      '^[a-zA-Z0-9_-]+$',
    ]);
    assert.deepEqual(
      room(
        '{ "tools": [{ "name": "a" }, { "server_label": "s" }, { "type": "function", "function": { "name": "b" } }] }',
        'ga.session',
      ),
      ['tools', ['function', 'mcp'], { function: ['a', 'b'], mcp: ['s'] }, '^[a-zA-Z0-9_-]+$'],
    );
    assert.deepEqual(room('{ "config": {} }', 'sdk.session-request'), [
      'config.tools',
      ['function'],
      { function: [], mcp: [] },
      undefined,
    ]);
    assert.deepEqual(room('', 'beta.response-create'), [
      'response.tools',
      ['function'],
      { function: [], mcp: [] },
      '^[a-zA-Z0-9_-]+$',
    ]);
  });
});
