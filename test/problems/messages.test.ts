import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits } from '../../server/document/edits';
import { parse } from '../../server/document/parse';
import type { SyntaxKindOfIssue } from '../../server/document/syntax';
import { kinds } from '../../server/kinds/catalogue';
import { detectKind } from '../../server/kinds/detect';
import { consequences, messages, syntaxMessage } from '../../server/schema/messages';
import { inRepository, problemsOf, readRepository, stripAnnotations } from '../support/fixture';

/** Stands for what a message quotes of the document, which may be anything. */
const GAP = '\u0000';

/** Every kind of syntax issue; a new one that is missing here does not compile. */
const syntaxKinds: Record<SyntaxKindOfIssue, true> = {
  empty: true,
  'byte-order-mark': true,
  'too-deep': true,
  comment: true,
  'trailing-comma': true,
  'extra-comma': true,
  'single-quotes': true,
  unquoted: true,
  'bad-literal': true,
  'bad-number': true,
  'bad-escape': true,
  'control-character': true,
  'unclosed-string': true,
  unclosed: true,
  'missing-comma': true,
  'missing-colon': true,
  'missing-value': true,
  'missing-key': true,
  'after-end': true,
  unexpected: true,
};

type Say = (...args: unknown[]) => unknown;

/** Arguments with gaps for everything, in the shapes that the messages tell apart. */
const gaps: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  wrongType: [[GAP, [], GAP, GAP]],
  structAsArray: [[GAP, [GAP]]],
  didYouMean: [
    [GAP, 0],
    [GAP, 1],
    [GAP, GAP],
  ],
  allowed: [[[GAP]], [[GAP, GAP, GAP, GAP, GAP, GAP, GAP]]],
  missing: [
    [GAP, '', GAP],
    [GAP, GAP, GAP],
  ],
  belongs: [[[GAP]], [[GAP, GAP]]],
  misplacedKey: [
    [GAP, [GAP], GAP],
    [GAP, [GAP, GAP], GAP],
  ],
  otherBranch: [[GAP, { actual: GAP, wanted: GAP }, GAP]],
  numberLiteral: [
    [GAP, GAP, GAP, GAP],
    [GAP, GAP, undefined, GAP],
  ],
  tooShort: [
    [GAP, 1, GAP, GAP],
    [GAP, GAP, GAP, GAP],
  ],
  tooMany: [
    [GAP, 1, GAP, GAP],
    [GAP, GAP, GAP, GAP],
  ],
  tooFew: [
    [GAP, 1, GAP, GAP],
    [GAP, GAP, GAP, GAP],
  ],
  wrongPattern: [
    [GAP, GAP, undefined, GAP],
    [GAP, GAP, GAP, GAP],
  ],
  removedApi: [
    [GAP, GAP],
    [GAP, undefined],
  ],
};

/** Sentences that are only ever parts of others. */
const PARTS = ['didYouMean', 'allowed', 'belongs', 'advice'];

/** What a message looks like: its own words, and gaps for what it quotes. */
function patternsOf(name: string, say: unknown): string[] {
  if (typeof say !== 'function') return [String(say)];
  const forms = gaps[name] ?? [Array.from({ length: say.length }, () => GAP)];
  return forms.map((form) => String((say as Say)(...form)).replace(/^null$/, GAP));
}

function regular(pattern: string): RegExp {
  const plain = pattern.replaceAll('\\u0000', GAP).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A sentence that is left out takes its blank along.
  const open = plain.replaceAll(new RegExp(`(?<=[.?]) ${GAP}`, 'g'), '(?: .*)?').replaceAll(GAP, '.*');
  return new RegExp(`^${open}$`, 'su');
}

/** A sentence of the catalogue whose own words are so few that anything would fit is no pattern. */
const isTelling = (pattern: string) => pattern.replaceAll(GAP, '').replace(/[^a-z]/gi, '').length >= 8;

