import { readdirSync } from 'node:fs';
import { inRepository, readRepository } from '../support/fixture';

/** One case of a rule's test file. */
export interface RuleCase {
  /** Rows of the catalogues of mistakes and cross-field rules that it covers, and what it is about. */
  readonly title: string;
  readonly rows: readonly string[];
  /** `kind`, `today`, `target`, `models`, `voices`. */
  readonly options: Readonly<Record<string, string>>;
  /** The wrong text with its problems written into it; all of them, and nothing else, must be found. */
  readonly bad: string | undefined;
  /** The text after all preferred safe fixes (`fixed`) or all preferred ones (`fixed suggested`); it must be clean. */
  readonly fixed: { readonly text: string; readonly suggested: boolean } | undefined;
  /** A right text without any problem. */
  readonly good: string | undefined;
}

/** The test files of rules (`<rule id>.txt`) and of schema codes that rows fall to (`schema.<code>.txt`). */
export function ruleFiles(): string[] {
  return readdirSync(inRepository('test/rules'))
    .filter((file) => file.endsWith('.txt'))
    .sort();
}

/**
 * Reads a test file: cases that start with `# rows: title`, then `name: value` options, then `---` sections `bad`,
 * `fixed` or `fixed suggested`, and `good`, each optional.
 * @throws Error that names the file and the line that it cannot read
 */
export function readCases(file: string): RuleCase[] {
  const chunks = readRepository(`test/rules/${file}`).split(/^# /m);
  if (chunks[0]?.trim() !== '') throw new Error(`${file} must start with "# ".`);
  return chunks.slice(1).map((chunk) => readCase(chunk, file));
}

function readCase(chunk: string, file: string): RuleCase {
  const [head = '', ...sections] = chunk.split(/^--- /m);
  const [title = '', ...lines] = head.trimEnd().split('\n');
  const options = Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^(kind|today|target|models|voices): (.+)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`${file}, "${title}": "${line}"?`);
      return [name, value];
    }),
  );
  const byName = new Map(sections.map((section) => splitOnce(section, '\n')));
  for (const name of byName.keys()) {
    if (!/^(?:bad|fixed|fixed suggested|good)$/.test(name)) throw new Error(`${file}: "--- ${name}"?`);
  }
  const text = (name: string) => byName.get(name)?.replace(/\n+$/, '\n');
  const [safe, suggested] = [text('fixed'), text('fixed suggested')];
  const fixed = safe ?? suggested;
  return {
    title,
    rows: /^((?:[A-G]?\d+)(?:, [A-G]?\d+)*):/.exec(title)?.[1]?.split(', ') ?? [],
    options,
    bad: text('bad'),
    fixed: fixed === undefined ? undefined : { text: fixed, suggested: safe === undefined },
    good: text('good'),
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1)];
}
