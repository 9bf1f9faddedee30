import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import type { Node } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { kindById, kinds } from '../../server/kinds/catalogue';
import type { Problem } from '../../server/problem';
import { runRules } from '../../server/rules/run';
import { DEFAULT_RULE_SETTINGS, targets } from '../../server/rules/settings';
import { schemaOfKind } from '../../server/schema/bundle';
import { allSeeds, exampleSeeds, lots } from './seeds';

/** What all rules find in a text; fails with the rule that fails. */
function rulesOn(kindId: string, text: string, target: (typeof targets)[number] = 'openai'): Problem[] {
  const kind = kindById(kindId);
  const bundle = schemaOfKind(kindId);
  assert.ok(kind && bundle, kindId);
  return runRules(parse(text), kind, bundle, {
    ...DEFAULT_RULE_SETTINGS,
    target,
    onRuleError: (id) => assert.fail(`The rule ${id} fails on a ${kindId}: ${text}`),
  });
}

test('every rule bears every beginning of every example', () => {
  const examples = exampleSeeds().filter(({ kind }) => kind !== 'none');
  assert.ok(examples.length > 40);
  let beginnings = 0;
  for (const { kind, text } of examples) {
    for (let end = 0; end <= text.length; end++, beginnings++) rulesOn(kind, text.slice(0, end));
  }
  assert.ok(beginnings > 30_000);
});

/** Values that hardly any place takes. */
const STRANGE = [
  'null',
  'true',
  '0',
  '-1e999',
  '""',
  '"\\ud800"',
  '"constructor"',
  '"required"',
  '[]',
  '[null, {}, []]',
  '{}',
  '{ "type": null, "name": [], "__proto__": { "type": {} } }',
];

/** Characters that change what the text around them is. */
const SIGNS = ['{', '}', '[', ']', '"', ',', ':', '\\', '\n', '\u0000', '/*', '\ud800', '1e', '$ref'];

/** A text with a few values exchanged, keys repeated and characters lost or gained. */
function broken(text: string, draw: (below: number) => number): string {
  let result = text;
  for (let count = 1 + draw(4); count > 0; count--) {
    const nodes = nodesIn(parse(result).root);
    const { offset, length } = nodes[draw(nodes.length)] ?? { offset: 0, length: 0 };
    const other = nodes[draw(nodes.length)] ?? { offset: 0, length: 0 };
    const at = draw(result.length);
    const change = [
      { offset, length, content: STRANGE[draw(STRANGE.length)] ?? '' },
      { offset, length, content: result.slice(other.offset, other.offset + other.length) },
      { offset: at, length: 0, content: SIGNS[draw(SIGNS.length)] ?? '' },
      { offset: at, length: draw(4), content: '' },
    ][draw(4)];
    if (change) result = applyEdits(result, [change]);
  }
  return result;
}

function nodesIn(node: Node | undefined): Node[] {
  return node ? [node, ...(node.children ?? []).flatMap(nodesIn)] : [];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('every rule, and every fix, bears 2,000 documents that are broken at random', () => {
  const seeds = allSeeds().filter(({ kind }) => kindById(kind));
  assert.deepEqual([...new Set(seeds.map(({ kind }) => kind))].sort(), kinds.map(({ id }) => id).sort());
  const draw = lots(20261122);
  const found = new Set<string>();
  for (let count = 0; count < 2000; count++) {
    const seed = seeds[count % seeds.length];
    const text = broken(seed?.text ?? '', draw);
    for (const { code, fixes } of rulesOn(seed?.kind ?? '', text, targets[count % targets.length])) {
      found.add(code);
      for (const { edits, title } of fixes) {
        const fixed = applyEdits(text, edits);
        if (isJson(text)) assert.ok(isJson(fixed), `${code}, "${title}" leaves no JSON: ${text}`);
      }
    }
  }
  // Documents that are broken past recognition would prove nothing.
  assert.ok(found.size > 25, [...found].join(', '));
});
