import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderOf, run } from './support';

/** A document and what the SDK's own types make of it. */
interface Case {
  readonly kind: string;
  readonly accepts: boolean;
  readonly mutation: string;
  readonly at: string;
  readonly text: string;
  readonly error?: string;
}

const cases: readonly Case[] = readFileSync(join(__dirname, '../conformance/sdk.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

describe('check, on what the SDK was asked', () => {
  const kinds = [...new Set(cases.map(({ kind }) => kind))];

  it('knows all cases', () => {
    assert.equal(cases.length, 889);
    assert.equal(kinds.length, 5);
  });

  for (const kind of kinds) {
    const own = cases.filter((each) => each.kind === kind);
    it(`gives the verdict of ${own.length} cases of ${kind}`, async () => {
      const name = (index: number) => `${String(index).padStart(4, '0')}.realtime.json`;
      const cwd = folderOf(Object.fromEntries(own.map(({ text }, index) => [name(index), text])));
      const { stdout, stderr } = await run(['check', '.', '--kind', kind, '--format', 'json'], { cwd });
      assert.equal(stderr, '');
      const { files } = JSON.parse(stdout) as {
        files: { file: string; kind: string; kindFrom: string; diagnostics: { severity: string }[] }[];
      };
      assert.deepEqual(
        files.map(({ file }) => file),
        own.map((_each, index) => name(index)),
      );
      const wrong = own.filter((each, index) => {
        const accepts = !files[index]?.diagnostics.some(({ severity }) => severity === 'error');
        return accepts !== each.accepts;
      });
      assert.deepEqual(wrong, []);
      assert.ok(files.every((file) => file.kind === kind && file.kindFrom === 'choice'));
    });
  }
});
