import type { RealtimeDocument } from '../document/parse';
import type { Problem } from '../problem';
import { schemaOfKind } from '../schema/bundle';
import { checkSchema } from '../schema/check';
import { dialectOf } from './dialects';
import { syntaxProblems } from './syntax-problems';

/**
 * Everything that is wrong, or worth knowing, about a document of a kind, in source order. Pure: the same
 * document and kind give the same problems.
 * @param kind a kind id; one without a schema gets the syntax check alone
 */
export function diagnose(doc: RealtimeDocument, kind: string): Problem[] {
  const bundle = schemaOfKind(kind);
  const dialect = dialectOf(kind);
  const syntax = syntaxProblems(doc);
  if (!bundle || !dialect) return syntax;
  const found = checkSchema(doc, bundle, dialect).filter((problem) => !hiddenBySyntax(problem, syntax, doc));
  // Where the target's own limit is passed, it need not be said that checking stops farther down.
  const spoken = found.some(({ code }) => code === 'syntax') ? syntax.filter(isError) : syntax;
  return [...spoken, ...found].sort((a, b) => a.span.offset - b.span.offset);
}

/**
 * While the text is broken, keys may be missing only because they could not be read: what is absent is then
 * not reported, nor is anything that overlaps a syntax problem.
 */
function hiddenBySyntax(problem: Problem, syntax: readonly Problem[], doc: RealtimeDocument): boolean {
  if (problem.code === 'missing-property' && doc.root && syntax.some(isError)) return true;
  return syntax.some(
    ({ span }) =>
      span.offset < problem.span.offset + problem.span.length &&
      problem.span.offset < span.offset + span.length,
  );
}

const isError = ({ severity }: Problem) => severity === 'error';
