import { createHash } from 'node:crypto';
import { ListPrinter } from './list-printer';
import type { Checked, Output } from './output';

/** GitLab's five levels, of which the worst is for what is a danger; hints are for editors. */
const severities = { error: 'major', warning: 'minor', info: 'info', hint: undefined } as const;

/** A code quality report of GitLab. See https://docs.gitlab.com/ci/testing/code_quality/. */
export const gitlab: Output = (io) => {
  const printer = new ListPrinter<object, undefined>(io.stdout, (issues) => issues);
  return {
    file(checked) {
      for (const issue of issuesOf(checked)) printer.add(issue);
    },
    end: () => printer.end(undefined),
  };
};

function issuesOf({ report }: Checked): object[] {
  const seen = new Map<string, number>();
  return report.diagnostics.flatMap(({ severity, code, message, pointer, range }) => {
    const level = severities[severity];
    if (!level) return [];
    // GitLab knows a problem again by this, on whatever line it stands then.
    const identity = JSON.stringify([report.file, code, pointer, message]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return [
      {
        description: message,
        check_name: code,
        fingerprint: createHash('sha256').update(`${identity}${count}`).digest('hex'),
        severity: level,
        location: { path: report.file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
      },
    ];
  });
}
