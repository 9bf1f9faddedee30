import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toValue } from '../../../server/document/node';
import { parse } from '../../../server/document/parse';
import { insideQuotes, namesIn } from '../../../server/features/navigation/names';
import { rename } from '../../../server/features/navigation/rename';
import { exampleSeeds } from '../../rules/seeds';
import { asked, renamedIn } from './asking';

const fn = (name: string) => `{ "type": "function", "name": "${name}" }`;
const ga = (...rest: string[]) => `{ "type": "realtime", ${rest.join(', ')} }`;
const sdk = (tools: string, choice: string) =>
  `{ "model": "m", "config": { "tools": [${tools}], "tool_choice": "${choice}" } }`;
const sdkTool = (name: string) =>
  `{ "type": "function", "name": "${name}", "description": "a", "parameters": { "a": "a" } }`;
const server = (label: string, more = '') =>
  `{ "type": "mcp", "server_label": "${label}", "server_url": "https://a"${more} }`;

describe('renaming', () => {
  it('changes every mention of a function and nothing else', () => {
    assert.equal(renamedIn(sdk(sdkTool('|a'), 'a'), 'b c'), sdk(sdkTool('b c'), 'b c'));
    const text = (name: string, other: string) =>
      `{ "type": "response.create", "response": { "instructions": "a", "tools": [${fn(name)}, ${server('a', ', "allowed_tools": ["a"]')}, ${fn('aa')}], "tool_choice": ${fn(other)}, "input": [{ "type": "function_call", "name": "${other}", "call_id": "a", "arguments": "{\\"a\\": 1}" }, { "type": "mcp_call", "id": "a", "server_label": "a", "name": "a", "arguments": "" }], "metadata": { "a": "a" } } }`;
    assert.equal(renamedIn(text('|a', 'a'), 'look_up'), text('look_up', 'look_up'));
  });

  it('changes every mention of a server and nothing else', () => {
    const text = (label: string, other: string) =>
      ga(
        `"tools": [${server(label, ', "server_description": "a", "allowed_tools": ["a"]')}, ${fn('a')}]`,
        `"tool_choice": { "type": "mcp", "server_label": "${other}", "name": "a" }`,
      );
    assert.equal(
      renamedIn(text('a|', 'a'), 'Orders "new"\\'),
      text('Orders \\"new\\"\\\\', 'Orders \\"new\\"\\\\'),
    );
  });

  it('starts at any mention, with or without a tool of that name', () => {
    assert.equal(renamedIn(sdk(sdkTool('a'), '|a'), 'b'), sdk(sdkTool('b'), 'b'));
    assert.equal(renamedIn(ga(`"tool_choice": ${fn('|a')}`), 'b'), ga(`"tool_choice": ${fn('b')}`));
  });

  it('does nothing where the name stays, and takes the place of escapes', () => {
    assert.equal(renamedIn(ga(`"tools": [${fn('|a')}]`), 'a'), ga(`"tools": [${fn('a')}]`));
    assert.equal(renamedIn(ga(`"tools": [${fn('\\u0061|')}]`), 'b'), ga(`"tools": [${fn('b')}]`));
  });

  it('may give a function the name of a server, and the other way round', () => {
    const text = (name: string, label: string) => ga(`"tools": [${fn(name)}, ${server(label)}]`);
    assert.equal(renamedIn(text('|a', 'b'), 'b'), text('b', 'b'));
    assert.equal(renamedIn(text('a', '|b'), 'a'), text('a', 'a'));
  });

  it('works beside a comment and a comma too many, which hide nothing', () => {
    const text = (name: string) => `{ "type": "realtime", /* a */ "tools": [${fn(name)},], }`;
    assert.equal(renamedIn(text('|a'), 'b'), text('b'));
  });

  it('keeps every example as it was, but for the mentions', () => {
    let count = 0;
    for (const { name, kind, text } of exampleSeeds()) {
      if (name.includes('/mistakes/')) continue;
      const doc = parse(text);
      for (const one of namesIn(doc, kind).filter(({ sort }) => sort !== 'server-tool')) {
        const edits = rename(doc, kind, one.node.offset + 1, 'renamed_x');
        assert.ok(!('refused' in edits), name);
        const mentions = namesIn(doc, kind).filter((use) => use.sort === one.sort && use.name === one.name);
        assert.deepEqual(
          edits.map(({ range }) => doc.positions.offsetAt(range.start)),
          mentions.map((use) => insideQuotes(use).offset),
        );
        const before = JSON.stringify(toValue(doc.root)).replaceAll(`"${one.name}"`, '"renamed_x"');
        const after = edits.reduceRight((now, { range, newText }) => {
          const [start, end] = [doc.positions.offsetAt(range.start), doc.positions.offsetAt(range.end)];
          return now.slice(0, start) + newText + now.slice(end);
        }, text);
        assert.equal(JSON.stringify(JSON.parse(after)), before, name);
        count++;
      }
    }
    assert.ok(count > 15, String(count));
  });
});