const catalogue: readonly (readonly [name: string, pattern: RegExp])[] = [
  ...Object.entries(messages)
    .filter(([name]) => !PARTS.includes(name))
    .flatMap(([name, say]) => patternsOf(name, say).map((text) => [name, text] as const)),
  ...Object.keys(syntaxKinds).map((kind) => {
    const issue = { kind: kind as SyntaxKindOfIssue, offset: 0, length: 0, text: GAP };
    return [`syntax ${kind}`, syntaxMessage(issue)] as const;
  }),
].map(([name, text]) => {
  assert.ok(isTelling(text), `${name} has no words of its own: ${text}`);
  return [name, regular(text)];
});

/** What the sentences that quote other sentences may quote. */
const endings: readonly RegExp[] = [
  ...Object.values(consequences).map((say) => (typeof say === 'string' ? say : say(GAP))),
  messages.advice,
].map(regular);

/** Documents of every sort, whole and broken, as the kinds that they are and as those that they are not. */
function documents(): { kind: string; text: string }[] {
  const lines = (file: string) =>
    readRepository(`test/conformance/${file}`)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const given = [
    ...['sdk.jsonl', 'sdk-edges.jsonl'].flatMap(lines).map(({ kind, text }) => ({ kind, text })),
    ...lines('ga.jsonl').map(({ kind, doc }) => ({ kind, text: JSON.stringify(doc) })),
  ];
  const files = ['examples', 'examples/ga', 'examples/beta', 'examples/mistakes', 'test/fixtures/problems']
    .flatMap((folder) => readdirSync(inRepository(folder)).map((name) => `${folder}/${name}`))
    .filter((name) => name.endsWith('.realtime.json'))
    .map((name) => {
      const text = stripAnnotations(readRepository(name));
      return { kind: detectKind(`/${name}`, parse(text).root).kind, text };
    });
  const today = lines('ga.jsonl').flatMap(({ doc }) =>
    kinds.map(({ id }) => ({ kind: id, text: JSON.stringify(doc) })),
  );
  const cut = files.flatMap(({ kind, text }) =>
    [0.2, 0.5, 0.9].map((share) => ({ kind, text: text.slice(0, Math.floor(text.length * share)) })),
  );
  const others = ['{ "type": "session.start" }', '{ "sdp": "v=0" }'].map((text) => ({ kind: 'none', text }));
  return [...given, ...files, ...today, ...cut, ...others];
}

const said = new Map<string, string>();
for (const { kind, text } of documents()) {
  for (const { message } of problemsOf(kind, text)) said.set(message, `${kind} ${text.slice(0, 120)}`);
}

test('every message is a sentence of our own catalogue', () => {
  assert.ok(said.size > 500, String(said.size));
  const strange = [...said].filter(([message]) => !catalogue.some(([, pattern]) => pattern.test(message)));
  assert.deepEqual(strange, []);
});

test('the consequences that they quote are ours too', () => {
  const quoted = [...said.keys()].flatMap((message) => message.match(/The [\w ]*API refuse[^.]*\./g) ?? []);
  assert.ok(quoted.length > 100);
  assert.deepEqual(
    quoted.filter((sentence) => !endings.some((pattern) => pattern.test(sentence))),
    [],
  );
});

test('no message reads like a library’s', () => {
  const LIBRARY =
    /must NOT|must be equal to|must match (?:pattern|exactly)|Incorrect type|is not allowed\.|Value is not accepted|Missing property|unknown (?:field|variant)|invalid type:|Unexpected token|Expected comma/;
  assert.deepEqual(
    [...said.keys()].filter((message) => LIBRARY.test(message)),
    [],
  );
});

test('fixes leave text that is spoken of in the same words', () => {
  for (const { kind, text } of documents().slice(-40)) {
    for (const { fixes } of problemsOf(kind, text)) {
      for (const { edits } of fixes) {
        for (const { message } of problemsOf(kind, applyEdits(text, edits))) {
          assert.ok(
            catalogue.some(([, pattern]) => pattern.test(message)),
            message,
          );
        }
      }
    }
  }
});
