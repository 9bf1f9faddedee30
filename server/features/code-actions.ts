import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../document/parse';
import type { Fix, Problem } from '../problem';
import { diagnose } from '../problems/diagnose';
import { toDiagnostic } from './diagnostics';
import { toRange } from './ranges';

/**
 * The fixes of the problems that touch a range, preferred ones first. Problems are found anew (the parsed
 * document is at hand), so nothing has to be remembered between a diagnostic and its fix.
 * @param only the kinds the client asks for; undefined for all
 */
export function codeActions(
  doc: RealtimeDocument,
  kind: string,
  range: Range,
  only?: readonly string[],
): CodeAction[] {
  // A kind that is asked for stands for those below it: `source` for `source.fixAll`, the empty one for all.
  const isWanted = (wanted: string) => `.${CodeActionKind.QuickFix}.`.startsWith(wanted ? `.${wanted}.` : '');
  if (only && !only.some(isWanted)) return [];
  const start = doc.positions.offsetAt(range.start);
  const end = doc.positions.offsetAt(range.end);
  const touched = diagnose(doc, kind).filter(
    ({ span }) => span.offset <= end && start <= span.offset + span.length,
  );
  const actions = touched.flatMap((problem) => problem.fixes.map((fix) => toAction(doc, problem, fix)));
  return actions.sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false));
}

function toAction(doc: RealtimeDocument, problem: Problem, fix: Fix): CodeAction {
  const edits = fix.edits.map((edit) => ({ range: toRange(doc, edit), newText: edit.content }));
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(doc, problem)],
    isPreferred: fix.preferred,
    edit: { changes: { [doc.uri]: edits } },
  };
}
