import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../document/parse';
import type { Problem, Severity } from '../problem';
import { diagnose } from '../problems/diagnose';
import type { RuleSettings } from '../rules/settings';
import { pageOf } from '../rules/support/page';
import { toRange } from './ranges';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The `source` of every diagnostic of ours. */
export const SOURCE = 'realtime';

/** More than anyone reads; a broken file of megabytes must not flood the editor. The command line tells all. */
const MOST = 1000;

/** The problems of a document as the protocol has them, the first thousand in source order. */
export function diagnostics(doc: RealtimeDocument, kind: string, settings?: RuleSettings): Diagnostic[] {
  return diagnose(doc, kind, settings)
    .slice(0, MOST)
    .map((problem) => toDiagnostic(doc, problem));
}

/** One problem as the protocol's diagnostic. */
export function toDiagnostic(doc: RealtimeDocument, problem: Problem): Diagnostic {
  const tag = problem.tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated;
  return {
    range: toRange(doc, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    source: SOURCE,
    message: problem.message,
    codeDescription: { href: pageOf(problem.code) },
    ...(problem.tag ? { tags: [tag] } : {}),
    ...(problem.related
      ? {
          relatedInformation: problem.related.map(({ message, span }) => ({
            message,
            location: { uri: doc.uri, range: toRange(doc, span) },
          })),
        }
      : {}),
  };
}
