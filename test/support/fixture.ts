import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../server/document/edits';
import { parse } from '../../server/document/parse';
import type { Fix, Problem } from '../../server/problem';
import { diagnose } from '../../server/problems/diagnose';
import { rules } from '../../server/rules';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../../server/rules/settings';

/** A file of the repository, named from its top. */
export const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const readRepository = (path: string) => readFileSync(inRepository(path), 'utf8');

/** Takes the cursor, a `|`, out of a text. A text that needs a `|` of its own cannot be written this way. */
export function cursor(marked: string): { text: string; offset: number } {
  const [before, after, ...more] = marked.split('|');
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`A fixture needs exactly one "|": ${marked}`);
  }
  return { text: before + after, offset: before.length };
}

/** Codes that say nothing against a document itself: its API, or a service of it, is gone or going. */
export const AGREED: ReadonlySet<string> = new Set([
  'removed-api',
  'model-shutdown',
  'prompt-shutdown',
  'deprecated-connector',
]);

/** What tests of the schema check use: no rule speaks. `test/rules` has those. */
export const WITHOUT_RULES: RuleSettings = {
  ...DEFAULT_RULE_SETTINGS,
  levels: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])),
};

/**
 * The problems of a text that is read as a document of a kind.
 * @param settings which rules speak, and on what day; none when left out
 */
export const problemsOf = (kind: string, text: string, settings = WITHOUT_RULES): readonly Problem[] =>
  diagnose(parse(text), kind, settings);

/**
 * A problem's own line, under the line in which it begins:
 *
 *     "voice": "bob"
 *     //       ^^^^^ error invalid-value: "voice" cannot be "bob". …
 *
 * What carets cannot show is written as numbers: `//[0,1]` starts at column 0 (the first two are taken by the
 * slashes) and is one character long; `^^^…+2:1` goes on to column 1 two lines farther down.
 */
const ANNOTATION = /^\/\/\s*(?:\^+(?:…\+\d+:\d+)?|\[\d+,\d+\]) (?:error|warning|info|hint) [\w/-]+: /;

/** The text without its annotations. Comments of other forms stay: they belong to the test. */
export function stripAnnotations(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !ANNOTATION.test(line))
    .join('\n');
}

/** Writes the problems of a text into it. */
export function annotate(text: string, problems: readonly Problem[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, index) =>
    lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0),
  );
  const annotated = lines.flatMap((line, index) => {
    const here = problems.filter(({ span }) => lineAt(starts, span.offset) === index);
    return [line, ...here.map((problem) => annotation(problem, lines, starts, index))];
  });
  return annotated.join('\n');
}

const lineAt = (starts: readonly number[], offset: number) =>
  starts.findLastIndex((start) => start <= offset);

function annotation(
  problem: Problem,
  lines: readonly string[],
  starts: readonly number[],
  index: number,
): string {
  const { offset, length } = problem.span;
  const column = offset - (starts[index] ?? 0);
  const said = `${problem.severity} ${problem.code}: ${problem.message}`;
  const line = lines[index] ?? '';
  const last = lineAt(starts, offset + length);
  if (column < 2 || length === 0) return `//[${column},${length}] ${said}`;
  // A tab stays a tab, so that the carets stand where they should in an editor.
  const indent = line.slice(2, column).replaceAll(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.min(length, line.length - column));
  const rest = last > index ? `…+${last - index}:${offset + length - (starts[last] ?? 0)}` : '';
  return `//${indent}${carets || '^'}${rest} ${said}`;
}

/** Holds when a text has exactly the problems that are written into it. */
export function checkProblems(kind: string, annotated: string): void {
  const text = stripAnnotations(annotated);
  assert.equal(annotate(text, problemsOf(kind, text)), annotated);
}

/** Holds when a text has no problem at all, but that the API it is for is gone. */
export function checkClean(kind: string, text: string): void {
  const problems = problemsOf(kind, text).filter(({ code }) => code !== 'removed-api');
  assert.equal(annotate(text, problems), text);
}

/** `checkProblems` for a file below `test/fixtures`; `UPDATE=1` writes the actual problems into the file. */
export function checkFixtureFile(kind: string, path: string): void {
  const annotated = readRepository(path);
  if (process.env.UPDATE === '1') {
    const text = stripAnnotations(annotated);
    writeFileSync(inRepository(path), annotate(text, problemsOf(kind, text)));
    return;
  }
  checkProblems(kind, annotated);
}

/** Applies the fix with this title, compares the outcome, and holds when the problem is gone then. */
export function checkFix(kind: string, before: string, title: string, after: string): Fix {
  const problems = problemsOf(kind, before);
  const offered = problems.flatMap((problem) => problem.fixes.map((fix) => ({ problem, fix })));
  const found = offered.find(({ fix }) => fix.title === title);
  assert.ok(found, `No fix "${title}" among: ${offered.map(({ fix }) => fix.title).join(', ') || 'none'}`);
  assert.equal(applyEdits(before, found.fix.edits), after);
  const same = (one: Problem) => one.code === found.problem.code && one.message === found.problem.message;
  assert.ok(
    problemsOf(kind, after).filter(same).length < problems.filter(same).length,
    `The problem is still there after "${title}": ${found.problem.message}`,
  );
  return found.fix;
}

/** The titles of all fixes that a text is offered, the preferred ones marked. */
export function fixTitles(kind: string, text: string): string[] {
  return problemsOf(kind, text)
    .flatMap(({ fixes }) => fixes)
    .map(({ title, preferred, safe }) =>
      [title, preferred && 'preferred', safe && 'safe'].filter(Boolean).join(' · '),
    );
}