describe('renaming is refused', () => {
  it('elsewhere', () => {
    const refusal = 'Only names of function tools and labels of MCP servers can be renamed.';
    for (const fixture of [
      '{ "type": "|realtime" }',
      '{ "voice": "a|lloy" }',
      '|',
      '{ "type": "realtime", "instru|ctions": "a" }',
    ])
      assert.equal(renamedIn(fixture, 'b'), refusal);
  });

  it('of a tool that a server has', () => {
    assert.equal(
      renamedIn(ga(`"tools": [${server('s', ', "allowed_tools": ["|find"]')}]`), 'b'),
      '"find" is what an MCP server calls a tool of its own, so it has to be renamed there. Here its "server_label" can be renamed.',
    );
  });

  it('to a name that is taken, empty, or refused by the API', () => {
    const two = ga(`"tools": [${fn('|a')}, ${fn('b')}, ${server('s')}]`);
    assert.equal(
      renamedIn(two, 'b'),
      '"b" is the name of another function in "tools" already. Choose a name that is free.',
    );
    assert.equal(renamedIn(two, ' '), 'A name for the function cannot be empty. Type at least one letter.');
    assert.equal(
      renamedIn(two, 'a.b'),
      '"a.b" cannot be the name of a function. It takes letters, digits, "_" and "-", at least one of them.',
    );
    assert.equal(
      renamedIn(ga(`"tools": [${server('|s')}, ${server('t')}]`), 't'),
      '"t" is the label of another MCP server in "tools" already. Choose a name that is free.',
    );
  });

  it('to a word for all tools, where one stands in its place', () => {
    assert.equal(
      renamedIn(sdk(sdkTool('|a'), 'a'), 'none'),
      '"none" in "tool_choice" is a rule for all tools, so no function that is chosen there can be called so. Choose another name.',
    );
    assert.equal(
      renamedIn(ga(`"tools": [${fn('|a')}]`, `"tool_choice": ${fn('a')}`), 'none'),
      ga(`"tools": [${fn('none')}]`, `"tool_choice": ${fn('none')}`),
    );
  });

  it('while two have the same name', () => {
    assert.equal(
      renamedIn(ga(`"tools": [${fn('a')}, ${fn('a')}]`, `"tool_choice": ${fn('|a')}`), 'b'),
      'More than one function is called "a", so nobody can say which of them is meant elsewhere. Give one of them another name by hand first.',
    );
  });

  it('in text that cannot be read as a whole', () => {
    assert.equal(
      renamedIn(`{ "type": "realtime", "tools": [${fn('|a')} "tool_choice": ${fn('a')}`, 'b'),
      'This file is no valid JSON at the moment, so that a mention of "a" could be missed. Correct it first.',
    );
  });

  it('with secrets left out of what is said', () => {
    const secret = 'sk-proj-abcdefghijklmnopqrstuvwxyz012345';
    const { doc, kind, offset } = asked(ga(`"tools": [${fn(`|${secret}`)}, ${fn(secret)}]`));
    assert.ok(!JSON.stringify(rename(doc, kind, offset, 'b')).includes('abcdefghijkl'));
  });
});
