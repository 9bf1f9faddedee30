import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createContext, Script } from 'node:vm';
import { poll } from './host/delay';
import { inRepository } from './support/fixture';
import shim from './vscode/web/assert';

const bundles = ['dist/client.web.js', 'dist/server.web.js'];

/** Every module that a bundle asks its host for. */
function requiredBy(bundle: string): string[] {
  const calls = readFileSync(inRepository(bundle), 'utf8').matchAll(
    /\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g,
  );
  return [...new Set([...calls].map(([, name = '']) => name))].sort();
}

describe('the bundles for browsers', () => {
  it('ask for nothing but VS Code', () => {
    assert.deepEqual(bundles.map(requiredBy), [['vscode'], []]);
  });

  it('are scripts that a browser can load', () => {
    for (const bundle of bundles)
      new Script(readFileSync(inRepository(bundle), 'utf8'), { filename: bundle });
  });

  it('need nothing that only Node.js has: the server answers where there is none of it', async () => {
    const answers: { result: { serverInfo: { name: string } } }[] = [];
    const worker = createContext({
      importScripts: () => undefined,
      addEventListener: () => undefined,
      postMessage: (message: (typeof answers)[number]) => answers.push(message),
      ...{ setTimeout, clearTimeout, queueMicrotask, console, TextEncoder, TextDecoder },
    }) as { onmessage?: (event: { data: unknown }) => void };
    new Script(readFileSync(inRepository('dist/server.web.js'), 'utf8')).runInContext(worker);
    const params = { processId: null, rootUri: null, capabilities: {} };
    worker.onmessage?.({ data: { jsonrpc: '2.0', id: 1, method: 'initialize', params } });
    const answer = await poll(() => answers[0], {
      what: 'an answer of the server',
      timeoutMs: 10_000,
      everyMs: 10,
    });
    assert.equal(answer.result.serverInfo.name, 'realtime-config');
  });

  it('start no server in Node.js, which only takes code from them', () => {
    const code = `require(${JSON.stringify(inRepository('dist/server.web.js'))})`;
    assert.equal(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' }), '');
  });

  it('hold what the bundles for Node.js leave out', () => {
    for (const [node, web] of [
      ['dist/server.js', 'dist/server.web.js'],
      ['dist/client.js', 'dist/client.web.js'],
    ] as const) {
      const [small, whole] = [node, web].map((file) => readFileSync(inRepository(file)).length);
      assert.ok((small ?? 0) < (whole ?? 0) / 5, `${node} has ${small} bytes, ${web} ${whole}`);
    }
  });
});

/** Pairs of values that a comparison may get wrong. */
const values: readonly unknown[] = [
  ...[
    0,
    -0,
    Number.NaN,
    '',
    '0',
    null,
    undefined,
    true,
    [],
    {},
    [[]],
    [1, 2],
    [2, 1],
    { a: 1 },
    { a: undefined },
  ],
  ...[
    { a: [1, { b: 'c' }] },
    { a: [1, { b: 'd' }] },
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    { 0: 1, 1: 2 },
    new Date(0),
  ],
];

/** Whether an assertion holds. */
function holds(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

describe('the assertions of the suite in a browser', () => {
  // A copy for each side: the same object would be equal to itself.
  const copies = () => [...structuredClone(values)];
  for (const name of ['equal', 'notEqual', 'deepEqual'] as const) {
    it(`${name} judges as Node's does`, () => {
      for (const [i, left] of copies().entries()) {
        for (const [j, right] of copies().entries()) {
          const expected = holds(() => assert[name](left, right));
          assert.equal(
            holds(() => shim[name](left, right)),
            expected,
            `values ${i} and ${j}`,
          );
        }
      }
    });
  }

  it("ok and match judge as Node's do", () => {
    for (const value of values)
      assert.equal(
        holds(() => shim.ok(value)),
        holds(() => assert.ok(value)),
      );
    assert.equal(
      holds(() => shim.match('abc', /b/)),
      true,
    );
    assert.equal(
      holds(() => shim.match('abc', /d/)),
      false,
    );
  });

  it('say what was expected', () => {
    const failure = { message: 'why', actual: 1, expected: 2 };
    assert.throws(() => shim.equal(1, 2, 'why'), failure);
  });
});
