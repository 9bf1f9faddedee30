import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { version } from '../../package.json';
import { applyEdits } from '../../server/document/edits';
import { parse } from '../../server/document/parse';
import { diagnose } from '../../server/problems/diagnose';
import { codes } from '../../server/rules/codes';
import { assertGolden, folderOf, run, session } from '../cli/support';
import { inRepository, readRepository } from '../support/fixture';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface Replacement {
  deletedRegion: Region;
  insertedContent?: { text: string };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  kind?: string;
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[];
  relatedLocations?: object[];
  fixes?: {
    description: { text: string };
    artifactChanges: { artifactLocation: { uri: string }; replacements: Replacement[] }[];
  }[];
}
interface Log {
  runs: {
    tool: { driver: { rules: { id: string; helpUri: string; defaultConfiguration: { level: string } }[] } };
    results: Result[];
    invocations: object[];
  }[];
}

const schema = JSON.parse(readRepository('test/sarif/sarif-2.1.0-rtm.5.json'));
// The schema is draft-04, of whose own ways it uses only the name of the root; one of its patterns is not for Unicode.
const { id: _id, $schema: _draft, ...body } = schema;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(body);

/** Runs the check, and sees to it that what it prints is SARIF. */
async function sarifOf(args: readonly string[], cwd: string): Promise<Log['runs'][number]> {
  const { stdout } = await run(['check', '--format', 'sarif', ...args], { cwd });
  const log = JSON.parse(stdout) as Log;
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors, null, 2));
  assert.equal(stdout, `${JSON.stringify(log, null, 2)}\n`);
  assert.equal(log.runs.length, 1);
  return log.runs[0] as Log['runs'][number];
}

/** Carries a fix out by its regions alone, as a reader of the log would. */
function repaired(text: string, replacements: readonly Replacement[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const at = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
  const edits = replacements.map(({ deletedRegion: r, insertedContent }) => {
    const offset = at(r.startLine, r.startColumn);
    const length = at(r.endLine, r.endColumn) - offset;
    return { offset, length, content: insertedContent?.text ?? '' };
  });
  return applyEdits(text, edits);
}

describe('check --format sarif', () => {
  it('prints a log', async () => {
    const cwd = folderOf(session);
    const { code, stdout } = await run(['check', '--format', 'sarif'], { cwd });
    assert.equal(code, 1);
    const log = JSON.parse(stdout) as Log;
    // The list of codes grows with each rule, and the version with each release; neither is the golden file's business.
    const driver = { ...log.runs[0]?.tool.driver, rules: log.runs[0]?.tool.driver.rules.slice(0, 2) };
    const shown = JSON.stringify({ ...log, runs: [{ ...log.runs[0], tool: { driver } }] }, null, 2)
      .replace(version, 'VERSION')
      .replaceAll(/"ruleIndex": \d+/g, '"ruleIndex": N');
    assertGolden('sarif.txt', `${shown}\n`);
  });

  it('is SARIF by its schema for every example and every conformance text', async () => {
    const texts = readRepository('test/conformance/ga.jsonl')
      .split('\n')
      .filter(Boolean)
      .map(
        (line, index) =>
          [
            `set [1]/é ${index}.ga.session.realtime.json`,
            JSON.stringify(JSON.parse(line).doc ?? JSON.parse(line).text),
          ] as const,
      );
    assert.ok(texts.length > 20);
    const conformance = await sarifOf([], folderOf(Object.fromEntries(texts)));
    assert.ok(conformance.results.length > 20);
    assert.match(
      conformance.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '',
      /^set%20%5B1%5D\/%C3%A9%20\d+\.ga\.session\.realtime\.json$/,
    );
    await sarifOf(['.'], inRepository('examples'));
  });

  it('describes every code, with its page and usual level', async () => {
    const { tool } = await sarifOf(['clean.realtime.json'], folderOf(session));
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      codes.map(({ id }) => id),
    );
    for (const { id, helpUri, defaultConfiguration } of tool.driver.rules) {
      assert.ok(helpUri.endsWith(`/docs/rules/${id}.md`), helpUri);
      readRepository(`docs/rules/${id}.md`);
      assert.match(defaultConfiguration.level, /^(?:error|warning|note|none)$/);
    }
  });

  it('points each result at its rule, and at what belongs to it', async () => {
    const text = '{ "model": "m", "tools": [], "model": "n" }';
    const cwd = folderOf({ 'a.sdk.session-request.realtime.json': text });
    const { results, tool } = await sarifOf([], cwd);
    assert.ok(results.length > 1);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  });

  it('has an empty list when all is clean, and tells of files that could not be read', async () => {
    const cwd = folderOf(session);
    const clean = await sarifOf(['clean.realtime.json'], cwd);
    assert.deepEqual([clean.results, clean.invocations], [[], [{ executionSuccessful: true }]]);
    const { invocations } = await sarifOf(['clean.realtime.json', 'gone.realtime.json'], cwd);
    assert.deepEqual(invocations, [{ executionSuccessful: false }]);
  });

  it('carries every fix, which makes of the text what it makes in an editor', async () => {
    const lines = [
      '{',
      '  "type": "realtime", "注釈": "🎧",',
      '  "voice": "Coral",\t"temperature": 0.8,',
      '  "modalities": ["text", "audio"],',
      '  "audio": { "input": { "format": "pcm16" } }',
      '}',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const text = lines.join(end);
      const name = 'a.ga.session.realtime.json';
      const { results } = await sarifOf(['--today', '2026-11-22'], folderOf({ [name]: text }));
      const wanted = diagnose(parse(text), 'ga.session').flatMap(({ fixes }) =>
        fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]),
      );
      assert.ok(wanted.length > 4);
      const got = results.flatMap(({ fixes = [] }) =>
        fixes.map(({ description, artifactChanges }) => [
          description.text,
          repaired(text, artifactChanges[0]?.replacements ?? []),
        ]),
      );
      assert.deepEqual(got, wanted);
    }
  });

  it('writes down no secret, not even in a fix', async () => {
    const key = 'sk-proj-aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
    const text = `{ "type": "realtime", "voice": "${key}", "modalities": ["text", "audio"] }`;
    const cwd = folderOf({ 'a.ga.session.realtime.json': text });
    const { stdout } = await run(['check', '--format', 'sarif'], { cwd });
    assert.ok(!stdout.includes(key.slice(0, 12)));
    const { results } = await sarifOf([], cwd);
    const titles = results.flatMap(({ fixes = [] }) => fixes.map(({ description }) => description.text));
    assert.deepEqual(titles, ['Remove "voice"', 'Rename to "output_modalities"', 'Remove "modalities"']);
    const offered = diagnose(parse(text), 'ga.session').flatMap(({ fixes }) =>
      fixes.map(({ title }) => title),
    );
    assert.deepEqual(offered, ['Move "voice" to "audio.output.voice"', ...titles]);
  });

  it('keeps hints apart from what is to be acted on', async () => {
    const cwd = folderOf({
      '.realtimerc.json': '{ "rules": { "wrong-type": "hint", "invalid-value": "info" } }',
      'a.realtime.json': '{ "model": 1, "voice": "nobody", "config": {} }',
    });
    const { results } = await sarifOf([], cwd);
    assert.deepEqual(
      results.map(({ ruleId, level, kind }) => [ruleId, level, kind]),
      [
        ['wrong-type', 'none', 'informational'],
        ['invalid-value', 'note', undefined],
      ],
    );
  });
});
