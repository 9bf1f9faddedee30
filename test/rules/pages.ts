import { existsSync, writeFileSync } from 'node:fs';
import type { Severity } from '../../server/problem';
import { type Code, codes } from '../../server/rules/codes';
import { inRepository, problemsOf, readRepository, stripAnnotations } from '../support/fixture';
import { type RuleCase, readCases, ruleFiles } from './cases';

/**
 * Makes the pages of `docs/rules`: what only a person can write (`## Why`, `## How to fix`, `## Source`) is kept, the
 * rest comes from the rule and from its test. `npm run docs` writes them.
 */

const names: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' };
const HAND_WRITTEN = ['Why', 'How to fix', 'Source'] as const;

const pathOf = (id: string) => `docs/rules/${id}.md`;

/** The cases that show a code, from its own test file. */
export function casesOf(id: string): RuleCase[] {
  const file = ruleFiles().find((name) => name === `${id}.txt` || name === `schema.${id}.txt`);
  return file === undefined ? [] : readCases(file);
}

/** The hand-written sections of a page as it is; empty ones where there is no page. */
export function sectionsOf(id: string): Record<(typeof HAND_WRITTEN)[number], string> {
  const text = existsSync(inRepository(pathOf(id))) ? readRepository(pathOf(id)) : '';
  const section = (title: string) =>
    new RegExp(`^## ${title}\\n\\n([\\s\\S]*?)(?=\\n## |$(?![\\s\\S]))`, 'm').exec(text)?.[1]?.trim() ?? '';
  return { Why: section('Why'), 'How to fix': section('How to fix'), Source: section('Source') };
}

/** A code's whole page. */
export function pageOf({ id, severity, summary, dialects }: Code): string {
  const written = sectionsOf(id);
  const cases = casesOf(id);
  const shown = cases.find(({ bad, good }) => bad !== undefined && good !== undefined) ?? cases[0];
  const parts = [
    `# ${id}`,
    summary,
    `${names[severity]} · ${dialects.join(', ')} · ${fixText(cases)}`,
    `## Why\n\n${written.Why}`,
    ...(shown ? examples(shown, id) : []),
    `## How to fix\n\n${written['How to fix']}`,
    `## Turn it off\n\n${turnOff(id)}`,
    `## Source\n\n${written.Source}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function fixText(cases: readonly RuleCase[]): string {
  if (cases.some(({ fixed }) => fixed && !fixed.suggested)) return 'fixed by `realtime-config fix`';
  return cases.some(({ fixed }) => fixed)
    ? 'a fix is suggested (`realtime-config fix --suggested`)'
    : 'no automatic fix';
}

function examples({ bad, good, fixed, options }: RuleCase, id: string): string[] {
  const text = bad === undefined ? '' : stripAnnotations(bad);
  const said = problemsOf(options.kind ?? '', text, undefined).find(({ code }) => code === id);
  const right = good ?? fixed?.text;
  const message = said?.message ?? messageIn(bad ?? '', id);
  return [
    `## Wrong\n\n\`\`\`json\n${text.trimEnd()}\n\`\`\``,
    ...(message ? [`> ${message}`] : []),
    ...(right === undefined ? [] : [`## Right\n\n\`\`\`json\n${right.trimEnd()}\n\`\`\``]),
  ];
}

/** The message that a case has written into it. */
function messageIn(bad: string, id: string): string | undefined {
  return new RegExp(`^//.* (?:error|warning|info|hint) ${id}: (.*)$`, 'm').exec(bad)?.[1];
}

function turnOff(id: string): string {
  if (id === 'syntax') return 'It cannot be turned off: nothing can read such a file.';
  return `In the settings, or for a whole project in \`.realtimerc.json\`:\n\n\`\`\`json\n{ "rules": { "${id}": "off" } }\n\`\`\`\n\nThe setting is \`realtimeConfig.rules\`. Instead of \`off\` it can become \`hint\`, \`info\`, \`warning\` or \`error\`.`;
}

/** The index of all pages. */
export function indexPage(): string {
  const rows = codes.map(
    ({ id, severity, summary, dialects }) =>
      `| [${id}](${id}.md) | ${names[severity]} | ${dialects.join(', ')} | ${summary} | ${fixText(casesOf(id)) === 'no automatic fix' ? '' : fixText(casesOf(id)).startsWith('fixed') ? 'safe' : 'suggested'} |`,
  );
  const table = [
    '| code | severity | dialects | what is wrong | fix |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return `# Diagnostics

Every code that a diagnostic can have. Severities are the strongest that a code comes with; each can be changed with
\`realtimeConfig.rules\` or in \`.realtimerc.json\`.

${table.join('\n')}
`;
}

/** Every page that there should be, by its path. */
export function allPages(): Map<string, string> {
  return new Map([
    ...codes.map((code) => [pathOf(code.id), pageOf(code)] as const),
    ['docs/rules/README.md', indexPage()] as const,
  ]);
}

/** Writes the pages. */
export function writePages(): void {
  for (const [path, text] of allPages()) writeFileSync(inRepository(path), text);
}
