import { kindById } from '../kinds/catalogue';
import { diagnose } from '../problems/diagnose';
import type { DocumentInfo } from '../protocol';
import type { OpenDocument } from '../session';

/** What the status item shows of a document. */
export function documentInfo({ doc, detected, settings }: OpenDocument): DocumentInfo {
  const problems = diagnose(doc, detected.kind, settings.rules);
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  return {
    kind: detected.kind,
    kindTitle: kindById(detected.kind)?.title ?? 'Document of another API',
    kindFrom: detected.from,
    errors: count('error'),
    warnings: count('warning'),
  };
}
