import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { membersOf, type Node } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { complete } from '../../server/features/completion';
import { hover } from '../../server/features/hover';
import { documentLinks } from '../../server/features/navigation/links';
import { toolSymbols } from '../../server/features/navigation/workspace-symbols';
import { symbols } from '../../server/features/structure';
import { diagnose } from '../../server/problems/diagnose';
import { run } from '../cli/support';
import { exampleSeeds } from './seeds';

/** A secret of every shape, none of which has eight characters in common with anything else in the examples. */
const SECRETS = [
  'sk-proj-Zq7Wx9Kv3Tn5Rb8Ym2Lc4',
  'ek_Hd6Fj1Gs8Pa3Vz7Nq5Xe9Ru2',
  'Bearer  Mw4Qk8Zt2Yb6Hv1Cx9Lr5Dn3Jp7',
  'eyJQx7Vm3Kz9.eyJTc5Rw1Ln8.Gb4Yd6Hf2Jk',
];

/** The parts of a secret that must not be seen; what is before a blank is a common word. */
const partsOf = (secret: string) => {
  const token = secret.split(' ').at(-1) ?? '';
  return Array.from({ length: token.length - 7 }, (_, at) => token.slice(at, at + 8));
};

function assertHidden(secret: string, where: string, texts: readonly (string | undefined)[]): void {
  const shown = texts.filter((text) => text !== undefined).join('\n');
  const part = partsOf(secret).find((one) => shown.includes(one));
  assert.equal(part, undefined, `${where}:\n${shown}`);
}

/** Every sentence about a document's problems. */
const sentences = (text: string, kind: string) =>
  diagnose(parse(text), kind).flatMap(({ message, pointer, fixes, related = [] }) => [
    message,
    pointer,
    ...fixes.map(({ title }) => title),
    ...related.map((one) => one.message),
  ]);

/** The hovers of every key and value. */
function hovers(text: string, kind: string): string[] {
  const doc = parse(text);
  const starts = (node: Node | undefined): number[] =>
    node ? [node.offset, ...(node.children ?? []).flatMap(starts)] : [];
  return starts(doc.root).map((offset) => JSON.stringify(hover(doc, kind, offset) ?? ''));
}

/** The strings and the keys of a document. */
function stringsIn(node: Node | undefined): Node[] {
  if (!node) return [];
  const own = node.type === 'string' ? [node] : [];
  const keys = membersOf(node).map(({ key }) => key);
  const below = node.type === 'property' ? [node.children?.[1]] : (node.children ?? []);
  return [...own, ...keys, ...below.flatMap(stringsIn)];
}

/** Every example with a secret in one of its strings: all strings in turn, the shapes by turns. */
function* planted(): Generator<{ text: string; kind: string; secret: string; where: string; at: number }> {
  let turn = 0;
  for (const { name, kind, text } of exampleSeeds()) {
    for (const { offset, length } of stringsIn(parse(text).root)) {
      const secret = SECRETS[turn++ % SECRETS.length] ?? '';
      const content = JSON.stringify(turn % 3 === 0 ? `Take ${secret} along.` : secret);
      yield {
        text: applyEdits(text, [{ offset, length, content }]),
        kind,
        secret,
        where: `${name}, at ${offset}`,
        at: offset,
      };
    }
  }
}

describe('a secret is never shown', () => {
  it('by a diagnostic, a fix or a hover', () => {
    let places = 0;
    for (const { text, kind, secret, where } of planted()) {
      // All hovers of a document take a while: those of every third place will do.
      const hovered = places++ % 3 === 0 ? hovers(text, kind) : [];
      assertHidden(secret, where, [...sentences(text, kind), ...hovered]);
    }
    assert.ok(places > 1000, String(places));
  });

  it('by a diagnostic of text that is broken', () => {
    let turn = 0;
    for (const { text, kind, secret, where, at } of planted()) {
      if (turn++ % 2 > 0) continue;
      const end = text.indexOf(secret) + secret.length;
      for (const broken of [
        text.slice(0, end),
        `${text.slice(0, at)}${secret}${text.slice(end + 1)}`,
        `${text.slice(0, at)}'${secret}'${text.slice(end + 1)}`,
        `${text.slice(0, at)}/* ${secret} */${text.slice(end + 1)}`,
      ])
        assertHidden(secret, where, sentences(broken, kind));
    }
  });

  it('where escapes hide its shape', () => {
    for (const { text, kind, secret, where } of planted()) {
      const head = secret.charAt(0);
      const escaped = `\\u00${head.charCodeAt(0).toString(16)}${secret.slice(1)}`;
      assertHidden(secret, where, sentences(text.replace(secret, escaped), kind));
    }
  });

  it('by the command line', async () => {
    let turn = 0;
    for (const { text, kind, secret, where } of planted()) {
      if (kind === 'none' || turn++ % 5 > 0) continue;
      for (const format of ['pretty', 'json']) {
        const args = ['check', '-', '--kind', kind, '--format', format];
        const { stdout, stderr } = await run(args, { stdin: text, isTTY: true });
        assertHidden(secret, `${where}, ${format}`, [stdout, stderr]);
      }
    }
  });

  it('by the outline, by symbols of the workspace and by links', () => {
    for (const { text, kind, secret, where } of planted()) {
      const doc = parse(text);
      const found = [symbols(doc, kind), toolSymbols(doc, kind, ''), documentLinks(doc, kind)];
      assertHidden(secret, where, [JSON.stringify(found)]);
    }
  });
});

describe('what only its key makes a secret', () => {
  const tool = (authorization: string) =>
    `{ "type": "realtime", "tools": [{ "type": "mcp", "server_label": "a", "authorization": ${JSON.stringify(authorization)}, "server_url": ${JSON.stringify(authorization)} }] }`;

  it('is hidden wherever it is quoted', () => {
    const secret = 'Vk3Rm8Tq"\\Zx5';
    const text = tool(secret);
    const said = [...sentences(text, 'ga.session'), ...hovers(text, 'ga.session')].join('\n');
    assert.ok(!said.includes('Vk3Rm8'), said);
    assert.ok(!JSON.stringify(symbols(parse(text), 'ga.session')).includes('Vk3Rm8'));
  });

  it('leaves the words of a message alone when it is one of them', () => {
    const messages = diagnose(parse(tool('must')), 'ga.session').map(({ message }) => message);
    assert.deepEqual(
      messages.filter((message) => message.includes('must')),
      [
        '"server_url" must be a whole address, such as "https://example.com/mcp". The API refuses the whole session.',
      ],
    );
  });
});

describe('completion', () => {
  it('does not offer a name that looks like a secret', () => {
    const [secret = ''] = SECRETS;
    const text = `{ "type": "realtime", "tools": [{ "type": "function", "name": "${secret}" }, { "type": "function", "name": "look_up" }], "tool_choice": { "type": "function", "name": "" } }`;
    const offered = JSON.stringify(
      complete(parse(text), 'ga.session', text.lastIndexOf('""') + 1, { snippets: true }),
    );
    assert.ok(offered.includes('look_up'));
    assertHidden(secret, 'completion', [offered]);
  });
});
