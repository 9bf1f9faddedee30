import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../server/document/parse';
import { documentLinks } from '../../../server/features/navigation/links';
import { toolSymbols } from '../../../server/features/navigation/workspace-symbols';
import { kinds } from '../../../server/kinds/catalogue';
import { detectKind } from '../../../server/kinds/detect';
import { schemaOfKind } from '../../../server/schema/bundle';

/** The links of a document, a line each: the words, and where they lead. */
function links(text: string): string[] {
  const doc = parse(text);
  return documentLinks(doc, detectKind('', doc.root).kind).map(
    ({ range, target }) =>
      `${text.slice(doc.positions.offsetAt(range.start), doc.positions.offsetAt(range.end))} → ${target}`,
  );
}

const DOCS = 'https://platform.openai.com/docs';

describe('links', () => {
  it('lead to the servers, and once to each page that there is about something', () =>
    assert.deepEqual(
      links(
        `{ "type": "realtime", "model": "gpt-realtime-2.1", "tools": [{ "type": "function", "name": "f" }, { "type": "function", "name": "g" }, { "type": "mcp", "server_label": "s", "server_url": "https://mcp.example.com/a?b=%20c#d" }, { "type": "mcp", "server_label": "t", "connector_id": "connector_gmail" }, { "type": "mcp", "server_label": "u", "server_url": "http://127.0.0.1:8080" }],
          "audio": { "input": { "turn_detection": { "type": "semantic_vad" } } } }`,
      ),
      [
        `realtime → ${DOCS}/guides/realtime`,
        `gpt-realtime-2.1 → ${DOCS}/models`,
        `function → ${DOCS}/guides/function-calling`,
        `mcp → ${DOCS}/guides/realtime-mcp`,
        'https://mcp.example.com/a?b=%20c#d → https://mcp.example.com/a?b=%20c#d',
        `connector_gmail → ${DOCS}/guides/tools-connectors-mcp`,
        'http://127.0.0.1:8080 → http://127.0.0.1:8080',
        `semantic_vad → ${DOCS}/guides/realtime-vad`,
      ],
    ));

  it('are no addresses that cannot be opened, that hold a secret, or that stand elsewhere', () => {
    const server = (url: string) =>
      links(`{ "type": "realtime", "tools": [{ "server_label": "s", "server_url": ${url} }] }`).slice(1);
    for (const url of [
      '"file:///etc/passwd"',
      '"javascript:alert(1)"',
      '"https://"',
      '"a b"',
      '""',
      'null',
      '1',
      '"command:x"',
    ])
      assert.deepEqual(server(url), [], url);
    assert.deepEqual(server('"https://a.example/sk-proj-abcdefghijklmnopqrstuvwxyz012345"'), []);
    assert.deepEqual(links('{ "type": "realtime", "instructions": "https://a.example" }').slice(1), []);
  });

  it('are none in documents of other APIs and in empty ones', () => {
    for (const text of ['', '[]', '"https://a.example"', '{ "type": "session.start" }'])
      assert.deepEqual(links(text), []);
  });

  it('say what they are about, in the default document of every kind that has a word for it', () => {
    const found = kinds.flatMap(({ id }) => {
      const text = JSON.stringify(schemaOfKind(id)?.default);
      return documentLinks(parse(text), id).map(({ target, tooltip }) => `${id}: ${tooltip}, ${target}`);
    });
    assert.ok(found.length >= kinds.length, found.join('\n'));
    assert.deepEqual(
      found.filter((one) => !/: Read about this: .+, https:\/\//.test(one)),
      [],
    );
  });
});

describe('symbols of the workspace', () => {
  const text =
    '{ "type": "realtime", "tools": [{ "type": "function", "name": "look_up_order" }, { "type": "mcp", "server_label": "Orders", "server_url": "https://s", "allowed_tools": ["order"] }], "tool_choice": { "type": "function", "name": "order" } }';
  const found = (query: string) =>
    toolSymbols(parse(text, 'file:///a.realtime.json'), 'ga.session', query).map(
      ({ name, kind, containerName, location }) =>
        [
          name,
          kind,
          containerName,
          location.uri,
          text.slice(location.range.start.character, location.range.end.character).length,
        ].join(' '),
    );

  it('are what the tools define, whose names have the letters of the query in its order', () => {
    const [f, s] = [
      'look_up_order 12 function file:///a.realtime.json 47',
      'Orders 11 mcp file:///a.realtime.json 98',
    ];
    assert.deepEqual(found(''), [f, s]);
    assert.deepEqual(found('ORDER'), [f, s]);
    assert.deepEqual(found('luo'), [f]);
    assert.deepEqual(found('oul'), []);
    assert.deepEqual(found('oo'), [f]);
  });
});
